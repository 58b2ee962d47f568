// Journal, Mails and Outbox as rows. Instants of the journal are ISO 8601 UTC: the truth needs no zone.
import type { Event, Happening } from '../../complaints/event.ts';
import type { MailRecord, Outgoing } from '../../complaints/plan.ts';
import { pathText, type Ticket } from '../../complaints/ticket.ts';

const iso = (at: number): string => new Date(at).toISOString();

export const journalRow = ({ at, ticket, actor, reason, key, what }: Event): readonly string[] => {
  const { type, ...data } = what;
  return [iso(at), ticket, type, actor, reason.slice(0, 2_000), key, JSON.stringify(data).slice(0, 40_000)];
};

/** Null where the row is none, or its details were too long for a cell and were cut. */
export function eventOf([at, ticket, type, actor, reason, key, data]: readonly unknown[]): Event | null {
  try {
    const what = { type, ...(JSON.parse(String(data)) as object) } as Happening;
    const instant = Date.parse(String(at));
    if (Number.isNaN(instant)) return null;
    return {
      at: instant,
      ticket: String(ticket),
      actor: String(actor),
      reason: String(reason),
      key: String(key),
      what,
    };
  } catch {
    return null;
  }
}

export const mailRow = (mail: MailRecord): readonly string[] => [
  iso(mail.at),
  mail.gmailId,
  mail.messageId ?? '',
  mail.outcome,
  mail.ticket ?? '',
  mail.mayAnswer ? 'yes' : 'no',
  mail.reason.slice(0, 2_000),
];

/** Mails for the Outbox tab; labels are no mail. */
export function outboxRows(outgoing: readonly Outgoing[]): readonly (readonly string[])[] {
  return outgoing.flatMap(({ id, at, notBefore, ticket, effect }) => {
    if (effect.do === 'label') return [];
    const kind = effect.do === 'notice' ? effect.kind : `${effect.use} (${effect.do})`;
    const what = effect.do === 'notice' ? effect.line : effect.subject;
    const why = effect.do === 'notice' ? effect.reason : '';
    return [[id, iso(at), iso(notBefore), ticket ?? '', kind, effect.to, what, why]];
  });
}

/** What was solved, with its solution: offered when the same comes again. */
export const knowledgeRows = (
  events: readonly Event[],
  tickets: readonly Ticket[],
): readonly (readonly string[])[] =>
  events.flatMap(({ what, ticket: id, at }) => {
    const ticket =
      what.type === 'resolved' && what.solution ? tickets.find((one) => one.id === id) : undefined;
    // A member's solution is the incident's.
    if (!ticket || what.type !== 'resolved' || ticket.parent != null) return [];
    const { subject, said = '' } = ticket;
    return [[pathText(ticket), subject.slice(0, 500), what.solution ?? '', id, iso(at), said]];
  });
