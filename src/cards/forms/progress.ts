// Forms about how it goes on: wait, promise, resolve, note, not a ticket.
import type { Choice, Widget } from '../card.ts';
import type { Reader } from '../reader.ts';
import { paragraphs, plain } from '../text.ts';
import { paragraph } from '../widgets.ts';
import { chosen, type Form, first, instantIn, longText, people, radio, said } from './form.ts';

const hour = 3_600_000;

const picker = (name: string, label: string, valueMsEpoch: number | null): Widget => ({
  dateTimePicker: {
    name,
    label,
    type: 'DATE_AND_TIME',
    ...(valueMsEpoch === null ? {} : { valueMsEpoch }),
  },
});

/** The next full hour a day on: a start that only needs a nudge. */
const tomorrow = ({ now }: Reader): number => Math.ceil((now + 24 * hour) / hour) * hour;

const waitTargets = ['customer', 'third party'] as const;

export const wait: Form = {
  title: 'wait',
  send: 'wait',
  widgets: ({ reader }) => {
    const { words } = reader;
    const items: readonly Choice[] = waitTargets.map((on) => ({
      text: words.forms.waitOn[on],
      value: on,
      selected: false,
    }));
    return [
      radio('on', words.forms.waitFor, chosen(items, 'customer')),
      picker('until', words.forms.until, null),
      paragraph(plain(words.forms.untilHint)),
    ];
  },
  request: ({ inputs, reader }) => {
    const on = waitTargets.find((one) => one === first(inputs, 'on'));
    if (on === undefined) return reader.words.forms.missing(reader.words.forms.waitFor);
    const until = instantIn(inputs, 'until');
    return until !== null && until <= reader.now ? reader.words.forms.timePassed : { do: 'wait', on, until };
  },
};

export const promise: Form = {
  title: 'promise',
  send: 'promise',
  widgets: ({ ticket, reader }) => [
    picker('until', reader.words.forms.promiseUntil, ticket.promise ?? tomorrow(reader)),
    paragraph(plain(reader.words.forms.promiseHint)),
  ],
  request: ({ inputs, reader }) => {
    const until = instantIn(inputs, 'until');
    if (until === null) return reader.words.forms.missing(reader.words.forms.promiseUntil);
    return until <= reader.now ? reader.words.forms.timePassed : { do: 'promise', until };
  },
};

export const resolve: Form = {
  title: 'resolve',
  send: 'resolve',
  widgets: ({ ticket, reader: { words } }) => [
    longText('cause', words.forms.rootCause, words.forms.rootCauseHint, ticket.rootCause ?? ''),
    longText('solution', words.forms.solution, words.forms.solutionHint, ticket.solution ?? ''),
  ],
  request: ({ inputs, reader: { words } }) => {
    const [rootCause, solution] = [said(inputs, 'cause'), said(inputs, 'solution')];
    if (!rootCause) return words.forms.missing(words.forms.rootCause);
    if (!solution) return words.forms.missing(words.forms.solution);
    return { do: 'resolve', rootCause, solution };
  },
};

/** Colleagues may be named in the text (`@ida`) or ticked. */
export const note: Form = {
  title: 'note',
  send: 'save',
  widgets: ({ ticket, choices, reader }) => [
    longText('note', reader.words.forms.note, reader.words.forms.noteHint),
    {
      selectionInput: {
        name: 'mentions',
        label: reader.words.forms.mention,
        type: 'CHECK_BOX',
        items: people(choices, reader, [ticket.me.email]).slice(0, 60),
      },
    },
  ],
  request: ({ inputs, reader: { words } }) => {
    const text = said(inputs, 'note');
    if (!text) return words.forms.missing(words.forms.note);
    return { do: 'note', note: text, mentions: (inputs.mentions ?? []).slice(0, 20) };
  },
};

export const notATicket: Form = {
  title: 'notATicket',
  send: 'notATicket',
  widgets: ({ ticket, reader }) => [
    paragraph(paragraphs(ticket.subject, 200)),
    paragraph(plain(reader.words.forms.notATicketAsk)),
  ],
  request: () => ({ do: 'not a ticket' }),
};
