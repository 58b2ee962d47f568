// What an erasure changes in the rows of the desk's tabs: whole rows of the customer's tickets, and mentions elsewhere.
import { erased } from '../../complaints/erase.ts';
import { overwrite, type SheetRequest } from './sheet-requests.ts';
import type { DeskTab } from './tabs.ts';

type Row = readonly unknown[];

export interface Forgotten {
  /** Lower case. */
  readonly address: string;
  /** The name the customer has afterwards. */
  readonly as: string;
  readonly tickets: ReadonlySet<string>;
}

/** The text with every mention of the address replaced, in JSON after an escaped line break too; no other address that only holds it. */
export function redacted(text: string, { address, as }: Pick<Forgotten, 'address' | 'as'>): string {
  if (!text.toLowerCase().includes(address)) return text;
  const literal = address.replace(/[^\w@]/g, '\\$&');
  return text.replace(
    new RegExp(`(?:(?<=\\\\(?:[nrt]|u.{4}))|(?<![\\w.+-]))${literal}(?!\\w|[-.]\\w)`, 'gi'),
    as,
  );
}

export const redactedJson = <T>(value: T, whom: Pick<Forgotten, 'address' | 'as'>): T =>
  JSON.parse(redacted(JSON.stringify(value), whom)) as T;

/** Columns that hold words of or about the customer, in rows of their tickets. */
const personal: Readonly<Record<string, (cell: string) => string>> = {
  Subject: () => erased,
  Reason: () => erased,
  What: () => erased,
  Why: () => erased,
  'Message-ID': () => '',
  data: (cell) => withoutWords(cell),
};

/** The row as it is afterwards; the same object where nothing of it is the customer's. */
export function forgotten(tab: DeskTab, row: Row, whom: Forgotten): Row {
  const isTheirs = whom.tickets.has(String(row[tab.header.indexOf('Ticket')] ?? ''));
  const isErasure = tab.header.indexOf('Event') >= 0 && row[tab.header.indexOf('Event')] === 'erased';
  const after = row.map((cell, index) => {
    if (typeof cell !== 'string' || cell === '') return cell;
    const change = isTheirs && !isErasure ? personal[tab.header[index] ?? ''] : undefined;
    return redacted(change ? change(cell) : cell, whom);
  });
  return after.some((cell, index) => cell !== row[index]) ? after : row;
}

/** Only the cells that differ: a tick box stays one. */
export const rewritten = (sheetId: number, row: number, before: Row, after: Row): readonly SheetRequest[] =>
  after.flatMap((cell, column) =>
    cell === before[column] ? [] : [overwrite(sheetId, { row, column }, [[String(cell)]])],
  );

const told = new Set([
  ...['subject', 'name', 'note', 'value', 'rootCause', 'solution', 'messageId', 'replyTo', 'reason', 'print'],
  ...['customer', 'said', 'categoryWhy', 'severityWhy', 'moodWhy'],
]);

/** The data of an event without the words: what the fold of the journal needs besides them stays. */
function withoutWords(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), (key, value: unknown) => {
      if (typeof value === 'string' && told.has(key)) return value === '' ? value : erased;
      if (key === 'requester') return { name: '', address: erased };
      return key === 'facts' ? {} : value;
    });
  } catch {
    return '{}';
  }
}
