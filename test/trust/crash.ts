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
  /** The world before each step of each moment, and the picture after the moment. */
  readonly before: readonly (readonly WorldSnapshot[])[];
  readonly after: readonly Picture[];
}

export async function undisturbed(moments: readonly Moment[] = busyDay): Promise<Day> {
  const office = await openDesk();
  const before: WorldSnapshot[][] = [];
  const after: Picture[] = [];
  for (const moment of moments) {
    const saved: WorldSnapshot[] = [];
    for (const step of stepsOf(moment)) {
      saved.push(office.world.snapshot());
      step(office);
    }
    before.push(saved);
    after.push(picture(office));
  }
  return { office, moments, before, after };
}

/** What happens, then minute by minute. */
const stepsOf = ({ happens, minutes }: Moment): readonly Moment['happens'][] => [
  happens,
  ...Array.from({ length: minutes }, () => (office: Office) => office.world.advance(minute)),
];

export interface Point {
  /** Which moment of the day. */
  readonly moment: number;
  /** 0: what happens, such as clicks; from 1 on, which minute after it. */
  readonly step: number;
  /** Which call of the desk from the step's beginning, requests within a fetchAll included. */
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
  const saved = before[point.moment]?.[point.step];
  if (!saved) return { ended: 'no such call' };
  world.restore(saved);
  world.faults.clear();
  world.faults.at(point.call, { script: 'desk', method: /./, after: point.after }, 'kill');
  let where: string | null = null;
  try {
    for (let at = point.moment; at < moments.length; at++) {
      const steps = stepsOf(moments[at] as Moment);
      for (const step of at === point.moment ? steps.slice(point.step) : steps) {
        step(office);
        if (!world.faults.struck()) return { ended: 'no such call' };
      }
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

/**
 * Every point of the day, the last moments and their nights first; with `parts` each so manyth call of each step, so that
 * all parts take as long.
 */
export function* points(day: Day, { part, parts } = { part: 0, parts: 1 }): Generator<Tried> {
  const steps = day.before.flatMap((saved, moment) => saved.map((_, step) => ({ moment, step })));
  for (const { moment, step } of steps.reverse())
    for (const after of [false, true])
      for (let call = 1 + ((part + step) % parts); ; call += parts) {
        const point = { moment, step, call, after };
        const ending = killedAt(day, point);
        if (ending.ended === 'no such call') break;
        yield { point, ending };
      }
}

export interface Tried {
  readonly point: Point;
  readonly ending: Ending;
}
