// A ticket as a row of Tickets: columns for people, the whole of it as JSON for the desk.
import type { Deadline } from '../../complaints/deadlines.ts';
import type { Rules } from '../../complaints/rules.ts';
import { pathText, type Recent, type Ticket, type TicketMessage } from '../../complaints/ticket.ts';
import type { Instant } from '../../complaints/time.ts';
import { clockText } from '../../complaints/wording.ts';
import { timestamp } from './timestamp.ts';

/** What a row holds besides the ticket. */
export interface KeptTicket {
  readonly ticket: Ticket;
  /** When the desk must look at it again; null: not by itself. */
  readonly wake: Instant | null;
}

/** A Sheets cell holds 50,000 characters. */
const cellLimit = 50_000;

type PackedMessage = readonly [string, string, string, string, number, TicketMessage['by'], 0 | 1];
type PackedRecent = readonly [number, number, string, string, string];

export function ticketRow(
  { ticket, wake }: KeptTicket,
  next: Deadline | null,
  rules: Rules,
): readonly string[] {
  const zone = rules.settings.timeZone;
  return [
    ticket.id,
    ticket.subject.slice(0, 500),
    ticket.requester.address,
    ticket.customer ?? '',
    pathText(ticket),
    ticket.severity,
    ticket.mood,
    String(ticket.tier),
    ticket.owner ?? '',
    ticket.status,
    next ? clockText(next.clock) : '',
    next?.due == null ? '' : timestamp(next.due, zone),
    timestamp(ticket.opened, zone),
    ticket.categoryWhy.slice(0, 500),
    ticket.messages
      .map((message) => message.key)
      .join(' ')
      .slice(0, cellLimit),
    pack({ ticket, wake }),
  ];
}

/**
 * Longer than a cell, it gives up what only threading needs of its older mails, never their instants: clocks are told
 * by those. Beyond some thousand mails the oldest but the first hundred go; then what people wrote is shortened, and of
 * a hundred policies the first and the newest stay.
 */
function pack({ ticket, wake }: KeptTicket): string {
  const { messages, done, recent, ...rest } = ticket;
  const events = recent.map(packRecent);
  const text = (kept: readonly TicketMessage[], keys: readonly string[]): string =>
    JSON.stringify({ ...rest, recent: events, done: keys, messages: kept.map(packMessage), wake });
  const late = messages.length - 50;
  const bare = messages.map((one, at) => (at > 0 && at < late ? { ...one, print: '', threadId: '' } : one));
  const barer = bare.map((one, at) => (at > 0 && at < late ? { ...one, gmailId: '', key: '' } : one));
  const begun = done.filter((key) => key.includes(`|${ticket.opened}|`));
  const fewer = [...new Set([...begun, ...done.slice(-100)])];
  const few = [...barer.slice(0, 100), ...barer.slice(messages.length > 500 ? -400 : 100)];
  const forms = [text(messages, done), text(bare, fewer), text(barer, fewer), text(few, fewer)];
  const fitting = forms.find((one) => one.length <= cellLimit);
  return fitting ?? JSON.stringify(JSON.parse(text(few, fewer)), shortened);
}

const shortened = (key: string, value: unknown): unknown => {
  if (typeof value === 'string' && key !== 'said') return value.slice(0, 1_000);
  return key === 'regimes' && Array.isArray(value)
    ? [...value.slice(0, 1), ...value.slice(1).slice(-10)]
    : value;
};

const packMessage = ({ key, print, gmailId, threadId, at, by, counts }: TicketMessage): PackedMessage => [
  key,
  print,
  gmailId,
  threadId,
  at,
  by,
  counts ? 1 : 0,
];

const packRecent = ({ version, at, actor, type, reason }: Recent): PackedRecent => [
  version,
  at,
  actor,
  type,
  reason,
];

/** Null where the cell is no ticket. */
export function ticketOfRow(state: string): KeptTicket | null {
  try {
    const { wake, messages, recent, ...rest } = JSON.parse(state) as Omit<Ticket, 'messages' | 'recent'> & {
      wake: Instant | null;
      messages: readonly PackedMessage[];
      recent: readonly PackedRecent[];
    };
    const unpacked = messages.map(([key, print, gmailId, threadId, at, by, counts]) => ({
      key,
      print,
      gmailId,
      threadId,
      at,
      by,
      counts: counts === 1,
    }));
    const events = recent.map(([version, at, actor, type, reason]) => ({ version, at, actor, type, reason }));
    return { ticket: { ...rest, messages: unpacked, recent: events }, wake };
  } catch {
    return null;
  }
}
