// An incident: one ticket for the problem, of which many customers' tickets are members.
import { featuresOfText, featuresText } from '../learning/keep.ts';
import { policyFor } from '../matrix.ts';
import { leadOf, tell } from '../notices.ts';
import { severities } from '../rules.ts';
import { settle } from '../settle.ts';
import { isLive, pathText, type Ticket } from '../ticket.ts';
import type { Instant } from '../time.ts';
import type { CategoryPath } from '../understanding.ts';
import { type Because, record, ticketOf, type Work } from '../work.ts';
import { voiceOf } from './hearing.ts';

/** The Matrix's word for an incident. */
const widespread = 'widespread';

/** In the order in which they were opened. */
export const membersOf = (id: string, tickets: Iterable<Ticket>): readonly Ticket[] =>
  [...tickets].filter(({ parent }) => parent === id).sort((a, b) => a.opened - b.opened);

export const isOpenIncident = (ticket: Ticket | undefined): boolean =>
  ticket?.incident === true && isLive(ticket);

export function join(work: Work, member: string, parent: string, because: Because): void {
  record(work, member, { type: 'linked', parent }, because);
  const reason = `${member}: ${because.reason}`;
  record(work, parent, { type: 'member joined', member }, { ...because, reason });
  raiseTo(work, parent, ticketOf(work, member));
}

export function leave(work: Work, member: string, because: Because): void {
  const { parent } = ticketOf(work, member);
  if (parent == null) return;
  record(work, member, { type: 'unlinked', parent }, because);
  if (work.tickets.has(parent)) record(work, parent, { type: 'member left', member }, because);
}

/** An incident is no less grave than its gravest member. */
function raiseTo(work: Work, parent: string, { id, severity }: Ticket): void {
  const { severity: before } = ticketOf(work, parent);
  if (severities.indexOf(severity) <= severities.indexOf(before)) return;
  const reason = `${id}, one of its members, is ${severity}`;
  record(work, parent, { type: 'severity set', severity }, { reason });
  settle(work, parent);
}

/** Opens the incident's own ticket, owned as the Matrix has it; the lead hears of it once. Returns its id. */
export function openIncident(
  work: Work,
  members: readonly Ticket[],
  { reason, actor = 'desk', at = work.now }: Because & { readonly at?: Instant },
): string {
  const [first] = members;
  if (!first) throw new Error('An incident has a member');
  const number = work.memory.lastTicket + 1;
  work.memory = { ...work.memory, lastTicket: number };
  const { settings } = work.rules;
  const id = `${settings.ticketPrefix}${number}`;
  const why = { reason, actor, at };
  const path = commonPath(members, settings.fallbackCategory);
  record(work, id, { ...opening(first, members, path, work), message: theirs(at) }, why);
  record(
    work,
    id,
    { type: 'category set', ...path },
    { reason: `Most of its members are ${pathText(path)}` },
  );
  record(
    work,
    id,
    { type: 'severity set', severity: first.severity },
    { reason: `${first.id}, its first member, is ${first.severity}` },
  );
  record(work, id, { type: 'flagged', flag: widespread }, { reason });
  for (const { id: member } of members) join(work, member, id, { reason, actor });
  const parent = settle(work, id);
  tell(work, parent, leadOf(parent, work), { kind: 'incident', reason, key: id });
  return id;
}

function opening(first: Ticket, members: readonly Ticket[], path: CategoryPath, { rules }: Work) {
  const { settings } = rules;
  const tiers = members.map(({ customerTier }) => settings.customerTiers.indexOf(customerTier));
  const customerTier = settings.customerTiers[Math.max(0, ...tiers)] ?? '';
  return {
    type: 'opened',
    messageId: null,
    subject: subjectOf(members, path),
    requester: { name: '', address: '' },
    customer: null,
    customerTier,
    language: settings.language,
    mayAnswer: false,
    tier: policyFor({ ...path, severity: first.severity, customerTier, flags: [widespread] }, rules).is
      .startTier,
    follows: null,
    incident: true,
    said: sharedBy(members),
  } as const;
}

/** What several customers said, as features: nothing of one alone, who may ask to be forgotten. */
function sharedBy(members: readonly Ticket[]): string {
  const voices = new Map<number, Set<string>>();
  for (const member of members)
    for (const id of featuresOfText(member.said ?? '')?.ids ?? [])
      voices.set(id, (voices.get(id) ?? new Set()).add(voiceOf(member)));
  const ids = Uint16Array.from([...voices].flatMap(([id, { size }]) => (size > 1 ? id : []))).sort();
  return featuresText({ ids, counts: new Uint8Array(ids.length).fill(1) });
}

/** None of the customers' words: one of them may ask to be forgotten. */
function subjectOf(members: readonly Ticket[], path: CategoryPath): string {
  const named = members.slice(0, 3).map(({ id }) => id);
  const more = members.length > named.length ? ' ...' : '';
  return `Incident: ${pathText(path)} (${named.join(', ')}${more})`;
}

/** Its clocks run as if all these customers had written one mail. */
const theirs = (at: Instant) =>
  ({ key: '', print: '', gmailId: '', threadId: '', at, by: 'customer', counts: true }) as const;

/** What most of them are; what nobody could tell counts for nothing. */
function commonPath(members: readonly Ticket[], fallback: string): CategoryPath {
  const paths = members.map(({ category, subcategory }) => ({ category, subcategory }));
  const told = paths.filter(({ category }) => category !== fallback);
  const times = (path: CategoryPath): number =>
    told.filter((other) => pathText(other) === pathText(path)).length;
  const [most = { category: fallback, subcategory: null }] = [...told].sort((a, b) => times(b) - times(a));
  return most;
}
