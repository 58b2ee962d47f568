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
    ...(ticket.members ? [paragraph(plain(words.together.solvesAll))] : []),
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

const mostPeople = 60;
const mostMentions = 20;

/** Colleagues may be ticked, or named in the text by what stands before the @ of their address: `@ida`. */
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
        items: people(choices, reader, [ticket.me.email]).slice(0, mostPeople),
      },
    },
  ],
  known: ({ choices }) => choices.people.map(({ email }) => email).slice(0, mostPeople),
  request: ({ inputs, known, reader: { words } }) => {
    const text = said(inputs, 'note');
    if (!text) return words.forms.missing(words.forms.note);
    const mentions = [...new Set([...(inputs.mentions ?? []), ...named(text, known)])];
    return { do: 'note', note: text, mentions: mentions.slice(0, mostMentions) };
  },
};

/** `@ida` and `@ida@fjordlicht.example` are Ida; the address of a customer in the text is nobody. */
function named(text: string, known: readonly string[]): readonly string[] {
  const words = text.toLowerCase().match(/(?<![^\s(,;])@[^\s,;:!?()]+/g) ?? [];
  const names = new Set(words.map((word) => word.slice(1).replace(/\.+$/, '')));
  return known.filter((email) => names.has(email) || names.has(email.split('@')[0] ?? ''));
}

export const notATicket: Form = {
  title: 'notATicket',
  send: 'notATicket',
  widgets: ({ ticket, reader }) => [
    paragraph(paragraphs(ticket.subject, 200)),
    paragraph(plain(reader.words.forms.notATicketAsk)),
  ],
  request: () => ({ do: 'not a ticket' }),
};
