// A category label that a person moved in Gmail is a correction; what the desk moved itself is not.
import { actOn, type Work } from '../complaints/desk.ts';
import { categoryLabel, categoryOfLabel } from '../complaints/labels.ts';
import { rulesFor } from '../complaints/pilot.ts';
import type { Ticket } from '../complaints/ticket.ts';

import type { LabelMove } from './history.ts';
import { pathKey } from './label-ids.ts';
import type { Memo } from './memo.ts';
import { ownMove } from './own-move.ts';

interface Moved {
  readonly ticket: Ticket;
  readonly path: string;
  readonly to: LabelMove['to'];
}

export function correct(work: Work, moves: readonly LabelMove[], memo: Memo): void {
  const paths = new Map(Object.entries(memo.labels).map(([path, id]) => [id, path]));
  const own = new Set(memo.own);
  const byPeople = moves.filter((move) => paths.has(move.label) && !own.has(ownMove(move)));
  if (byPeople.length === 0) return;
  const owners = ticketsByMessage(work);
  const moved = byPeople.flatMap(({ message, label, to }): readonly Moved[] => {
    const ticket = owners.get(message);
    const path = paths.get(label);
    return ticket && path ? [{ ticket, path, to }] : [];
  });
  for (const id of new Set(moved.map(({ ticket }) => ticket.id)))
    correctOne(
      work,
      moved.filter(({ ticket }) => ticket.id === id),
    );
}

function ticketsByMessage(work: Work): ReadonlyMap<string, Ticket> {
  const found = new Map<string, Ticket>();
  for (const ticket of work.tickets.values())
    for (const message of ticket.messages) found.set(message.gmailId, ticket);
  return found;
}

/** The last label put on wins; taking the present one off leaves the fallback category. */
function correctOne(work: Work, moved: readonly Moved[]): void {
  const ticket = moved[0]?.ticket;
  if (!ticket) return;
  const rules = rulesFor(ticket, work.rules);
  const now = pathKey(categoryLabel(ticket.category, ticket.subcategory, rules));
  const added = moved
    .filter(({ to, path }) => to === 'added' && path !== now)
    .flatMap(({ path }) => categoryOfLabel(path, rules) ?? []);
  const takenOff = moved.some(({ to, path }) => to === 'removed' && path === now);
  const fallback = { category: rules.settings.fallbackCategory, subcategory: null };
  const wanted = added.at(-1) ?? (takenOff ? fallback : null);
  if (wanted)
    actOn(work, {
      actor: 'gmail',
      ticket: ticket.id,
      version: null,
      request: { do: 'set category', ...wanted },
    });
}
