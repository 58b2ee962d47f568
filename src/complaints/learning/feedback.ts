// What people told the desk about its categories, and how that makes an example of a remembered mail.
import type { Event } from '../event.ts';
import { hashOf } from '../reading/hash.ts';
import type { Mood, Severity } from '../rules.ts';
import type { Ticket } from '../ticket.ts';
import type { Instant } from '../time.ts';
import type { CategoryPath } from '../understanding.ts';
import type { Example } from './example.ts';

/** A keyword of the admin that spoke for the category which the desk chose. */
export interface Spoke extends CategoryPath {
  readonly keyword: string;
}

/** The opening mail of a ticket as numbers; nobody has told yet whether its category is right, so its trust is 0. */
export interface Remembered {
  readonly example: Example;
  readonly spoke: readonly Spoke[];
}

export type Feedback = { readonly ticket: string; readonly at: Instant } & (
  | { readonly is: 'told'; readonly path: CategoryPath; readonly trust: number; readonly left?: Left }
  | { readonly is: 'graded'; readonly severity: Severity; readonly trust: number }
  /** The last one before it was undone: of a severity, or else of a category. */
  | { readonly is: 'withdrawn'; readonly of?: 'graded' }
);

/** Severity and mood that nobody changed while they dealt with the ticket. */
export interface Left {
  readonly severity: Severity;
  readonly mood: Mood;
}

/** What was left as it was is believed less than what somebody said. */
const leftTrust = 0.4;
/** One ticket in so many of those left as they were is learned from. */
const oneIn = 3;

const teaching: readonly string[] = ['set category', 'confirm category', 'set severity'];

/** `tickets` as they are after the events. */
export function feedbackIn(events: readonly Event[], tickets: readonly Ticket[]): readonly Feedback[] {
  const known = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  return events.flatMap(({ what, ticket: id, at, actor }): readonly Feedback[] => {
    if (actor === 'desk' || actor === 'customer') return [];
    const ticket = known.get(id);
    switch (what.type) {
      case 'category set':
      case 'category confirmed': {
        const { category, subcategory } = what;
        return [{ ticket: id, at, is: 'told', path: { category, subcategory }, trust: 1 }];
      }
      case 'severity set':
        return [
          {
            ticket: id,
            at,
            is: 'graded',
            severity: what.severity,
            trust: isUnsure(ticket) ? 0 : leftTrust / 2,
          },
        ];
      case 'resolved':
        return ticket && isLeftAsItWas(ticket) ? [leftAsItWas(ticket, at)] : [];
      case 'undone':
        return teaching.includes(what.action) ||
          (what.action === 'resolve' && ticket !== undefined && isLeftAsItWas(ticket))
          ? [{ ticket: id, at, is: 'withdrawn', ...(what.action === 'set severity' && { of: 'graded' }) }]
          : [];
      default:
        return [];
    }
  });
}

/** Its category is a place to wait in: who deals with it otherwise says nothing of that. */
const isUnsure = (ticket: Ticket | undefined): boolean => ticket?.sureness?.verdict === 'unsure';

/** Always the same answer for a ticket. What the desk was unsure of and nobody put right says nothing. */
const isLeftAsItWas = (ticket: Ticket): boolean =>
  ticket.sureness != null &&
  !isUnsure(ticket) &&
  Number.parseInt(hashOf('left', ticket.id).slice(0, 8), 16) % oneIn === 0;

const leftAsItWas = ({ id, category, subcategory, severity, mood }: Ticket, at: Instant): Feedback => ({
  ticket: id,
  at,
  is: 'told',
  path: { category, subcategory },
  trust: leftTrust,
  left: { severity, mood },
});

/** The example after all that was told about it, in the order in which it was told. */
export function afterFeedback(example: Example, feedback: readonly Feedback[]): Example {
  const standing: Feedback[] = [];
  let before = example;
  for (const one of feedback) {
    if (one.is !== 'withdrawn') standing.push(one);
    else {
      const at = standing.map(({ is }) => is).lastIndexOf(one.of ?? 'told');
      if (at >= 0) standing.splice(at, 1);
      else before = one.of ? { ...before, severity: null } : { ...before, trust: 0 };
    }
  }
  return standing.reduce(said, before);
}

function said(last: Example, one: Feedback): Example {
  if (one.is === 'told') return { ...last, path: one.path, at: one.at, trust: one.trust, ...one.left };
  if (one.is === 'withdrawn') return last;
  return { ...last, severity: one.severity, at: one.at, trust: last.trust || one.trust };
}
