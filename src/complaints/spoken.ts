// Which language a ticket is answered in.
import type { Customer } from './rules.ts';
import type { Ticket } from './ticket.ts';

export interface Speaker {
  /** As the mail's own words tell; null: too few. */
  readonly mail: string | null;
  readonly customer: Pick<Customer, 'language'> | null;
  readonly address: string;
  /** The ticket that this one follows. */
  readonly follows: string | null;
}

/**
 * What the Customers tab says, else the mail's words, else what was spoken before: in the ticket it follows, in the
 * requester's newest ticket; else the language of Settings.
 */
export function spokenBy(speaker: Speaker, tickets: ReadonlyMap<string, Ticket>, usual: string): string {
  const { mail, customer, address, follows } = speaker;
  return (
    customer?.language ??
    mail ??
    (follows === null ? undefined : tickets.get(follows)?.language) ??
    newestOf(address, tickets)?.language ??
    usual
  );
}

function newestOf(address: string, tickets: ReadonlyMap<string, Ticket>): Ticket | null {
  let newest: Ticket | null = null;
  for (const ticket of tickets.values())
    if (ticket.requester.address === address && ticket.opened >= (newest?.opened ?? 0)) newest = ticket;
  return newest;
}
