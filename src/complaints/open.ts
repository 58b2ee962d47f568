// A new ticket from a customer's mail: number, customer, understanding, policy, owner.
import { customerOf } from './customer.ts';
import { escalate } from './escalate.ts';
import { type Grasped, grasp } from './grasp.ts';
import { saysTheSame } from './incident/alike.ts';
import { heard, saidIn } from './incident/hearing.ts';
import type { RecentMail } from './learning/incident.ts';
import type { Mail } from './mail.ts';
import { policyFor } from './matrix.ts';
import { isPiloted } from './pilot.ts';
import { remember } from './remember.ts';
import { settle } from './settle.ts';
import { spokenBy } from './spoken.ts';
import { pathText, type Ticket, type TicketMessage } from './ticket.ts';
import type { Understanding } from './understanding.ts';
import { shortened } from './wording.ts';
import { governing, record, ticketOf, type Work } from './work.ts';

const recurringDays = 30;

/** Opens a ticket and returns its id. */
export function open(
  whole: Work,
  mail: Mail,
  message: TicketMessage,
  follows: string | null,
  why: string,
): string {
  const number = whole.memory.lastTicket + 1;
  whole.memory = { ...whole.memory, lastTicket: number };
  const id = `${whole.rules.settings.ticketPrefix}${number}`;
  const pilot = piloted(whole, id, mail);
  const work = governing(whole, pilot);
  const { rules } = work;
  const found = customerOf(mail.from.address, rules);
  const understood = grasp(mail, { customerTier: found.tier }, work);
  const facts = { ...understood.category.is, severity: understood.severity.is, customerTier: found.tier };
  record(
    work,
    id,
    {
      type: 'opened',
      message,
      messageId: mail.messageId,
      subject: shortened(mail.subject, 500),
      requester: { ...mail.from, name: shortened(mail.from.name, 200) },
      customer: found.customer?.name ?? null,
      customerTier: found.tier,
      language: spokenBy(
        { mail: mail.language, customer: found.customer, address: mail.from.address, follows },
        work.tickets,
        rules.settings.language,
      ),
      mayAnswer: mail.mayAnswer,
      tier: policyFor(facts, rules).is.startTier,
      follows,
      said: saidIn(mail),
      ...pilot,
    },
    { at: mail.at, actor: 'customer', reason: `${why}; ${found.why}` },
  );
  take(work, id, understood);
  remember(work, id, mail);
  recurring(work, id);
  settle(work, id);
  raise(work, id, understood);
  return id;
}

/** The pilot's number where the ticket falls to it: told by the published rules, whatever the pilot's would say. */
function piloted(work: Work, id: string, mail: Mail): Pick<Ticket, 'pilot'> {
  const { rules } = work;
  const { pilot } = rules;
  if (!pilot) return {};
  const { tier } = customerOf(mail.from.address, rules);
  const category =
    'category' in pilot.of ? grasp(mail, { customerTier: tier }, work).category.is.category : '';
  return isPiloted(id, category, pilot) ? { pilot: pilot.version } : {};
}

function take(work: Work, id: string, { category, sureness, severity, mood, flags }: Grasped): void {
  record(work, id, { type: 'category set', ...category.is, sureness }, { reason: category.why });
  record(work, id, { type: 'severity set', severity: severity.is }, { reason: severity.why });
  record(work, id, { type: 'mood seen', mood: mood.is }, { reason: mood.why });
  for (const flag of flags) record(work, id, { type: 'flagged', flag: flag.is }, { reason: flag.why });
}

/** The same customer with the same category within 30 days, or in much the same words: the flag `recurring`. */
function recurring(work: Work, id: string): void {
  const ticket = ticketOf(work, id);
  const earlier = [...work.tickets.values()].filter((other) => fromTheSame(ticket, other));
  const same = earlier.filter(({ category }) => category === ticket.category);
  const [last, words] =
    same.length > 0 ? [same.at(-1), `about ${pathText({ ...ticket, subcategory: null })}`] : alike(earlier);
  if (!last) return;
  const reason = `${same.length > 1 ? `${same.length} other tickets` : 'Another ticket'} ${words} from the same customer within ${recurringDays} days, the last is ${last.id}`;
  record(work, id, { type: 'flagged', flag: 'recurring' }, { reason });

  function alike(those: readonly Ticket[]): readonly [Ticket | undefined, string] {
    const all = new Map(those.length > 0 ? heard(work).map((one) => [one.id, one]) : []);
    const mail = all.get(id);
    const like = (one: RecentMail | undefined): boolean =>
      one !== undefined && mail !== undefined && saysTheSame(mail, one, work) > 0;
    return [those.filter((other) => like(all.get(other.id))).at(-1), 'in much the same words'];
  }
}

function fromTheSame(ticket: Ticket, other: Ticket): boolean {
  const sameCustomer =
    ticket.customer === null
      ? other.requester.address === ticket.requester.address
      : other.customer === ticket.customer;
  return (
    other.id !== ticket.id &&
    sameCustomer &&
    !other.incident &&
    !other.merged &&
    ticket.opened - other.opened <= recurringDays * 86_400_000
  );
}

/** A phrase may ask for a tier at once (Phrases, Tier at least). */
export function raise(work: Work, id: string, { tierAtLeast }: Understanding): void {
  const to = Math.min(tierAtLeast?.is ?? 1, work.rules.settings.tiers.length);
  if (tierAtLeast && to > ticketOf(work, id).tier)
    escalate(work, id, { way: 'hierarchical', to, because: 'phrase', reason: tierAtLeast.why });
}
