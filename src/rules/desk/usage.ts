// How much of Google's daily quotas the desk uses, when they will be spent, and how often it should look.
import type { Instant } from '../../complaints/time.ts';
import { wallTime, zoneNamed } from '../../complaints/zone.ts';

/** What one execution used. */
export interface Spent {
  readonly seconds: number;
  readonly fetches: number;
  readonly units: number;
  readonly mails: number;
}

export const nothingSpent: Spent = { seconds: 0, fetches: 0, units: 0, mails: 0 };

/** One of Google's days (midnight Pacific time): sums of the ticks that had work; `units`: the most in one tick. */
export interface DayUse extends Spent {
  readonly day: number;
}

/** Cells of the workbook, by day. */
export type Cells = readonly (readonly [day: number, cells: number])[];

const mostDays = 14;

function californian(now: Instant): number {
  const zone = zoneNamed('America/Los_Angeles');
  return zone ? wallTime(zone, now) : now;
}

export const googleDay = (now: Instant): number => Math.floor(californian(now) / 86_400_000);

export function withSpent(days: readonly DayUse[], spent: Spent, now: Instant): readonly DayUse[] {
  const day = googleDay(now);
  const today = days.find((one) => one.day === day) ?? { ...nothingSpent, day };
  const sum: DayUse = {
    day,
    seconds: Math.round(today.seconds + spent.seconds),
    fetches: today.fetches + spent.fetches,
    units: Math.max(today.units, spent.units),
    mails: today.mails + spent.mails,
  };
  return [...days.filter((one) => one.day !== day), sum].slice(-mostDays);
}

export const withCells = (known: Cells, cells: number, now: Instant): Cells => [
  ...known.filter(([day]) => day !== googleDay(now)).slice(1 - mostDays),
  [googleDay(now), cells],
];

interface Quota {
  readonly name: string;
  readonly limit: number;
  readonly advice: string;
  readonly of: (day: DayUse) => number;
}

/** A tick in which nothing happened: the history and two ranges of the workbook, in about so many seconds. */
const idle = { seconds: 0.8, fetches: 3 } as const;

const lookLess = 'Look every 5 or 10 minutes (Settings, Check every)';

const mailsADay = (consumer: boolean): number => (consumer ? 100 : 1_500);

/** Google's quota page; the smaller figures are those of accounts without Workspace. */
function quotas(every: number, consumer: boolean): readonly Quota[] {
  const ticks = 1_440 / every;
  return [
    {
      name: 'trigger time',
      limit: consumer ? 5_400 : 21_600,
      advice: lookLess,
      of: ({ seconds }) => seconds + ticks * idle.seconds,
    },
    {
      name: 'requests',
      limit: consumer ? 20_000 : 100_000,
      advice: lookLess,
      of: ({ fetches }) => fetches + ticks * idle.fetches,
    },
    {
      name: 'mails sent',
      limit: mailsADay(consumer),
      advice: 'Let Acknowledge make drafts or be off, or tell fewer people in the ladders',
      of: ({ mails }) => mails,
    },
    {
      name: 'Gmail units a minute',
      limit: 6_000,
      advice: 'Nothing is lost: what a minute does not allow waits for the next',
      of: ({ units }) => units,
    },
  ];
}

export interface Forecast {
  readonly quota: string;
  /** Used of the limit on the fullest of the last days, 0 to 1 and above. */
  readonly share: number;
  /** Days until it is spent, at the pace of the last two weeks; null: not in sight. */
  readonly days: number | null;
  readonly advice: string;
}

export function forecasts(
  days: readonly DayUse[],
  cells: Cells,
  { every, consumer }: { readonly every: number; readonly consumer: boolean },
): readonly Forecast[] {
  const daily = quotas(every, consumer).map(({ name, limit, advice, of }) => {
    const level = Math.max(0, ...days.slice(-5).map(of));
    const slope = slopeOf(days.map((one) => [one.day, of(one)] as const));
    return { quota: name, share: level / limit, days: daysUntil(limit - level, slope), advice };
  });
  const full = 10_000_000;
  const [, last = 0] = cells.at(-1) ?? [];
  const workbook = {
    quota: 'cells of the workbook',
    share: last / full,
    days: daysUntil(full - last, slopeOf(cells)),
    advice: 'Keep mails and tickets for a shorter time (Settings), or begin a new workbook',
  };
  return [...daily, workbook];
}

function daysUntil(room: number, slope: number): number | null {
  if (room <= 0) return 0;
  const days = slope > 0 ? Math.ceil(room / slope) : Number.POSITIVE_INFINITY;
  return days <= 60 ? days : null;
}

/** By how much it grows a day: the straight line through all days; three days at least. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  if (points.length < 3) return 0;
  const mean = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, [day, value]) => sum + (day - x) * (value - y), 0);
  const under = points.reduce((sum, [day]) => sum + (day - x) ** 2, 0);
  return under === 0 ? 0 : over / under;
}

/** Told where more than half is used or the end is in sight. */
export const forecastRows = (found: readonly Forecast[]): readonly (readonly string[])[] =>
  found
    .filter(({ share, days }) => share >= 0.5 || days !== null)
    .map(({ quota, share, days, advice }) => [
      `Quota: ${quota}`,
      `${Math.round(share * 100)} %`,
      `${days === null ? '' : days === 0 ? 'Spent: what is left over waits for the next day. ' : `Spent in about ${days} days. `}${advice}`,
    ]);

/** Minutes between ticks: more where the day's trigger time runs short, so that it lasts until midnight. */
export function paceFor(days: readonly DayUse[], wanted: Pace, consumer: boolean, now: Instant): Pace {
  const today = days.find(({ day }) => day === googleDay(now));
  const idled = ((californian(now) % 86_400_000) / 60_000 / wanted) * idle.seconds;
  const share = ((today?.seconds ?? 0) + idled) / (consumer ? 5_400 : 21_600);
  const least = share > 0.8 ? 10 : share > 0.5 ? 5 : 1;
  return wanted > least ? wanted : least;
}

/** Milliseconds that a notice waits for company: longer where the day's mails run short. `days` ends with today. */
export function patienceFor(days: readonly DayUse[], consumer: boolean): number {
  const share = (days.at(-1)?.mails ?? 0) / mailsADay(consumer);
  return share > 0.8 ? 3_600_000 : share > 0.4 ? 900_000 : 0;
}

export type Pace = 1 | 5 | 10;

export const isConsumer = (address: string | undefined): boolean =>
  /@(gmail|googlemail)\.com$/.test(address ?? '');
