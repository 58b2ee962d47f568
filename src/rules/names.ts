// The names one tab may use of another: people, teams, calendars, categories, tiers.
import type { CategoryPath } from '../complaints/understanding.ts';

export interface Named {
  readonly name: string;
  /** Lower case. */
  readonly email: string;
}

export interface Names {
  readonly people: readonly Named[];
  readonly teams: readonly string[];
  readonly skills: readonly string[];
  readonly calendars: readonly string[];
  readonly categories: readonly CategoryPath[];
  readonly customerTiers: readonly string[];
  /** First line first. */
  readonly tiers: readonly string[];
  /** Flags that Phrases can raise, and those that the desk raises by itself. */
  readonly flags: readonly string[];
}

/** Raised by the desk where no phrase says so: `recurring` for another ticket of the same customer and category. */
export const flagsOfTheDesk = ['recurring', 'widespread'] as const;

export const noNames: Names = {
  people: [],
  teams: [],
  skills: [],
  calendars: [],
  categories: [],
  customerTiers: [],
  tiers: [],
  flags: [],
};
