// Tickets for which nobody can be found: tiers without an owner, handovers to nobody, categories nobody may handle.
import { mayHandle } from '../../complaints/assignment.ts';
import type { OwnerStrategy, Policy, Problem, Rules } from '../../complaints/rules.ts';
import { pathText } from '../../complaints/ticket.ts';
import { ownerChainText, ownerText } from '../owner-text.ts';
import { conflict } from './conflict.ts';

export function ownerConflicts(rules: Rules): readonly Problem[] {
  return [
    ...rules.matrix.filter(({ place }) => place.row > 0).flatMap((policy) => unowned(policy, rules)),
    ...unhandled(rules),
  ];
}

function unowned(policy: Policy, rules: Rules): readonly Problem[] {
  const { place, owners, startTier, ladder } = policy;
  const fallback = `the fallback owner ${rules.settings.fallbackOwner} takes them.`;
  const nobody = owners.flatMap((chain, index) =>
    chain.length === 0 || chain.some((owner) => isPossible(owner, policy, rules))
      ? []
      : [
          conflict('warning', place, `Owner tier ${index + 1}`, [
            `'${ownerChainText(chain)}' can find nobody who may handle these tickets.`,
            `See Teams, Skills, Cap and May handle in People. Until then ${fallback}`,
          ]),
        ],
  );
  const handovers = ladder.flatMap(({ actions, text }) =>
    actions.flatMap((action) =>
      action.do !== 'hand to' || isPossible(action.owner, policy, rules)
        ? []
        : [
            conflict('warning', place, 'Ladder', [
              `'${text}' can find nobody to hand to: ${ownerText(action.owner)}.`,
              'See Teams, Skills, Cap and May handle in People.',
            ]),
          ],
    ),
  );
  const isBlank = owners.slice(0, startTier).every((chain) => chain.length === 0);
  const blank = conflict('hint', place, `Owner tier ${startTier}`, [
    'this row names nobody who gets its tickets.',
    `Write who does, such as round robin. Until then ${fallback}`,
  ]);
  return [...nobody, ...(isBlank ? [blank] : []), ...handovers];
}

function isPossible(owner: OwnerStrategy, { category, subcategory, customerTier }: Policy, rules: Rules) {
  const { people, customers } = rules;
  const may = (email: string | null): boolean =>
    people.some((one) => one.email === email && mayHandle(one, { category: category ?? '', subcategory }));
  switch (owner.by) {
    case 'person':
      return may(owner.person);
    case 'account manager':
      return customers.some((one) => (customerTier ?? one.tier) === one.tier && may(one.accountManager));
    case 'keep':
      return true;
    case 'lead':
      return people.some((one) => may(one.lead) || (one.role === 'lead' && may(one.email)));
    default:
      return people.some(
        ({ email, teams, skills, cap }) =>
          (owner.team === null || teams.includes(owner.team)) &&
          (owner.skill === null || skills.includes(owner.skill)) &&
          cap !== 0 &&
          may(email),
      );
  }
}

const unhandled = ({ categories, people }: Rules): readonly Problem[] =>
  categories
    .map((row) => ({ row, path: { category: row.name, subcategory: row.subcategory } }))
    .filter(({ path }) => !people.some((person) => person.cap !== 0 && mayHandle(person, path)))
    .map(({ row, path }) =>
      conflict('warning', row.place, 'Category', [
        `nobody may handle ${pathText(path)}.`,
        'Add it to May handle of somebody in People. Until then such tickets go to the fallback owner.',
      ]),
    );
