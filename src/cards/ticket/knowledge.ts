// What helps to solve it: the facts that the category requires, its guideline, and what solved others like it.
import type { TicketView } from '../../door/views.ts';
import { press } from '../actions.ts';
import type { Button, Section, Widget } from '../card.ts';
import type { Reader } from '../reader.ts';
import { bold, paragraphs, plain, quiet, quoted } from '../text.ts';
import { button, fact, icon, paragraph, section } from '../widgets.ts';

const mostFacts = 15;

/** What is missing comes first, with the way to record it; what is complete needs no space. */
export function requiredSection(ticket: TicketView, reader: Reader): readonly Section[] {
  const { required } = ticket;
  const { words } = reader;
  const missing = required.filter(({ value }) => value === null);
  const known = required.filter(({ value }) => value !== null);
  const canRecord = ticket.barred === null && ticket.archiveRow === null;
  const rows = [
    ...missing.map(({ fact: name }, index) =>
      missingRow(name, reader, canRecord && index === 0 ? recordButton(ticket, reader) : null),
    ),
    ...known.map((one) => knownRow(one, reader)),
  ].slice(0, mostFacts);
  const header = words.sections.required(known.length, required.length);
  return section(header, rows, Math.min(3, missing.length));
}

const missingRow = (name: string, { words }: Reader, record: Button | null): Widget =>
  fact({
    icon: icon('radio_button_unchecked', words.notRecorded),
    text: quoted(name, 80),
    below: plain(words.notRecorded),
    ...(record ? { button: record } : {}),
  });

const knownRow = ({ fact: name, value }: TicketView['required'][number], { words }: Reader): Widget =>
  fact({
    icon: icon('check_circle', words.recorded),
    label: quoted(name, 80),
    text: quoted(value ?? '', 200),
  });

const recordButton = ({ id, version }: TicketView, { words }: Reader): Button =>
  button(
    words.buttons.facts,
    press('open form', { form: 'facts', ticket: id, version: String(version), row: '' }),
    'BORDERLESS',
  );

export function guidelineSection(
  { guideline, checklist }: TicketView,
  { words }: Reader,
): readonly Section[] {
  const steps = checklist.slice(0, 20).map((step, index) => `${index + 1}. ${quoted(step, 200)}`);
  return section(
    words.sections.guideline,
    [
      ...(guideline ? [paragraph(paragraphs(guideline, 1_000))] : []),
      ...(steps.length > 0 ? [paragraph(steps.join('<br>'))] : []),
    ],
    0,
  );
}

/** Problem and solution stand in the text, which wraps: Google cuts a label off. */
export function similarSection({ similar }: TicketView, { words }: Reader): readonly Section[] {
  return section(
    words.sections.similar,
    similar.map(({ ticket, problem, solution, alike }) =>
      fact({
        icon: icon('lightbulb', words.solution),
        label: quoted(ticket, 40),
        text: `${quiet(quoted(problem, 120))}<br>${quoted(solution, 400)}`,
        ...(alike === undefined
          ? {}
          : { below: plain(alike ? words.together.sameWords : words.together.sameCategory) }),
      }),
    ),
    0,
  );
}

/** How it was solved, once it is. */
export function solved({ rootCause, solution }: TicketView, { words }: Reader): readonly Widget[] {
  const line = (label: string, text: string | null): readonly string[] =>
    text ? [`${quiet(plain(label))}<br>${bold(quoted(text, 400))}`] : [];
  const told = [...line(words.rootCause, rootCause), ...line(words.solution, solution)];
  return told.length > 0 ? [paragraph(told.join('<br>'))] : [];
}
