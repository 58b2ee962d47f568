// A new ticket beside the others: a member of an incident, the first sign of one, or an old matter in a new thread.
import { incidentAround, type RecentMail } from '../learning/incident.ts';
import { alikeFrom } from '../learning/likeness.ts';
import { pathText, type Ticket } from '../ticket.ts';
import type { Instant } from '../time.ts';
import { durationText } from '../wording.ts';
import { safely, ticketOf, type Work } from '../work.ts';
import { alikeFromFor, likenessesOf } from './alike.ts';
import { heard, raritiesIn, vectorIn } from './hearing.ts';
import { isOpenIncident, join, membersOf, openIncident } from './link.ts';
import { noteSameMatter } from './same-matter.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** For tickets opened in this go. Trouble here never takes a ticket away. */
export function gather(work: Work, ids: readonly string[]): void {
  for (const id of ids) {
    const trouble = safely(work, () => {
      const all = heard(work);
      const mail = all.find((one) => one.id === id);
      if (!mail) return;
      noteSameMatter(work, mail, all);
      if (work.rules.settings.incidentCustomers > 0 && ticketOf(work, id).parent === undefined)
        gatherOne(work, mail, all);
    });
    if (trouble !== null) work.troubled.set(id, trouble);
  }
}

function gatherOne(work: Work, mail: RecentMail, all: readonly RecentMail[]): void {
  const parent = openIncidentLike(work, mail, all);
  if (parent !== null) {
    join(work, mail.id, parent.incident, {
      reason: `It is like ${parent.member}, which belongs to the incident ${parent.incident}`,
    });
    return;
  }
  const { incidentCustomers, incidentHours } = work.rules.settings;
  const window = incidentHours * hour;
  if (!knowsWhatIsUsual(mail, all)) return;
  const free = all.filter(({ id, at }) => at < mail.at - window || isFree(ticketOf(work, id)));
  const found = incidentAround(mail, free, {
    window,
    fewestCustomers: Math.max(2, incidentCustomers),
    rarities: raritiesIn(work),
    vector: (one) => vectorIn(work, one),
    alike: (one, other) => alikeFromFor(work.tickets.get(one.id), work.tickets.get(other.id), work),
  });
  if (!found) return;
  const members = found.members.map((id) => ticketOf(work, id));
  const other = sameInOtherWords(work, members, mail.at - window);
  if (other !== null) {
    const reason = `${found.customers} customers wrote alike about ${pathText(ticketOf(work, mail.id))}, as others did in ${other.language} in the incident ${other.id}`;
    for (const { id } of members) join(work, id, other.id, { reason });
    return;
  }
  const since = durationText(Math.max(60, Math.round((mail.at - found.since) / 1_000)));
  const usual = found.usual >= 1 ? `, usually ${Math.round(found.usual)}` : '';
  openIncident(work, members, {
    at: mail.at,
    reason: `${found.customers} customers wrote alike within ${since}${usual} (${members.map(({ id }) => id).join(', ')}), about ${pathText(ticketOf(work, mail.id))}`,
  });
}

/** Words do not cross languages: a second wave about the same subcategory at the same time is the same problem. */
function sameInOtherWords(
  work: Work,
  members: readonly Ticket[],
  since: Instant,
): { readonly id: string; readonly language: string } | null {
  const paths = new Set(members.map(pathText));
  const spoken = new Set(members.map(({ language }) => language));
  for (const one of work.tickets.values()) {
    if (!isOpenIncident(one) || one.opened < since) continue;
    if (one.subcategory === null || !paths.has(pathText(one))) continue;
    const theirs = membersOf(one.id, work.tickets.values()).map(({ language }) => language);
    const language = theirs.find((each) => !spoken.has(each));
    if (language !== undefined) return { id: one.id, language };
  }
  return null;
}

/** A desk of a few hours would take a question that always comes for an incident. */
const knowsWhatIsUsual = (mail: RecentMail, all: readonly RecentMail[]): boolean =>
  all.some(({ at }) => mail.at - at >= day);

/** Not taken out by hand, not a member already, not put aside. */
const isFree = ({ parent, status }: Ticket): boolean => parent === undefined && status !== 'closed';

/** The open incident that has two members of the last day which are like it, or one that is very much so. */
function openIncidentLike(
  work: Work,
  mail: RecentMail,
  all: readonly RecentMail[],
): { readonly incident: string; readonly member: string } | null {
  const likeTo = likenessesOf(mail, work);
  const like = all
    .map(({ id }, index) => ({ member: id, incident: ticketOf(work, id).parent ?? '', index }))
    .filter(({ member, incident, index }) => {
      const isNear = Math.abs(mail.at - (all[index]?.at ?? 0)) <= day;
      return isNear && member !== mail.id && isOpenIncident(work.tickets.get(incident));
    })
    .map((one) => ({ ...one, how: likeTo(all[one.index] ?? mail) }))
    .filter(({ how }) => how > 0)
    .sort((a, b) => b.how - a.how);
  const best = like.find(
    ({ incident, how }) => how >= alikeFrom || like.filter((other) => other.incident === incident).length > 1,
  );
  return best ?? null;
}
