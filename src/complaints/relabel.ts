// Labels follow the tickets: what changed in this go, as few Gmail calls as there are different changes.
import { labelsOf, portions } from './labels.ts';
import { rulesFor } from './pilot.ts';
import type { Ticket } from './ticket.ts';
import { send, type Work } from './work.ts';

interface Change {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  readonly ids: string[];
}

/** Puts one labelling per distinct set of labels into the outbox. */
export function relabel(work: Work): void {
  const changes = new Map<string, Change>();
  const moved = labelsOfMoved(work);
  for (const ticket of work.tickets.values()) {
    const before = work.before.get(ticket.id);
    if (before !== ticket || work.rulesBefore !== work.rules)
      changesOf(ticket, before, { work, moved, changes });
  }
  for (const [key, { ids, add, remove }] of changes) {
    for (const part of portions(ids)) {
      const once = `${key}|${part.join()}|${work.now}`;
      send(work, { do: 'label', ids: part, add, remove }, { ticket: null, key: once });
    }
  }
}

type Labels = ReadonlyMap<string, readonly string[]>;

/** Mails that left their ticket for another, with the labels they took along. */
function labelsOfMoved({ before, tickets, rulesBefore }: Work): Labels {
  const moved = new Map<string, readonly string[]>();
  for (const old of before.values()) {
    const now = tickets.get(old.id);
    if (now === undefined || now === old || now.messages.length >= old.messages.length) continue;
    const labels = labelsOf(old, rulesFor(old, rulesBefore));
    for (const { gmailId } of old.messages) moved.set(gmailId, labels);
  }
  return moved;
}

/** New mails get all labels of the ticket; mails labelled before get the difference. */
function changesOf(
  ticket: Ticket,
  before: Ticket | undefined,
  { work, moved, changes }: { work: Work; moved: Labels; changes: Map<string, Change> },
): void {
  const wanted = labelsOf(ticket, rulesFor(ticket, work.rules));
  const had = before ? labelsOf(before, rulesFor(before, work.rulesBefore)) : [];
  const known = new Set(before?.messages.map((one) => one.gmailId));
  const add = wanted.filter((label) => !had.includes(label));
  const remove = had.filter((label) => !wanted.includes(label));
  for (const { gmailId } of ticket.messages) {
    if (gmailId === '') continue;
    const took = moved.get(gmailId) ?? [];
    if (!known.has(gmailId))
      put(
        changes,
        gmailId,
        wanted.filter((label) => !took.includes(label)),
        took.filter((label) => !wanted.includes(label)),
      );
    else if (add.length + remove.length > 0) put(changes, gmailId, add, remove);
  }
}

function put(
  changes: Map<string, Change>,
  id: string,
  add: readonly string[],
  remove: readonly string[],
): void {
  const key = JSON.stringify([[...add].sort(), [...remove].sort()]);
  const change = changes.get(key) ?? { add, remove, ids: [] };
  change.ids.push(id);
  changes.set(key, change);
}
