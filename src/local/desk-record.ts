// What the desk wrote into its tabs, read back: tickets, journal, mails and what left the outbox.
import { type Outcome, outcomes } from '../complaints/plan.ts';
import type { Ticket } from '../complaints/ticket.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { ticketOfRow } from '../rules/desk/ticket-row.ts';
import type { SimulatedEvent, SimulatedNotice } from './simulation.ts';

type Row = Readonly<Record<string, string>>;

/** Reads one tab: its rows below the header, each cell by its header. */
export type ReadTab = (name: string) => readonly Row[];

export interface MailRow {
  readonly outcome: Outcome;
  readonly ticket: string | null;
  readonly mayAnswer: boolean;
  readonly reason: string;
}

export interface DeskRecord {
  /** Oldest first; archived ones as they were last. */
  readonly tickets: readonly Ticket[];
  readonly journal: ReadonlyMap<string, readonly SimulatedEvent[]>;
  /** By Gmail id. */
  readonly mails: ReadonlyMap<string, MailRow>;
  readonly notices: readonly SimulatedNotice[];
}

export function readDesk(tab: ReadTab): DeskRecord {
  return {
    tickets: tickets(tab),
    journal: journal(rowsOf(tab, deskTabs.journal)),
    mails: new Map(rowsOf(tab, deskTabs.mails).map((row) => [row['Gmail id'] ?? '', mailRow(row)])),
    notices: rowsOf(tab, deskTabs.outbox).map(notice),
  };
}

const rowsOf = (tab: ReadTab, { name }: { readonly name: string }): readonly Row[] =>
  tab(name).filter((row) => Object.values(row).some((cell) => cell !== ''));

/** A ticket that was archived and reopened stands in both tabs: what is in Tickets counts. */
function tickets(tab: ReadTab): readonly Ticket[] {
  const rows = [...rowsOf(tab, deskTabs.archive), ...rowsOf(tab, deskTabs.tickets)];
  const kept = rows.flatMap((row) => ticketOfRow(row.state ?? '')?.ticket ?? []);
  const byId = new Map(kept.map((ticket) => [ticket.id, ticket]));
  return [...byId.values()].sort((a, b) => a.opened - b.opened || (a.id < b.id ? -1 : 1));
}

function journal(rows: readonly Row[]): ReadonlyMap<string, readonly SimulatedEvent[]> {
  const events = new Map<string, SimulatedEvent[]>();
  for (const row of rows) {
    const ticket = row.Ticket ?? '';
    events.set(ticket, [...(events.get(ticket) ?? []), event(row)]);
  }
  return events;
}

function event(row: Row): SimulatedEvent {
  const { At = '', Event = '', Actor = '', Reason = '', data = '' } = row;
  return { ...details(data), at: At, event: Event, actor: Actor, reason: Reason };
}

/** Very long details were cut when they were written and are no JSON any more. */
function details(data: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(data || '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}

function mailRow(row: Row): MailRow {
  const outcome = outcomes.find((one) => one === row.Outcome);
  if (!outcome) throw new Error(`The Mails tab holds the outcome '${row.Outcome}'`);
  return {
    outcome,
    ticket: row.Ticket || null,
    mayAnswer: row['May answer'] === 'yes',
    reason: row.Reason ?? '',
  };
}

/** A notice leaves at its `Not before`, which quiet hours may have moved. */
const notice = (row: Row): SimulatedNotice => ({
  at: row['Not before'] ?? '',
  to: row.To ?? '',
  kind: row.Kind ?? '',
  ticket: row.Ticket || null,
});
