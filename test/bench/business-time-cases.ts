// Random questions about working time to ours and to an independent library, and each difference with its explanation.
import type { CalendarSpec, WallRange } from '../../src/complaints/calendar.ts';
import { readCalendar } from '../../src/complaints/read-calendar.ts';
import type { Instant } from '../../src/complaints/time.ts';
import { due, elapsed, isOpen } from '../../src/complaints/working-time.ts';
import { peer } from './peer.ts';

/** The same answer, a difference that is told to the second, or one that nobody can explain. */
export const verdicts = [
  'same',
  'the library calls the closing moment open',
  'the library takes off the time until a range that opens after the end',
  'unexplained',
] as const;
export type Verdict = (typeof verdicts)[number];

export interface Compared {
  readonly tried: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** The first unexplained ones, in words. */
  readonly unexplained: readonly string[];
}

type Random = () => number;

const wall = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const upTo = (random: Random, n: number): number => Math.floor(random() * n);
/** Long stretches in one of ten: the library counts them day by day. */
const mostly = (random: Random, short: number, long: number): number => (random() < 0.1 ? long : short);

function ranges(random: Random): WallRange[] {
  const count = 1 + upTo(random, 2);
  const minutes = new Set<number>();
  while (minutes.size < 2 * count) minutes.add(upTo(random, 1440));
  const sorted = [...minutes].sort((a, b) => a - b).map(wall);
  return Array.from({ length: count }, (_, i): WallRange => [sorted[2 * i] ?? '', sorted[2 * i + 1] ?? '']);
}

const firstDay = Date.UTC(2026, 1, 1);
const day = 86_400_000;

/** Some weekdays open, in one or two ranges; up to five holidays. */
function anyCalendar(random: Random): CalendarSpec {
  const open = (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).filter(() => random() < 0.7);
  const hours = Object.fromEntries(open.map((weekday) => [weekday, ranges(random)]));
  const date = (): string => new Date(firstDay + upTo(random, 60) * day).toISOString().slice(0, 10);
  return {
    timeZone: 'UTC',
    hours: open.length > 0 ? hours : { mon: ranges(random) },
    holidays: Array.from({ length: upTo(random, 4) }, date),
    holidaysYearly: Array.from({ length: upTo(random, 3) }, () => date().slice(5)),
  };
}

/** Open seconds between two instants, told by nothing but the hours as written: the judge of both. */
export function counted(spec: CalendarSpec, from: Instant, to: Instant): number {
  let sum = 0;
  for (let start = Math.floor(from / day) * day; start < to; start += day)
    for (const [opens, closes] of openOn(spec, start))
      sum += Math.max(0, Math.min(to, closes) - Math.max(from, opens));
  return sum / 1000;
}

function openOn(spec: CalendarSpec, start: Instant): readonly (readonly [Instant, Instant])[] {
  const date = new Date(start).toISOString().slice(0, 10);
  if (spec.holidays?.includes(date) || spec.holidaysYearly?.includes(date.slice(5))) return [];
  const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
  const name = names[new Date(start).getUTCDay()] ?? 'sun';
  const at = (text: string): Instant =>
    start + (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * 60_000;
  return (spec.hours[name] ?? []).map(([opens, closes]) => [at(opens), at(closes)] as const);
}

/** Asks so many questions, the same ones for the same seed. */
export function compare(cases: number, seed = 1): Compared {
  const random = chance(seed);
  const sums = Object.fromEntries(verdicts.map((one) => [one, 0])) as Record<Verdict, number>;
  const unexplained: string[] = [];
  const perCalendar = 50;
  for (let tried = 0; tried < cases; ) {
    const spec = anyCalendar(random);
    const ours = readCalendar(spec);
    if ('error' in ours) throw new Error(ours.error);
    const theirs = peer(spec);
    for (let n = 0; n < perCalendar && tried < cases; n++, tried++) {
      const at = firstDay + upTo(random, 60 * 86_400) * 1000;
      const asked = question(random, { spec, ours, theirs, at });
      sums[asked.verdict] += 1;
      if (asked.verdict === 'unexplained' && unexplained.length < 5)
        unexplained.push(`${JSON.stringify(spec)} ${asked.words}`);
    }
  }
  return { tried: cases, verdicts: sums, unexplained };
}

interface Ground {
  readonly spec: CalendarSpec;
  readonly ours: Exclude<ReturnType<typeof readCalendar>, { error: string }>;
  readonly theirs: ReturnType<typeof peer>;
  readonly at: Instant;
}

interface Asked {
  readonly verdict: Verdict;
  readonly words: string;
}

function question(random: Random, ground: Ground): Asked {
  const { spec, ours, theirs, at } = ground;
  switch (upTo(random, 3)) {
    case 0: {
      const seconds = 1 + upTo(random, mostly(random, 20_000, 200_000));
      const [we, they] = [due(ours, at, seconds), theirs.due(at, seconds)];
      return { verdict: we === they ? 'same' : 'unexplained', words: `due ${at} ${seconds}: ${we} ${they}` };
    }
    case 1: {
      const to = at + upTo(random, mostly(random, 4, 40) * 86_400) * 1000;
      const [we, they] = [elapsed(ours, at, to), theirs.elapsed(at, to)];
      const words = `used ${at} ${to}: ${we} ${they}`;
      if (we === they) return { verdict: 'same', words };
      const isExplained = we === counted(spec, at, to) && they === we - ahead(spec, to);
      return { verdict: isExplained ? verdicts[2] : 'unexplained', words };
    }
    default: {
      const moment = random() < 0.5 ? at : closing(spec, at);
      const [we, they] = [isOpen(ours, moment), theirs.isOpen(moment)];
      const words = `open ${moment}: ${we} ${they}`;
      if (we === they) return { verdict: 'same', words };
      const closes =
        !we && counted(spec, moment - 1000, moment) === 1 && counted(spec, moment, moment + 1000) === 0;
      return { verdict: closes ? verdicts[1] : 'unexplained', words };
    }
  }
}

/** Seconds from the instant to each range of its date that is yet to open: what the library takes off. */
const ahead = (spec: CalendarSpec, at: Instant): number =>
  openOn(spec, Math.floor(at / day) * day).reduce((sum, [opens]) => sum + Math.max(0, opens - at) / 1000, 0);

/** A moment at which a range of that date closes, if it has any. */
const closing = (spec: CalendarSpec, at: Instant): Instant =>
  openOn(spec, Math.floor(at / day) * day)[0]?.[1] ?? at;

/** Mulberry32: the same numbers for the same seed. */
function chance(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
