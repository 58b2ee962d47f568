// When two tickets are about the same: by their words, and less of them where the category says so too.

import type { RecentMail } from '../learning/incident.ts';
import { alikeFrom, alikeFromWithMore, likeness, likenessTo } from '../learning/likeness.ts';
import type { Ticket } from '../ticket.ts';
import type { Work } from '../work.ts';
import { hasHeardEnough, vectorIn } from './hearing.ts';

type Named = Pick<Ticket, 'category' | 'subcategory'>;

export function alikeFromFor(one: Named | undefined, other: Named | undefined, work: Work): number {
  const same =
    hasHeardEnough(work) &&
    one !== undefined &&
    one.category === other?.category &&
    one.category !== work.rules.settings.fallbackCategory;
  return same ? alikeFromWithMore : alikeFrom;
}

/** Of one customer, whose mails end alike whatever they are about: 0 where the words alone do not say it. */
export function saysTheSame(one: RecentMail, other: RecentMail, work: Work): number {
  const how = likeness(vectorIn(work, one), vectorIn(work, other));
  return how >= alikeFrom ? how : 0;
}

/** How like other mails are to this one, from 0 to 1; 0 where they are not about the same. */
export function likenessesOf(one: RecentMail, work: Work): (other: RecentMail) => number {
  const how = likenessTo(vectorIn(work, one));
  return (other) => {
    const from = alikeFromFor(work.tickets.get(one.id), work.tickets.get(other.id), work);
    const found = how(vectorIn(work, other));
    return found >= from ? found : 0;
  };
}
