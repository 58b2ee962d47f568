// What leaves now of all that waits: the most pressing first, and no more than Gmail takes.
import type { Instant } from '../complaints/time.ts';
import { type Kind, kindOf, type Waiting } from '../rules/desk/desk-state.ts';

/** What holds effects up. */
export interface Flow {
  /** Kinds of which Gmail took none when last tried. */
  readonly held: readonly Kind[];
  /** No mail is sent before this instant. */
  readonly resumeAt: Instant;
}

/** A sent mail costs 100 of the 6,000 units that Gmail allows a minute. */
const mostMails = 40;
/** A label change costs 50 of them. */
const mostLabels = 110;

/**
 * What leaves now: as many labels and mails as a minute allows, the most pressing first; notices to one person are
 * one mail. Of a kind that is held one is tried, and as soon as it is done the next tick lets the others out.
 */
export function ready(
  waiting: readonly Waiting[],
  { held, resumeAt }: Flow,
  now: Instant,
): readonly Waiting[] {
  const chosen: Readonly<Record<Kind, Set<string>>> = { send: new Set(), draft: new Set(), label: new Set() };
  const most = (kind: Kind): number => {
    if (kind === 'send' && now < resumeAt) return 0;
    return held.includes(kind) ? 1 : kind === 'label' ? mostLabels : mostMails;
  };
  return waiting
    .filter(({ outgoing }) => outgoing.notBefore <= now)
    .sort((a, b) => urgency(a) - urgency(b))
    .filter(({ outgoing }) => {
      const { id, effect } = outgoing;
      const kind = kindOf(outgoing);
      const errand = effect.do === 'notice' ? effect.to : id;
      if (chosen[kind].size < most(kind)) chosen[kind].add(errand);
      return chosen[kind].has(errand);
    });
}

/** What failed before comes last: one mail that never leaves must not stand for all. */
function urgency({ outgoing: { effect }, tried }: Waiting): number {
  if (tried !== null) return 3;
  if (effect.do !== 'notice') return 2;
  return effect.kind === 'breach' || effect.kind === 'escalation' ? 0 : 1;
}
