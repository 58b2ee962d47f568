// What the desk keeps in script properties: copies that make an idle tick cheap. The workbook holds the truth.
import { type Kind, nothingKnown, type Outcome } from '../rules/desk/desk-state.ts';
import type { Trouble } from '../rules/desk/hardship.ts';
import { type Cells, nothingSpent, type Spent } from '../rules/desk/usage.ts';
import { type NightShift, nightProperty, noNight } from './night-shift.ts';
import { properties } from './properties.ts';
import { troubleProperty } from './trouble.ts';

/** One `getProperties` reads all of it, one `setProperties` writes what changed. */
export interface Memo {
  readonly workbook: string;
  /** Gmail history id up to which mail is in the workbook. */
  readonly cursor: string;
  /** Epoch milliseconds; before it only new mail needs the workbook. */
  readonly wake: number;
  /** How the last effects ended, not yet marked so in the workbook. */
  readonly outcome: Outcome;
  /** No mail is sent before this instant: Gmail named it. */
  readonly resumeAt: number;
  /** What Gmail took none of when last tried: of it one is tried at a time. */
  readonly held: readonly Kind[];
  /** Hashes of label changes the desk made itself, so that it does not take them for a person's. */
  readonly own: readonly string[];
  /** Gmail label ids by path below the root. */
  readonly labels: Readonly<Record<string, string>>;
  /** When somebody last edited the workbook (epoch milliseconds as text), and the edit the rules were last read for. */
  readonly edited: string;
  readonly rulesOf: string;
  /** When the rules were last read, epoch milliseconds. */
  readonly rulesAt: number;
  /** The door's last knock that a tick has answered. */
  readonly knock: string;
  /** What the door refused today, as it counts it. */
  readonly refused: string;
  readonly night: NightShift;
  /** What the last busy tick used, not yet added to the day in the workbook. */
  readonly spent: Spent;
  /** Minutes between ticks for which the trigger was made; 0: as installed. */
  readonly every: number;
  readonly cells: Cells;
  readonly trouble: Trouble | null;
  readonly asked: CommandUnderWay;
}

/** A command of Control that was begun: until then nobody else begins it; lost so often without an answer. */
export interface CommandUnderWay {
  readonly until: number;
  readonly lost: number;
}

export const noCommand: CommandUnderWay = { until: 0, lost: 0 };

/** People see in Health that the desk is alive, even on a quiet day. */
export const heartbeat = 30 * 60_000;

const names = {
  workbook: 'WORKBOOK',
  tick: 'TICK',
  own: 'OWN',
  labels: 'LABELS',
  edited: 'EDITED',
  refused: 'DOOR_REFUSED',
  asked: 'CONTROL',
} as const;

export const cellsProperty = 'CELLS';

const kept = [
  'cursor',
  'wake',
  'outcome',
  'resumeAt',
  'held',
  'rulesOf',
  'rulesAt',
  'knock',
  'spent',
  'every',
] as const;
type Kept = Pick<Memo, (typeof kept)[number]>;

const fresh: Kept = {
  cursor: '',
  wake: 0,
  outcome: nothingKnown,
  resumeAt: 0,
  held: [],
  rulesOf: '',
  rulesAt: 0,
  knock: '',
  spent: nothingSpent,
  every: 0,
};

/** A property holds 9 KB; what does not fit in these copies is read anew, never lost. */
const room = 8_500;

/** Null where the desk is not installed. */
export function recall(): Memo | null {
  const all = properties().getProperties();
  const workbook = all[names.workbook];
  if (!workbook) return null;
  return {
    ...fresh,
    ...parsed<Partial<Kept>>(all[names.tick], {}),
    workbook,
    own: (all[names.own] ?? '').split(' ').filter(Boolean),
    labels: parsed(wholeOf(all), {}),
    edited: all[names.edited] ?? '',
    refused: all[names.refused] ?? '',
    asked: parsed(all[names.asked], noCommand),
    cells: parsed(all[cellsProperty], []),
    trouble: parsed<Trouble | null>(all[troubleProperty], null),
    night: { ...noNight, ...parsed<Partial<NightShift>>(all[nightProperty], {}) },
  };
}

export function remember(before: Memo, after: Memo): void {
  const values: Record<string, string> = {};
  const whole = Object.fromEntries(kept.map((name) => [name, after[name]]));
  // Too much for a property: the outcome is then found out again.
  values[names.tick] = within(JSON.stringify(whole), { ...whole, wake: 0, outcome: nothingKnown });
  values[names.own] = after.own.join(' ').slice(0, room);
  if (before.trouble !== after.trouble) values[troubleProperty] = '';
  if (before.labels !== after.labels) Object.assign(values, inParts(after.labels));
  properties().setProperties(values);
}

export function rememberCommand(asked: CommandUnderWay): void {
  properties().setProperty(names.asked, JSON.stringify(asked));
}

/** One property write: the next tick reads the rules. */
export function noteRules(): void {
  properties().setProperty(names.edited, String(Date.now()));
}

/** Where a fresh installation begins; the first tick reads everything. */
export function settleIn(workbook: string, { cursor, labels }: Pick<Memo, 'cursor' | 'labels'>): void {
  properties().setProperties({
    [names.workbook]: workbook,
    [names.tick]: JSON.stringify({ ...fresh, cursor } satisfies Kept),
    ...inParts(labels),
    [names.edited]: String(Date.now()),
  });
}

/** Label ids fill several properties, `LABELS0` and on; one more, empty, ends them. */
function inParts(labels: Memo['labels']): Record<string, string> {
  const parts = JSON.stringify(labels).match(new RegExp(`[\\s\\S]{1,${room / 4}}`, 'gu')) ?? [];
  return Object.fromEntries([...parts, ''].map((part, index) => [`${names.labels}${index}`, part]));
}

function wholeOf(all: Readonly<Record<string, string>>): string {
  let text = '';
  for (let index = 0; all[`${names.labels}${index}`]; index++) text += all[`${names.labels}${index}`];
  return text;
}

const within = (text: string, otherwise: object): string =>
  text.length <= room ? text : JSON.stringify(otherwise);

function parsed<T>(text: string | undefined, otherwise: T): T {
  try {
    return text ? (JSON.parse(text) as T) : otherwise;
  } catch {
    return otherwise;
  }
}
