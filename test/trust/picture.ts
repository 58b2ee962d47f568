// A picture of all that a desk has brought about: every tab of its workbook, its labels in Gmail, its mails, its place.
import { hashOf } from '../../src/complaints/reading/hash.ts';
import type { Office } from '../../src/local/office.ts';

type Rows = readonly (readonly unknown[])[];

export interface Picture {
  readonly tabs: Readonly<Record<string, unknown>>;
  /** Labels of the desk on each mail, by the mail's name. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
  /** Outbox ids, each as often as it left, with the reader. */
  readonly left: readonly string[];
}

/** What tells only when the desk last looked, and what it went through. */
const heartbeats =
  /^(Last tick that had work|Rules read|No tick ran|Ticks cut short|Google refused|Quota: .*)$/;

export function picture(office: Office): Picture {
  const names = namesOf(office);
  const named = (text: string): string =>
    text.replace(/[\w.@+=-]{8,}/g, (one) => names.get(one) ?? one).replace(fingerprint, '$1"');
  const { sheets } = office.world;
  const tick = JSON.parse(office.desk.properties.TICK ?? '{}') as Tick;
  const tabs = sheets.tabs(office.workbook).map((tab) => {
    const rows = sheets.values(office.workbook, tab).map((row) => row.map((cell) => named(String(cell))));
    return [tab, settled(tab, rows, tick)] as const;
  });
  return {
    tabs: Object.fromEntries(tabs),
    labels: labelsByName(office, names),
    left: leftOf(office, names),
  };
}

/** It is made of instants, too. */
const fingerprint = /("print":")[0-9a-f]{16}"/g;

interface Tick {
  readonly outcome?: { readonly done?: readonly string[] };
}

/** Ids that Google makes up differ from run to run: mails go by their Message-ID, the desk's own by what they tell. */
function namesOf(office: Office): ReadonlyMap<string, string> {
  const names = outboxNames(office);
  for (const message of office.world.gmail.mailbox(office.support).messages()) {
    const header = (name: string): string =>
      message.payload?.headers?.find((one) => one.name?.toLowerCase() === name)?.value ?? '';
    const id = header('message-id').replace(/^<|>$/g, '');
    const own = header('x-tierline');
    const name = own ? `[${ownName(own, names)}]` : `[${id || header('subject')}]`;
    if (message.id) names.set(message.id, `mail${name}`);
    if (message.threadId && !names.has(message.threadId)) names.set(message.threadId, `thread${name}`);
    if (own) {
      names.set(id, `id${name}`);
      names.set(hashOf(id), `key${name}`);
    }
  }
  return names;
}

const ownName = (ids: string, names: ReadonlyMap<string, string>): string =>
  ids
    .split(/\s+/)
    .map((id) => names.get(id) ?? id)
    .sort()
    .join(' and ');

/** An outbox id may be made of the instant at which a clock began; who is told what is not. */
function outboxNames(office: Office): Map<string, string> {
  const times = new Map<string, number>();
  const rows = office.rows('Outbox').map(({ Id = '', Ticket = '', Kind = '', To = '' }) => {
    const name = `${Ticket} ${Kind} ${To}`;
    times.set(name, (times.get(name) ?? 0) + 1);
    return [Id, `${name} ${times.get(name)}`] as const;
  });
  return new Map(rows);
}

/** Rows of a log in an order of their own; the desk's memory as data, without what is only a copy. */
function settled(tab: string, rows: Rows, { outcome }: Tick): unknown {
  switch (tab) {
    case 'State':
      return memory(rows, new Set(outcome?.done ?? []));
    case 'Health':
      return rows.filter(([what]) => !heartbeats.test(String(what)));
    case 'Journal':
      return sorted(rows.map((row) => row.map((cell, at) => (at === 5 ? ofTicket(String(cell)) : cell))));
    case 'Mails':
      // The desk's own: how many notices shared a mail is a matter of minutes, and `left` tells them one by one.
      return sorted(rows.filter(([, , , outcome]) => outcome !== 'own'));
    case 'Tickets':
    case 'Archive':
      return sorted(rows).map((row) =>
        row.map((cell, at) => (at >= 14 ? inNoOrder(at, String(cell)) : cell)),
      );
    case 'Outbox':
    case 'Knowledge':
      return sorted(rows);
    default:
      return rows;
  }
}

/** Whether the desk saw its own mail before or after a click is a matter of minutes: an event's number is not compared. */
const ofTicket = (key: string): string => key.replace(/^([^|]+)\/\d+$/, '$1');

interface Packed {
  readonly recent: readonly (readonly unknown[])[];
  readonly messages: readonly (readonly unknown[])[];
  readonly done: readonly string[];
}

/** A ticket's keys, or all of it as data. */
function inNoOrder(column: number, cell: string): unknown {
  if (column === 14) return cell.split(/ (?=key\[|[0-9a-f]{16})/).sort();
  if (!cell.startsWith('{')) return cell;
  const { recent, messages, done, ...rest } = JSON.parse(cell) as Packed;
  return {
    ...rest,
    recent: sorted(recent.map(([, ...event]) => event)),
    messages: sorted(messages.map(([key, _, ...message]) => [key, ...message])),
    done: [...done].sort(),
  };
}

const sorted = (rows: Rows): Rows =>
  [...rows]
    .map((row) => ({ row, key: row.join('\t').replace(/\d{4}-\d\d-\d\d[T ][\d:.]+Z?|\b1\d{12}\b/g, '#') }))
    .sort((a, b) => compared(a.key, b.key) || compared(a.row.join(), b.row.join()))
    .map(({ row }) => row);

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface StateCell {
  readonly waiting?: readonly { readonly outgoing: { readonly id: string } }[];
}

function memory(rows: Rows, done: ReadonlySet<string>): unknown {
  const column = (at: number): string =>
    rows
      .slice(1)
      .map((row) => String(row[at] ?? ''))
      .join('');
  const { waiting = [], ...state } = JSON.parse(column(0) || '{}') as StateCell & Record<string, unknown>;
  const open = waiting.map(({ outgoing }) => outgoing.id).filter((id) => !done.has(id));
  const { rulesReadAt: _, usage: __, hardship: ___, ...rest } = state;
  return { state: { ...rest, cursor: '' }, open: [...open].sort(), rules: column(1), door: column(2) };
}

function labelsByName(office: Office, names: ReadonlyMap<string, string>): Picture['labels'] {
  const mailbox = office.world.gmail.mailbox(office.support);
  const found = mailbox.messages().flatMap(({ id = '' }) => {
    const name = names.get(id ?? '') ?? '';
    const labels = mailbox.labelsOn(id ?? '').filter((label) => label.startsWith('Tierline'));
    return [[name, [...labels].sort()] as const];
  });
  return Object.fromEntries(
    found.filter(
      ([name, labels]) => (name.startsWith('mail[') && !name.includes('@fjordlicht')) || labels.length > 0,
    ),
  );
}

function leftOf(office: Office, names: ReadonlyMap<string, string>): readonly string[] {
  return office.world.gmail
    .sent()
    .filter(({ by }) => by === office.support)
    .flatMap(({ raw, to }) => {
      const header = /^X-Tierline: ((?:.|\r\n[ \t])*)/im.exec(Buffer.from(raw).toString())?.[1] ?? '';
      return header
        .split(/\s+/)
        .filter(Boolean)
        .map((id) => `${names.get(id) ?? id} to ${to.join(', ')}`);
    })
    .sort();
}
