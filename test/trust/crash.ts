// The exhaustive crash test: the desk dies before or after each call of a busy day, and the day ends as if nothing had been.
import type { Office } from '../../src/local/office.ts';
import type { WorldSnapshot } from '../../src/local/world/world.ts';
import { difference } from './alike.ts';
import { busyDay, type Moment, minute, openDesk } from './busy-day.ts';
import { type Picture, picture } from './picture.ts';

/** A dead tick's work is done by the next; what was decided later may be told a few minutes later. */
const tolerance = 5 * minute;

export interface Day {
  readonly office: Office;
  readonly moments: readonly Moment[];
  /** The world before each moment, and the picture after it. */
  readonly before: readonly WorldSnapshot[];
  readonly after: readonly Picture[];
}

export async function undisturbed(moments: readonly Moment[] = busyDay): Promise<Day> {
  const office = await openDesk();
  const before: WorldSnapshot[] = [];
  const after: Picture[] = [];
  for (const moment of moments) {
    before.push(office.world.snapshot());
    pass(office, moment);
    after.push(picture(office));
  }
  return { office, moments, before, after };
}

function pass(office: Office, { happens, minutes }: Moment): void {
  happens(office);
  office.world.advance(minutes * minute);
}

export interface Point {
  /** Which moment of the day. */
  readonly moment: number;
  /** Which call of the desk from its beginning, requests within a fetchAll included. */
  readonly call: number;
  /** The effect is done, only the answer is lost. */
  readonly after: boolean;
}

export type Ending =
  | { readonly ended: 'alike' }
  | { readonly ended: 'no such call' }
  | { readonly ended: 'other'; readonly where: string };

/** The day from this moment on, with the desk killed there. It goes on until both days are alike, or to its end. */
export function killedAt({ office, moments, before, after }: Day, point: Point): Ending {
  const { world } = office;
  const saved = before[point.moment];
  if (!saved) return { ended: 'no such call' };
  world.restore(saved);
  world.faults.clear();
  world.faults.at(point.call, { script: 'desk', method: /./, after: point.after }, 'kill');
  let where: string | null = null;
  try {
    for (let at = point.moment; at < moments.length; at++) {
      pass(office, moments[at] as Moment);
      if (!world.faults.struck()) return { ended: 'no such call' };
      where = difference(after[at], picture(office), tolerance);
      if (where === null) return { ended: 'alike' };
    }
  } catch (error) {
    where = error instanceof Error ? error.message : String(error);
  } finally {
    world.faults.clear();
  }
  return { ended: 'other', where: where ?? '' };
}

/** Every point of the day, one after another; with `parts` each so manyth call of each moment, so that all parts take as long. */
export function* points(day: Day, { part, parts } = { part: 0, parts: 1 }): Generator<Tried> {
  for (const moment of day.moments.keys())
    for (const after of [false, true])
      for (let call = 1 + ((part + moment) % parts); ; call += parts) {
        const point = { moment, call, after };
        const ending = killedAt(day, point);
        if (ending.ended === 'no such call') break;
        yield { point, ending };
      }
}

export interface Tried {
  readonly point: Point;
  readonly ending: Ending;
}
