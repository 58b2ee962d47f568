// Working time: the hours a desk is open, as the rules give them.
import type { LocalDate } from './time.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Wall times `HH:MM`, `24:00` allowed as an end; an end at or before its start runs past midnight. */
export type WallRange = readonly [from: string, to: string];

/** What the workbook or the command line says of a calendar. */
export interface CalendarSpec {
  readonly name?: string;
  readonly timeZone: string;
  readonly hours: Partial<Readonly<Record<Weekday, readonly WallRange[]>>>;
  readonly holidays?: readonly LocalDate[];
  /** `MM-DD`. */
  readonly holidaysYearly?: readonly string[];
  /** Taken out of that date's hours. */
  readonly breaks?: Readonly<Record<LocalDate, readonly WallRange[]>>;
  /** Replace the week's hours on that date; a holiday beats a shift. */
  readonly shifts?: Readonly<Record<LocalDate, readonly WallRange[]>>;
  /** Names of holidays by date or MM-DD, for reasons. */
  readonly holidayNames?: Readonly<Record<string, string>>;
}

/** A calendar that was read and found sound: it has an open hour. Plain data, so that it can be stored. */
export interface Calendar extends CalendarSpec {
  readonly name: string;
}
