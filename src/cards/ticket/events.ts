// The last events of the journal: what happened, who did it, when and why.
import type { EventView } from '../../door/views.ts';
import type { Section, Widget } from '../card.ts';
import type { Reader } from '../reader.ts';
import { bold, oneLine, plain, quoted } from '../text.ts';
import { ago } from '../times.ts';
import { fact, section } from '../widgets.ts';

export const eventsSection = (events: readonly EventView[], reader: Reader): readonly Section[] =>
  section(
    reader.words.sections.events,
    events.map((one) => eventRow(one, reader)),
    2,
  );

export function eventRow({ at, actor, what, reason }: EventView, reader: Reader): Widget {
  return fact({
    label: plain(`${actorName(actor, reader)} · ${ago(at, reader)}`),
    text: reason
      ? `${bold(plain(eventName(what, reader)))}: ${quoted(reason, 200)}`
      : bold(plain(eventName(what, reader))),
  });
}

function actorName(actor: string, { words }: Reader): string {
  if (actor === 'customer') return words.customer;
  return actor === 'desk' ? words.desk : oneLine(actor, 60);
}

/** A newer desk may tell of events that this sidebar has no word for. */
function eventName(what: string, { words }: Reader): string {
  const names: Readonly<Record<string, string>> = words.events;
  return names[what] ?? oneLine(what, 60);
}
