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

/** Longer than a cell, it gives up the oldest keys of what was done, then the oldest mails but the first. */
function pack({ ticket, wake }: KeptTicket): string {
  const { messages, done, recent, ...rest } = ticket;
  const packed = messages.map(packMessage);
  for (let drop = 0; ; drop += 50) {
    const kept = drop === 0 ? packed : [...packed.slice(0, 1), ...packed.slice(1 + drop)];
    const text = JSON.stringify({
      ...rest,
      done: drop === 0 ? done : done.slice(-100),
      messages: kept,
      recent: recent.map(packRecent),
      wake,
    });
    if (text.length <= cellLimit || kept.length <= 1) return text;
  }
}

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
