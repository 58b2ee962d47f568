// How a deadline came about, in words: the row it comes from, the hours it counts by, and what was not counted.
import { calendarOf } from './availability.ts';
import { allowanceOf, type Deadline, regimesUntil } from './deadlines.ts';
import type { Rules } from './rules.ts';
import type { Ticket } from './ticket.ts';
import { whyDue } from './why-due.ts';

/** By the last regime in force; time that was used up under an earlier one is said, not told in detail. */
export function whyDeadline(deadline: Deadline, ticket: Ticket, rules: Rules): string {
  const { clock, start, metAt, pauses } = deadline;
  const regimes = metAt === null ? ticket.regimes : regimesUntil(ticket.regimes, metAt);
  const regime = regimes.at(-1);
  const allowance = regime && allowanceOf(clock, regime, ticket.tier);
  if (!regime || !allowance) return '';
  const told = whyDue(calendarOf(regime.calendar, rules), start, allowance, pauses);
  const changed = regimes.some(({ since }) => since > start)
    ? ' The rules for it changed meanwhile: time used before that counts by the earlier calendar.'
    : '';
  return `${regime.source}: ${told}${changed}`;
}
