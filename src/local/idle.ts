// Passes over ticks that cannot change anything, and counts what they would have cost.
//
// An idle tick only read the desk's properties and Gmail's history and found nothing: it would find nothing again until
// the instant for which the desk set its alarm. A heartbeat read and wrote the workbook and decided nothing: the next
// one decides nothing either, until a ticket or a mail in the outbox is due by the desk's own tabs. Both only as long
// as no mail comes and nobody touches the workbook, which nobody does in a simulation but the desk.

import { stored } from '../rules/desk/desk-state.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { ticketOfRow } from '../rules/desk/ticket-row.ts';
import type { Office } from './office.ts';
import type { CallCount, ExecutionRecord, World } from './world/world.ts';

/** What one tick asked of Google. */
export interface TickCost {
  readonly calls: CallCount;
  /** Units of each quota. */
  readonly quota: Readonly<Record<string, number>>;
}

/** A tick that was not run, and what it would have cost. */
export interface PassedOver {
  readonly at: number;
  readonly cost: TickCost;
}

/** Told of each execution, answers with the ticks after it that need not be run before `until`. */
export type PassOver = (execution: ExecutionRecord, cost: TickCost, until: number) => readonly PassedOver[];

const idleRequests = ['gmail.users.history.list'];
const heartbeatRequests = [
  ...idleRequests,
  'sheets.spreadsheets.values.batchGet',
  'sheets.spreadsheets.batchUpdate',
];

const asked = ({ calls }: TickCost, only: readonly string[]): boolean =>
  Object.keys(calls.requestsByMethod).every((name) => only.includes(name));

const isIdle = (cost: TickCost): boolean =>
  asked(cost, idleRequests) &&
  !('properties.set' in cost.calls.byMethod) &&
  !('lock.try' in cost.calls.byMethod);

export function passingOver(office: Office): PassOver {
  let idle: TickCost | null = null;
  let before: string | null = null;
  return (execution, cost, until) => {
    const trigger = office.desk.triggers.find(
      ({ function: name, event }) => name === execution.function && event === 'CLOCK',
    );
    if (trigger?.schedule?.every !== 'minutes' || execution.status !== 'completed' || trigger.due === null)
      return [];
    const interval = trigger.schedule.n * 60_000;
    const alarm = alarmOf(office.desk.properties);
    if (isIdle(cost)) {
      idle = cost;
      return forward(trigger, { interval, until: Math.min(until, alarm), cost: () => cost });
    }
    const duty = dutyOf(office);
    const same = duty.print === before && asked(cost, heartbeatRequests);
    before = duty.print;
    if (!same || idle === null || alarm <= trigger.due) return [];
    const [quiet, beat] = [idle, Math.ceil((alarm - margin - execution.startedAt) / interval)];
    return forward(trigger, {
      interval,
      until: Math.min(until, duty.at, nightOf(office.desk.properties)),
      cost: (tick) => (tick % beat === 0 ? cost : quiet),
    });
  };
}

/** A tick looks at its clock a little after it began: one that begins so shortly before its duty is run. */
const margin = 5_000;

interface Forward {
  readonly interval: number;
  readonly until: number;
  /** Of the first tick passed over, the second ... counted from 1. */
  readonly cost: (tick: number) => TickCost;
}

/** Puts the trigger to its first tick that is not before `until`. */
function forward(trigger: { due: number | null }, { interval, until, cost }: Forward): readonly PassedOver[] {
  const passed: PassedOver[] = [];
  for (; trigger.due !== null && trigger.due + margin < until; trigger.due += interval)
    passed.push({ at: trigger.due, cost: cost(passed.length + 1) });
  return passed;
}

/** The desk keeps its alarms in TICK and NIGHT; 0, so that nothing is passed over, where one cannot be read. */
function alarmOf(properties: Readonly<Record<string, string>>): number {
  try {
    const { wake } = JSON.parse(properties.TICK ?? '{}') as { wake?: unknown };
    return typeof wake === 'number' ? Math.min(wake, nightOf(properties)) : 0;
  } catch {
    return 0;
  }
}

function nightOf(properties: Readonly<Record<string, string>>): number {
  const { at } = JSON.parse(properties.NIGHT ?? '{}') as { at?: unknown };
  return typeof at === 'number' ? at : 0;
}

interface Duty {
  /** When the desk has something to do by itself; 0 where it has something left to do. */
  readonly at: number;
  /** All that it has decided and remembers, as text. */
  readonly print: string;
}

function dutyOf(office: Office): Duty {
  const cells = office.rows(deskTabs.tickets.name).map((row) => row.state ?? '');
  const { state } = stored(office.rows(deskTabs.state.name).map((row) => Object.values(row)));
  const print = JSON.stringify([cells, state?.waiting, state?.unread, state?.memory, state?.cursor]);
  if (!state || state.unread.length > 0) return { at: 0, print };
  const wakes = cells.map((cell) => ticketOfRow(cell)?.wake ?? Number.POSITIVE_INFINITY);
  return { at: Math.min(...wakes, ...state.waiting.map(({ outgoing }) => outgoing.notBefore)), print };
}

/** Measures each execution by the counters before and after it. */
export function costMeter(world: World, email: string): () => TickCost {
  let before = { calls: world.calls.count(), quota: used(world, email) };
  return () => {
    const after = { calls: world.calls.count(), quota: used(world, email) };
    const cost = { calls: less(after.calls, before.calls), quota: lessEach(after.quota, before.quota) };
    before = after;
    return cost;
  };
}

const used = (world: World, email: string): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(world.quota(email)).map(([name, use]) => [name, use.used]));

const less = (after: CallCount, before: CallCount): CallCount => ({
  total: after.total - before.total,
  seconds: after.seconds - before.seconds,
  byMethod: lessEach(after.byMethod, before.byMethod),
  requests: after.requests - before.requests,
  requestsByMethod: lessEach(after.requestsByMethod, before.requestsByMethod),
  local: after.local - before.local,
});

/** A count that began anew, as a day's quota does, counts from nothing. */
function lessEach(
  after: Readonly<Record<string, number>>,
  before: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const more = Object.entries(after).map(([name, count]): [string, number] => {
    const was = before[name] ?? 0;
    return [name, count >= was ? count - was : count];
  });
  return Object.fromEntries(more.filter(([, count]) => count > 0));
}
