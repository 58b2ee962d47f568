// More work than people (S14): the leads hear of it, once a day.
import { isAway } from './availability.ts';
import { isLive } from './ticket.ts';
import { send, type Work } from './work.ts';
import { localDay, zoneNamed } from './zone.ts';

/** Everybody who is there and has a cap (People, Most open tickets) is at it. */
export function tellOverload(work: Work): void {
  const { rules, load, now, memory } = work;
  const there = rules.people.filter((person) => person.cap !== null && !isAway(person, now));
  if (there.length === 0 || there.some(({ email, cap }) => (load.get(email) ?? 0) < (cap ?? 0))) return;
  const zone = zoneNamed(rules.settings.timeZone);
  const day = zone ? localDay(zone, now) : Math.floor(now / 86_400_000);
  if (memory.fullOn === day) return;
  work.memory = { ...memory, fullOn: day };
  const open = [...work.tickets.values()].filter(isLive).length;
  for (const { email } of rules.people.filter(({ role }) => role === 'lead'))
    send(
      work,
      {
        do: 'notice',
        to: email,
        kind: 'load',
        line: `More work than people: ${open} open tickets`,
        reason: `All ${there.length} who are there have as many as People, Cap allows; new ones go to the fallback owner`,
        due: null,
        threadId: null,
      },
      { ticket: null, key: `load|${email}|${day}` },
    );
}
