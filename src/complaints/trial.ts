// A mail on trial: what the desk would do with it under given rules, row by row, each with why. Nothing is written.
import { deadlinesOf } from './deadlines.ts';
import type { Happening } from './event.ts';
import type { Mail } from './mail.ts';
import { policyFor, source } from './matrix.ts';
import type { Outgoing, Plan } from './plan.ts';
import { takeIn } from './receive.ts';
import type { Rules } from './rules.ts';
import { pathText, type Ticket } from './ticket.ts';
import type { Instant } from './time.ts';
import { understand } from './understand.ts';
import { lookAround } from './watch.ts';
import { whyDeadline } from './why-deadline.ts';
import { clockText, localTime } from './wording.ts';
import { begin, finish, type Seen } from './work.ts';

/** What, the answer, and why. */
export type TrialRow = readonly [what: string, is: string, why: string];

export function tryMail(seen: Seen, mail: Mail, now: Instant): readonly TrialRow[] {
  const work = begin(seen, now);
  takeIn(work, { mails: [mail], parked: [] });
  lookAround(work, [...work.touched]);
  const plan = finish(work);
  const [record] = plan.mails;
  const ticket = plan.tickets.find(({ id }) => id === record?.ticket);
  return [
    ['The mail', record?.outcome ?? '', record?.reason ?? ''],
    ...(record?.outcome === 'opened' && ticket ? opened(mail, ticket, plan, seen.rules) : []),
    ...(ticket ? deadlines(ticket, seen.rules, now) : []),
    ...plan.outgoing.flatMap((one) => leaving(one, seen.rules)),
  ];
}

function opened(mail: Mail, ticket: Ticket, plan: Plan, rules: Rules): readonly TrialRow[] {
  const reason = (type: Happening['type']): string =>
    plan.events.filter(({ what, ticket: id }) => what.type === type && id === ticket.id).at(-1)?.reason ?? '';
  const byWords = understand(mail, { customerTier: ticket.customerTier }, rules);
  const others = [{ ...byWords.category.is, why: byWords.category.why }, ...byWords.alternatives];
  const policy = policyFor(ticket, rules);
  return [
    ['Category', pathText(ticket), ticket.categoryWhy],
    ...others
      .filter((one) => pathText(one) !== pathText(ticket))
      .map((one): TrialRow => ['Other category', pathText(one), one.why]),
    ['Severity', ticket.severity, ticket.severityWhy],
    ['Mood', ticket.mood, ticket.moodWhy],
    ...plan.events.flatMap(({ what, reason: why }): readonly TrialRow[] =>
      what.type === 'flagged' ? [['Sign', what.flag, why]] : [],
    ),
    ['Customer', ticket.customer ?? 'not in Customers', `Customer tier ${ticket.customerTier}`],
    ['Matrix row', source(policy.is), policy.why],
    ['Tier', `${ticket.tier} ${rules.settings.tiers[ticket.tier - 1] ?? ''}`.trim(), reason('escalated')],
    ['Owner', ticket.owner ?? '', reason('owner set')],
  ];
}

const deadlines = (ticket: Ticket, rules: Rules, now: Instant): readonly TrialRow[] =>
  deadlinesOf(ticket, rules, now)
    .filter(({ metAt }) => metAt === null)
    .map((one) => [
      `Due: ${clockText(one.clock)}`,
      one.due === null ? 'stopped' : localTime(one.due, rules.settings.timeZone),
      whyDeadline(one, ticket, rules),
    ]);

function leaving({ effect, notBefore }: Outgoing, rules: Rules): readonly TrialRow[] {
  const when = `not before ${localTime(notBefore, rules.settings.timeZone)}`;
  switch (effect.do) {
    case 'notice':
      return [[`Notice (${effect.kind})`, `${effect.to}, ${when}`, `${effect.line}. ${effect.reason}`]];
    case 'label':
      return [['Labels', effect.add.join(', '), '']];
    case 'draft':
    case 'send':
      return [[`To the customer (${effect.do})`, effect.subject, effect.body]];
    default:
      return effect satisfies never;
  }
}
