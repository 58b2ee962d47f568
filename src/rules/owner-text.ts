// Owner cells: a chain of ways to find an owner, tried from left to right.
import type { OwnerStrategy } from '../complaints/rules.ts';
import { folded } from './cell.ts';
import { person, skill, team } from './known.ts';
import type { Names } from './names.ts';
import { nearest } from './near.ts';
import { short } from './plain.ts';
import { eachOf, mapped, type Read, type Reading, sound, unsound } from './reading.ts';

const simple = ['account manager', 'keep', 'lead'] as const;
const spread = /^(round robin|least loaded)(?:\s+(of|in|with skill)\s+(.+))?$/i;
const kinds = [...simple, 'round robin', 'least loaded'];

/** `account manager; round robin of Support else anna@example.com`. */
export const ownerChain: Read<readonly OwnerStrategy[]> = (cell, names) =>
  eachOf(
    cell
      .split(/[;\n]|\s+else\s+/i)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
    (part) => readOwner(part, names),
  );

export function readOwner(cell: string, names: Names): Reading<OwnerStrategy> {
  const by = simple.find((each) => each === folded(cell).replace(/^the /, ''));
  if (by !== undefined) return sound({ by });
  const match = spread.exec(cell.trim());
  if (match) return readSpread(match, names);
  const found = person(cell, names);
  if (found.value !== undefined) return sound({ by: 'person', person: found.value });
  return mistyped(cell) ?? { troubles: found.troubles };
}

function readSpread([, kind = '', link, rest = '']: RegExpExecArray, names: Names): Reading<OwnerStrategy> {
  const by = folded(kind) === 'round robin' ? 'round robin' : 'least loaded';
  if (link === undefined) return sound({ by, team: null, skill: null });
  if (folded(link) === 'with skill') {
    return mapped(skill(rest, names), (found) => ({ by, team: null, skill: found }));
  }
  const [whose = '', ability] = rest.split(/\s+with\s+skill\s+/i);
  const members = team(whose.replace(/^team\s+/i, ''), names);
  if (ability === undefined) return mapped(members, (found) => ({ by, team: found, skill: null }));
  const able = skill(ability, names);
  if (members.value === undefined || able.value === undefined) {
    return { troubles: [...members.troubles, ...able.troubles] };
  }
  return sound({ by, team: members.value, skill: able.value });
}

function mistyped(cell: string): Reading<OwnerStrategy> | null {
  const [, start = cell] = /^(.*?)(?:\s+(?:of|in|with)\s+.*)?$/is.exec(cell) ?? [];
  const near = cell.includes('@') ? null : nearest(start, kinds);
  return near === null
    ? null
    : unsound(`'${short(cell)}' is no way to find an owner.`, `Did you mean ${near}?`);
}

/** As `readOwner` reads it. */
export function ownerText(owner: OwnerStrategy): string {
  if (owner.by === 'person') return owner.person;
  if (owner.by !== 'round robin' && owner.by !== 'least loaded') return owner.by;
  const members = owner.team === null ? '' : ` of ${owner.team}`;
  return `${owner.by}${members}${owner.skill === null ? '' : ` with skill ${owner.skill}`}`;
}

export function ownerChainText(chain: readonly OwnerStrategy[]): string {
  return chain.map(ownerText).join('; ');
}
