// What the door needs from script properties, all in one read: secrets, workbook, and how often it refused.
import { properties } from './properties.ts';

export interface DoorKeys {
  readonly workbook: string;
  /** The new secret first; two while one replaces the other. */
  readonly secrets: readonly string[];
  /** Refusals counted so far, as stored. */
  readonly refused: string;
}

export const refusedProperty = 'DOOR_REFUSED';

/** Short secrets can be guessed. */
const shortest = 24;

/** Null where the desk has no workbook or no secret. */
export function doorKeys(): DoorKeys | null {
  const all = properties().getProperties();
  const secrets = [all.DOOR_SECRET, all.DOOR_SECRET_OLD].flatMap((one) =>
    one && one.length >= shortest ? [one] : [],
  );
  const workbook = all.WORKBOOK;
  return workbook && secrets.length > 0 ? { workbook, secrets, refused: all[refusedProperty] ?? '' } : null;
}
