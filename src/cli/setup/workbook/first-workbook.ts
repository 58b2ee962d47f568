// The starter workbook made one's own: nobody of the sample team is in it, so no mail goes to a made-up address.
import type { Cell, Workbook } from '../../../rules/sheet.ts';
import { headersOf, shownTables } from '../../../rules/shown-tables.ts';
import { starterDefault } from '../../../rules/starter.ts';

export interface Owner {
  /** The support mailbox. */
  readonly account: string;
  /** The first person: the mailbox itself cannot be one, because what it writes is the desk's own mail. */
  readonly admin: string;
  readonly timeZone: string;
}

const sample = /[\w.]+@fjordlicht\.example/g;
/** Examples of somebody else's company: only their header stays. */
/** Ticket numbers of the sample company begin so. */
const samplePrefix = 'FL-';
const onlyHeader = ['Customers', 'Holidays'];
/** The starter's calendars keep their hours, in the admin's zone. */
const sampleZone = 'Europe/Oslo';

/** One person has every team and skill until the admin adds colleagues. */
export function firstWorkbook({ account, admin, timeZone }: Owner): Workbook {
  const own = (cell: Cell): Cell =>
    cell === samplePrefix
      ? 'T-'
      : typeof cell === 'string'
        ? cell
            .replace(/support@fjordlicht\.example/g, account)
            .replace(sample, admin)
            .replaceAll(sampleZone, timeZone)
            .replace('Fjordlicht', companyOf(account))
        : cell;
  return Object.fromEntries(
    Object.entries(starterDefault).map(([tab, [header = [], ...rows]]) => {
      if (onlyHeader.includes(tab)) return [tab, [header]];
      if (tab === 'People') return [tab, [header, person(admin)]];
      return [tab, [header, ...rows.map((row) => row.map(own))]];
    }),
  );
}

function companyOf(account: string): string {
  const name = (account.split('@')[1] ?? '').split('.')[0] ?? '';
  return name === '' ? 'Our company' : name[0]?.toUpperCase() + name.slice(1);
}

function person(email: string): readonly Cell[] {
  const table = shownTables.find(({ tab }) => tab === 'People');
  const headers = table ? headersOf(table) : [];
  const sampleRows = (starterDefault.People ?? []).slice(1);
  const all = (header: string): string => {
    const cells = sampleRows.flatMap((row) => String(row[headers.indexOf(header)] ?? '').split(/,\s*/));
    return [...new Set(cells.filter((cell) => cell !== ''))].join(', ');
  };
  const filled: Readonly<Record<string, string>> = {
    Name: email.split('@')[0] ?? email,
    Email: email,
    Role: 'admin',
    Teams: all('Teams'),
    Skills: all('Skills'),
  };
  return headers.map((header) => filled[header] ?? '');
}
