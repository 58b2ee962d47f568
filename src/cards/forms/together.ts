// Forms about incidents: a word to all customers, and a ticket that belongs to one.
import { oneLine, plain } from '../text.ts';
import { paragraph } from '../widgets.ts';
import { chosen, dropdown, type Form, first, longText, radio, said } from './form.ts';

const ways = ['send', 'draft'] as const;

export const updateAll: Form = {
  title: 'updateAll',
  send: 'updateAll',
  widgets: ({ ticket, reader: { words } }) => {
    const { together } = words;
    const items = ways.map((how) => ({ text: together.how[how], value: how, selected: false }));
    return [
      paragraph(plain(together.reaches(ticket.members?.open ?? 0))),
      longText('text', together.text, together.textHint),
      radio('how', together.howLabel, chosen(items, 'send')),
    ];
  },
  request: ({ inputs, reader: { words } }) => {
    const text = said(inputs, 'text');
    if (!text) return words.forms.missing(words.together.text);
    return { do: 'update all', text, how: ways.find((how) => how === first(inputs, 'how')) ?? 'draft' };
  },
};

const fresh = '+';

export const link: Form = {
  title: 'link',
  send: 'save',
  widgets: ({ ticket, choices, reader: { words } }) => {
    const items = (choices.incidents ?? [])
      .filter(({ id }) => id !== ticket.id)
      .map(({ id, subject }) => ({
        text: `${oneLine(id, 40)} · ${oneLine(subject, 80) || words.noSubject}`,
        value: id,
        selected: false,
      }));
    const another = { text: words.together.newIncident, value: fresh, selected: false };
    return [dropdown('to', words.together.which, chosen([...items, another], null))];
  },
  request: ({ inputs, reader: { words } }) => {
    const to = first(inputs, 'to');
    if (!to) return words.forms.missing(words.together.which);
    return { do: 'link', to: to === fresh ? null : to };
  },
};
