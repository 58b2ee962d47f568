// What is due: the nearest deadline in sight, all of them and their reasons one tap away.
import type { DeadlineView, TicketView } from '../../door/views.ts';
import type { Section, Widget } from '../card.ts';
import { leftHtml, signOf } from '../deadline.ts';
import type { Reader } from '../reader.ts';
import { plain, quiet, quoted } from '../text.ts';
import { lasting, moment } from '../times.ts';
import { fact, paragraph, section } from '../widgets.ts';

/** The first answer is the next one too: told once. */
const told = ({ deadlines }: TicketView): readonly DeadlineView[] =>
  deadlines.some(({ clock }) => clock === 'firstResponse')
    ? deadlines.filter(({ clock }) => clock !== 'nextResponse')
    : deadlines;

export function nearestDeadline(ticket: TicketView, reader: Reader): readonly Widget[] {
  const [first] = told(ticket);
  return first ? [deadline(first, reader)] : [];
}

function deadline(one: DeadlineView, reader: Reader): Widget {
  const { words } = reader;
  return fact({
    icon: signOf(one, reader),
    label: plain(words.clocks[one.clock]),
    text: leftHtml(one, reader),
    below: plain(one.due === null ? words.stoppedWhileWaiting : words.dueAt(moment(one.due, reader))),
  });
}

/** Every deadline with how it came about. */
export function deadlineReasons(ticket: TicketView, reader: Reader): readonly Section[] {
  const { words } = reader;
  const widgets = told(ticket).flatMap((one) => [
    deadline(one, reader),
    paragraph(`${plain(allowed(one, reader))}<br>${quiet(quoted(one.why, 600))}`),
  ]);
  return section(words.sections.otherDeadlines, widgets, 0);
}

const allowed = ({ target, start }: DeadlineView, reader: Reader): string =>
  reader.words.allowed(lasting(target, reader), moment(start, reader));
