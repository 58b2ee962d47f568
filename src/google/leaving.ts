// What leaves now of all that waits: the most pressing first, and no more than Gmail takes.
import type { Notice } from '../complaints/plan.ts';
import type { Instant } from '../complaints/time.ts';
import { type Kind, kindOf, type Waiting } from '../rules/desk/desk-state.ts';
import { units } from './spent.ts';

/** What holds effects up. */
export interface Flow {
  /** Kinds of which Gmail took none when last tried. */
  readonly held: readonly Kind[];
  /** No mail is sent before this instant. */
  readonly resumeAt: Instant;
}

/** Of the 6,000 units of a minute; the rest is for reading. */
const mostUnits = 4_500;

/**
 * What leaves now: as much as a minute allows, the most pressing first; notices to one person are one mail, and wait
 * `patience` (ms) for one another, those that press a twelfth of it. Of a kind that is held one is tried, and as soon as it is done
 * the next tick lets the others out.
 */
export function ready(
  waiting: readonly Waiting[],
  { held, resumeAt }: Flow,
  { now, patience }: { readonly now: Instant; readonly patience: number },
): readonly Waiting[] {
  const chosen: Readonly<Record<Kind, Set<string>>> = { send: new Set(), draft: new Set(), label: new Set() };
  const most = (kind: Kind): number =>
    kind === 'send' && now < resumeAt ? 0 : held.includes(kind) ? 1 : Number.POSITIVE_INFINITY;
  const canWait = (one: Waiting): boolean => {
    const { at, effect } = one.outgoing;
    const [wait = 0, due = null] =
      effect.do !== 'notice' ? [] : isPressing(effect) ? [patience / 12] : [patience, effect.due];
    return at + wait > now && (due ?? now + wait) >= now + wait;
  };
  let left = mostUnits;
  return waiting
    .filter(({ outgoing }) => outgoing.notBefore <= now)
    .sort((a, b) => urgency(a) - urgency(b))
    .filter((one) => {
      const { id, effect } = one.outgoing;
      const kind = kindOf(one.outgoing);
      const errands = chosen[kind];
      const errand = effect.do === 'notice' ? effect.to : id;
      if (errands.has(errand)) return true;
      if (canWait(one) || errands.size >= most(kind) || left < units[kind]) return false;
      left -= units[kind];
      errands.add(errand);
      return true;
    });
}

const isPressing = ({ kind }: Notice): boolean => kind === 'breach' || kind === 'escalation';

/** What failed before comes last: one mail that never leaves must not stand for all. */
function urgency({ outgoing: { effect }, tried }: Waiting): number {
  if (tried !== null) return 3;
  if (effect.do !== 'notice') return 2;
  return isPressing(effect) ? 0 : 1;
}
