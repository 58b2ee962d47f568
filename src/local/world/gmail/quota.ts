// What a person may ask of Gmail in a minute and send in a day.

import { sendingLimit, tooFast } from './failures.ts';
import type { State } from './state.ts';

/** Source: platform.md, projects new since May 2026. */
export const unitsPerMinute = 6_000;

/** Recipients a person and day. Source: platform.md. */
export const recipientsPerDay = { consumer: 100, workspace: 1_500 } as const;

const minute = 60_000;
const day = 24 * 60 * minute;

/** Books the units, or refuses the call; a refused call costs nothing. */
export function spend(state: State, email: string, units: number): void {
  const now = state.clock.now();
  const recent = (state.spent.get(email) ?? []).filter(({ at }) => at > now - minute && at <= now);
  const used = recent.reduce((sum, each) => sum + each.units, 0);
  if (used + units > state.unitsPerMinute) throw tooFast();
  state.spent.set(email, [...recent, { at: now, units }]);
}

export function checkSending(state: State, email: string, recipients: number): void {
  const now = state.clock.now();
  const today = state.sent.filter(({ by, at }) => by === email && at > now - day && at <= now);
  const used = today.reduce((sum, { to }) => sum + to.length, 0);
  if (used + recipients > recipientsPerDay[state.edition]) throw sendingLimit((today[0]?.at ?? now) + day);
}
