// The actions of a ladder step: "tell owner", "next tier", "hand to team Billing", "label At risk".
import type { OwnerStrategy, StepAction } from '../complaints/rules.ts';
import { folded } from './cell.ts';
import { person, skill, team, tier } from './known.ts';
import type { Names } from './names.ts';
import { didYouMean } from './near.ts';
import { ownerText, readOwner } from './owner-text.ts';
import { short } from './plain.ts';
import { mapped, type Reading, sound, unsound } from './reading.ts';

const known =
  'tell owner, tell lead, next tier, tier 3, hand to team Billing, raise severity, label At risk, holding reply';
const starts = [
  'tell owner',
  'tell lead',
  'tell co-owners',
  'next tier',
  'raise severity',
  'holding reply',
  'label',
  'hand to',
  'tell',
  'tier',
];

export function readAction(text: string, names: Names): Reading<StepAction> {
  const plain = folded(text);
  if (plain === 'next tier' || plain === 'raise severity' || plain === 'holding reply')
    return sound({ do: plain });
  const tell = /^tell\s+(.+)$/i.exec(text);
  if (tell) return readTell(tell[1] ?? '', names);
  const label = /^label\s+(.+)$/i.exec(text);
  if (label) return readLabel(label[1] ?? '');
  const hand = /^hand(?:\s+over)?\s+to\s+(.+)$/i.exec(text);
  if (hand) return mapped(readHand(hand[1] ?? '', names), (owner) => ({ do: 'hand to', owner }));
  const up = /^(?:to\s+)?(tier\s+.+)$/i.exec(text);
  if (up) return mapped(tier(up[1] ?? '', names), (number) => ({ do: 'tier', tier: number }));
  return unsound(
    `'${short(text)}' is nothing the desk can do.`,
    didYouMean(text, starts, `It can: ${known}.`),
  );
}

function readTell(text: string, names: Names): Reading<StepAction> {
  const who = folded(text).replace(/^the /, '');
  if (who === 'owner' || who === 'lead') return sound({ do: 'tell', who });
  if (/^co-?owners?$/.test(who)) return sound({ do: 'tell', who: 'co-owners' });
  const found = person(text, names);
  if (found.value !== undefined) return sound({ do: 'tell person', person: found.value });
  const near = text.includes('@') ? '' : didYouMean(text, ['owner', 'lead', 'co-owners']);
  return near === '' ? { troubles: found.troubles } : unsound(`'${short(text)}' is nobody in People.`, near);
}

function readLabel(text: string): Reading<StepAction> {
  const label = text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/^\/+|\/+$/g, '')
    .trim();
  if (label !== '' && label.length <= 100) return sound({ do: 'label', label });
  return unsound(`'${short(text)}' is no name for a label.`, 'Write for example label At risk.');
}

/** A person, `team X`, `skill Y`, or any way to find an owner. */
function readHand(text: string, names: Names): Reading<OwnerStrategy> {
  const members = /^team\s+(.+)$/i.exec(text);
  if (members) return mapped(team(members[1] ?? '', names), (found) => leastLoaded(found, null));
  const able = /^skill\s+(.+)$/i.exec(text);
  if (able) return mapped(skill(able[1] ?? '', names), (found) => leastLoaded(null, found));
  return readOwner(text, names);
}

const leastLoaded = (members: string | null, ability: string | null): OwnerStrategy => ({
  by: 'least loaded',
  team: members,
  skill: ability,
});

export function actionText(action: StepAction): string {
  switch (action.do) {
    case 'tell':
      return `tell ${action.who}`;
    case 'tell person':
      return `tell ${action.person}`;
    case 'next tier':
    case 'raise severity':
    case 'holding reply':
      return action.do;
    case 'tier':
      return `tier ${action.tier}`;
    case 'hand to':
      return `hand to ${ownerText(action.owner)}`;
    case 'label':
      return /[,;:]/.test(action.label) ? `label "${action.label}"` : `label ${action.label}`;
    default:
      return action satisfies never;
  }
}
