// Counting what the door refuses, in a script property: the tick and the door read it along with everything else.
import type { DoorRefusal } from '../door/envelope.ts';
import { countOne, readCount } from '../door/refusal-count.ts';
import { type DoorKeys, refusedProperty } from './door-keys.ts';
import { properties } from './properties.ts';

/** At most one property write, often none. */
export function countRefusal(refused: DoorRefusal, keys: DoorKeys, now: number): void {
  const count = countOne(readCount(keys.refused), refused, now);
  if (count) properties().setProperty(refusedProperty, JSON.stringify(count));
}
