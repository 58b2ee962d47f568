// People as they are planned: caps that do not hold, covers that cannot cover, nobody who hears of problems.
import { standIn } from '../../complaints/availability.ts';
import { dateOf, dayLength } from '../../complaints/dates.ts';
import type { Person, Problem, Rules } from '../../complaints/rules.ts';
import type { Instant } from '../../complaints/time.ts';
import { wallTime, zoneNamed } from '../../complaints/zone.ts';
import { conflict } from './conflict.ts';

export function peopleConflicts(rules: Rules, now: Instant): readonly Problem[] {
  const rows = rules.people.filter(({ place }) => place.row > 0);
  const noAdmin = conflict('warning', { tab: 'People', row: null }, 'Role', [
    'nobody is an admin.',
    'Write admin for whoever looks after this workbook: admins hear of its problems.',
  ]);
  const leaving = [...new Set(rules.people.flatMap(({ away }) => away.map(({ from }) => from)))];
  return [
    ...(rows.length > 0 && !rows.some(({ role }) => role === 'admin') ? [noAdmin] : []),
    ...rows.flatMap((person) => [
      ...overCap(person, rules),
      ...uncovered(person, rules, { leaving, now }),
      ...narrowCover(person, rules),
    ]),
  ];
}

/** A cap holds in rotations only: who is named gets every ticket. */
function overCap({ place, email, cap }: Person, { settings, matrix }: Rules): readonly Problem[] {
  if (cap === null) return [];
  const row = matrix.find(({ owners }) =>
    owners.some(([only, ...others]) => only?.by === 'person' && only.person === email && others.length === 0),
  );
  const why =
    settings.fallbackOwner === email
      ? 'the fallback owner takes what nobody else can'
      : row && `Matrix row ${row.place.row} gives its tickets to nobody else`;
  return why
    ? [
        conflict('hint', place, 'Cap', [
          `${email} goes over this cap by design: ${why}.`,
          'Leave Cap blank, or name others beside.',
        ]),
      ]
    : [];
}

function uncovered(
  person: Person,
  rules: Rules,
  { leaving, now }: { readonly leaving: readonly Instant[]; readonly now: Instant },
): readonly Problem[] {
  for (const { from, to } of person.away) {
    if (to !== null && to <= now) continue;
    const changes = leaving.filter((at) => at >= from && (to === null || at < to));
    const alone = [...new Set(changes.map((at) => Math.max(at, now)))].sort((a, b) => a - b);
    const at = alone.find((instant) => standIn(person, instant, rules) === null);
    if (at === undefined) continue;
    const since = at === now ? 'now' : `from ${dateText(at, rules)}`;
    return [
      person.cover === null
        ? conflict('hint', person.place, 'Cover', [
            `nobody covers for ${person.email}, away ${since}.`,
            'Write who takes over.',
          ])
        : conflict('warning', person.place, 'Away', [
            `${person.email} and whoever covers are away together ${since}.`,
            'Let somebody else cover, or move the days.',
          ]),
    ];
  }
  return [];
}

function narrowCover({ place, cover, mayHandle }: Person, { people }: Rules): readonly Problem[] {
  const narrow = people.find(({ email }) => email === cover)?.mayHandle ?? [];
  const covers = (path: string): boolean =>
    narrow.includes(path) || narrow.includes(path.split(' > ')[0] ?? '');
  if (narrow.length === 0 || (mayHandle.length > 0 && mayHandle.every(covers))) return [];
  return [
    conflict('hint', place, 'Cover', [
      `${cover} may not handle all that this person may.`,
      'See May handle of both: what the cover may not take goes to others.',
    ]),
  ];
}

export function dateText(at: Instant, { settings }: Rules): string {
  const zone = zoneNamed(settings.timeZone);
  return dateOf(Math.floor((zone ? wallTime(zone, at) : at) / dayLength));
}
