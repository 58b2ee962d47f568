// Events that change nothing a person decided: somebody who saw the ticket before them still sees it right.
import type { Happening } from './event.ts';
import type { Recent, Ticket } from './ticket.ts';

const quiet: readonly Happening['type'][] = [
  'warned',
  'step taken',
  'breached',
  'customer told',
  'customer thanked',
  'desk wrote',
  'machine wrote',
  'mood seen',
  'category confirmed',
  'member joined',
  'same matter seen',
];

/** What happened after the version and matters to who saw it; `complete` is false where more happened than is remembered. */
export function newsSince(
  ticket: Ticket,
  version: number,
): { readonly news: readonly Recent[]; readonly complete: boolean } {
  const since = ticket.recent.filter((one) => one.version > version);
  const news = since.filter(({ type }) => !(quiet as readonly string[]).includes(type));
  return { news, complete: since.length === ticket.version - version };
}

/** True where the version is still as good as the ticket's own. */
export function isFresh(ticket: Ticket, version: number): boolean {
  const { news, complete } = newsSince(ticket, version);
  return complete && news.length === 0;
}
