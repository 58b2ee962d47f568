// Dates as numbers: a day is the count of days since 1970-01-01, so that it can be stepped and compared.
import type { LocalDate } from './time.ts';

export type Day = number;

export const dayLength = 86_400_000;
export const minute = 60_000;

const written = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Null where there is no such date: `2026-02-30`, `26-1-1`. */
export function dayOf(date: LocalDate): Day | null {
  const parts = written.exec(date);
  if (!parts) return null;
  const at = new Date(0);
  at.setUTCFullYear(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  const day = at.getTime() / dayLength;
  return dateOf(day) === date ? day : null;
}

export function dateOf(day: Day): LocalDate {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function yearOf(day: Day): number {
  return new Date(day * dayLength).getUTCFullYear();
}

export function newYear(year: number): Day {
  return new Date(0).setUTCFullYear(year, 0, 1) / dayLength;
}
