// What came of reading one cell: a value, troubles, or a value in spite of troubles.

import type { Names } from './names.ts';
import { type Trouble, trouble } from './problem.ts';

/** No value: the cell cannot be used. A value beside troubles: the sound part of the cell. */
export interface Reading<T> {
  readonly value?: T;
  readonly troubles: readonly Trouble[];
}

/** Reads the text of a filled cell. */
export type Read<T> = (text: string, names: Names) => Reading<T>;

export function sound<T>(value: T): Reading<T> {
  return { value, troubles: [] };
}

export function unsound(what: string, advice = ''): Reading<never> {
  return { troubles: [trouble(what, advice)] };
}

/** Reads each item; the sound ones stay. No value only where items were given and none is sound. */
export function eachOf<T>(
  items: readonly string[],
  read: (item: string) => Reading<T>,
): Reading<readonly T[]> {
  const readings = items.map(read);
  const troubles = readings.flatMap((reading) => reading.troubles);
  const value = readings.flatMap((reading) => (reading.value === undefined ? [] : [reading.value]));
  return value.length === 0 && items.length > 0 ? { troubles } : { value, troubles };
}

export function mapped<T, U>(reading: Reading<T>, change: (value: T) => U): Reading<U> {
  const { value, troubles } = reading;
  return value === undefined ? { troubles } : { value: change(value), troubles };
}
