// What helps to solve it: the facts that the category requires, its guideline, and what solved others like it.
import type { TicketView } from '../../door/views.ts';
import { press } from '../actions.ts';
import type { Section, Widget } from '../card.ts';
import type { Reader } from '../reader.ts';
import { bold, paragraphs, plain, quiet, quoted } from '../text.ts';
import { button, buttons, fact, icon, paragraph, section } from '../widgets.ts';

const mostFacts = 15;

export function requiredSection(ticket: TicketView, reader: Reader): readonly Section[] {
  const { required } = ticket;
  const { words } = reader;
  const have = required.filter(({ value }) => value !== null).length;
  const rows = required.slice(0, mostFacts).map((one) => factRow(one, reader));
  const canRecord = ticket.barred === null && ticket.archiveRow === null;
  const record = canRecord && have < required.length ? [recordButton(ticket, reader)] : [];
  // What is complete needs no space; what is missing is in sight, with the way to record it.
  return section(
    required.length > 0 ? words.sections.required(have, required.length) : null,
    required.length > 0 ? [...record, ...rows] : [],
    have === required.length ? 0 : Math.min(4, rows.length + record.length),
  );
}

function factRow({ fact: name, value }: TicketView['required'][number], { words }: Reader): Widget {
  return value === null
    ? fact({
        icon: icon('radio_button_unchecked', words.notRecorded),
        text: quoted(name, 80),
        below: plain(words.notRecorded),
      })
    : fact({
        icon: icon('check_circle', words.recorded),
        label: quoted(name, 80),
        text: quoted(value, 200),
      });
}

const recordButton = ({ id, version, archiveRow }: TicketView, { words }: Reader): Widget =>
  buttons(
    button(
      words.buttons.facts,
      press('open form', {
        form: 'facts',
        ticket: id,
        version: String(version),
        row: archiveRow === null ? '' : String(archiveRow),
      }),
    ),
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

export function similarSection({ similar }: TicketView, { words }: Reader): readonly Section[] {
  return section(
    words.sections.similar,
    similar.map(({ ticket, problem, solution }) =>
      fact({
        icon: icon('lightbulb', words.solution),
        label: quoted(`${ticket} · ${problem}`, 120),
        text: quoted(solution, 400),
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
