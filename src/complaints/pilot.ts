// A pilot: other rules for some of the new tickets, to be compared with the published rules for the rest.
import { hashOf } from './reading/hash.ts';
import type { Rules } from './rules.ts';
import type { Ticket } from './ticket.ts';
import type { Instant } from './time.ts';

export interface Pilot {
  /** The version that is piloted; its tickets carry this number. */
  readonly version: number;
  readonly since: Instant;
  /** Which new tickets it gets. */
  readonly of: { readonly percent: number } | { readonly category: string };
  /** The parts of the rules that differ from the published ones. */
  readonly parts: Partial<Omit<Rules, 'version' | 'pilot'>>;
}

const whole = new WeakMap<Rules, Rules>();

/** The rules that govern a ticket: the pilot's while it runs, for its tickets; else the published ones. */
export function rulesFor(ticket: Pick<Ticket, 'pilot'>, rules: Rules): Rules {
  const { pilot } = rules;
  return pilot && ticket.pilot === pilot.version ? pilotRules(rules, pilot) : rules;
}

/** The same object each time, so that whoever compares rules sees no change where there is none. */
export function pilotRules(rules: Rules, { parts, version }: Pilot): Rules {
  const { pilot: _, ...published } = rules;
  const known = whole.get(rules) ?? { ...published, ...parts, version: `${rules.version}+${version}` };
  whole.set(rules, known);
  return known;
}

/** Always the same answer for a ticket; `category` is what the published rules make of it. */
export function isPiloted(id: string, category: string, { of, version }: Pilot): boolean {
  if ('category' in of) return category.toLowerCase() === of.category.toLowerCase();
  return (
    Number.parseInt(hashOf('pilot', String(version), id).slice(0, 8), 16) / 0x1_0000_0000 < of.percent / 100
  );
}
