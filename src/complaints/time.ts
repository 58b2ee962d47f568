// What time is in Tierline: instants and durations as plain numbers.

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** Whole seconds. */
export type Seconds = number;

/** A local date, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A stretch of time from `from` (included) to `to` (not included); `null` is open-ended. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** How long something may take: working seconds, or working days on at the same wall time. */
export type Allowance =
  | { readonly unit: 'seconds'; readonly amount: Seconds }
  | { readonly unit: 'working days'; readonly amount: number };
