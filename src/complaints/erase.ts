// Forgetting a customer: what a ticket keeps of them afterwards is a name made for it.
import type { Ticket } from './ticket.ts';

/** Stands where personal words stood. */
export const erased = 'Erased';

/**
 * The ticket with everything that tells of its customer replaced; status, clocks and people of the desk stay. `as`: the
 * name made for the customer, no address that anybody could write to.
 */
export function withoutCustomer(ticket: Ticket, as: string): Partial<Ticket> {
  const { handover, said } = ticket;
  return {
    subject: erased,
    requester: { name: '', address: as },
    customer: null,
    mayAnswer: false,
    categoryWhy: erased,
    severityWhy: erased,
    moodWhy: erased,
    facts: Object.fromEntries(Object.keys(ticket.facts).map((fact) => [fact, erased])),
    rootCause: ticket.rootCause === null ? null : erased,
    solution: ticket.solution === null ? null : erased,
    replyTo: null,
    handover: handover && { ...handover, note: '' },
    messages: ticket.messages.map((message) => ({ ...message, print: '' })),
    recent: ticket.recent.map((one) => ({ ...one, reason: erased })),
    ...(said === undefined ? {} : { said: '' }),
  };
}
