// Forms that give a ticket to somebody: hand over, assign, return, ask to help, escalate.
import { type EscalationReason, escalationReasons } from '../../complaints/event.ts';
import type { TicketView } from '../../door/views.ts';
import type { Choice, Widget } from '../card.ts';
import type { Reader } from '../reader.ts';
import { bold, oneLine, plain } from '../text.ts';
import { paragraph } from '../widgets.ts';
import { factInputs, filledFacts, missingFacts } from './facts.ts';
import { chosen, dropdown, type Filling, type Form, first, longText, people, radio, said } from './form.ts';

const choosePerson = ({ choices, reader }: Filling, leftOut: readonly string[]): Widget =>
  dropdown('to', reader.words.forms.to, chosen(people(choices, reader, leftOut), null));

const missing = ({ words }: Reader, field: string): string => words.forms.missing(field);

/** The receiver is offered it; what the category requires comes first. */
export const handOver: Form = {
  title: 'handOver',
  send: 'handOver',
  known: ({ ticket }) => missingFacts(ticket),
  widgets: (filling) => {
    const { words } = filling.reader;
    const facts = factInputs(filling.ticket);
    return [
      ...(facts.length > 0 ? [paragraph(bold(plain(words.forms.factsFirst))), ...facts] : []),
      choosePerson(filling, [filling.ticket.me.email]),
      longText('note', words.forms.noteForThem, words.forms.handOverHint),
    ];
  },
  request: ({ inputs, known: facts, reader }) => {
    const to = first(inputs, 'to');
    if (!to) return missing(reader, reader.words.forms.to);
    const told = filledFacts(inputs, facts);
    const open = facts.find((name) => !told.some(({ fact }) => fact === name));
    if (open !== undefined) return missing(reader, open);
    const note = said(inputs, 'note');
    if (!note) return missing(reader, reader.words.forms.noteForThem);
    return { do: 'hand over', to, note, ...(told.length > 0 ? { facts: told } : {}) };
  },
};

/** A lead's decision: no question to the receiver. */
export const assign: Form = {
  title: 'assign',
  send: 'assign',
  widgets: (filling) => [choosePerson(filling, filling.ticket.owner ? [filling.ticket.owner.email] : [])],
  request: ({ inputs, reader }) => {
    const to = first(inputs, 'to');
    return to ? { do: 'assign', to } : missing(reader, reader.words.forms.to);
  },
};

export const giveBack: Form = {
  title: 'return',
  send: 'return',
  widgets: ({ reader }) => [longText('note', reader.words.forms.returnWhy)],
  request: ({ inputs, reader }) => {
    const note = said(inputs, 'note');
    return note ? { do: 'return', note } : missing(reader, reader.words.forms.returnWhy);
  },
};

export const askToHelp: Form = {
  title: 'coOwner',
  send: 'coOwner',
  widgets: (filling) => {
    const { ticket } = filling;
    const there = [...ticket.coOwners, ...(ticket.owner ? [ticket.owner] : [])];
    return [
      choosePerson(
        filling,
        there.map(({ email }) => email),
      ),
    ];
  },
  request: ({ inputs, reader }) => {
    const person = first(inputs, 'to');
    return person ? { do: 'add co-owner', person } : missing(reader, reader.words.forms.to);
  },
};

const up = 'up';

export const escalation: Form = {
  title: 'escalate',
  send: 'escalate',
  widgets: (filling) => {
    const { ticket, choices, reader } = filling;
    const { words } = reader;
    const teams = choices.teams.map((team) => ({
      text: words.forms.team(oneLine(team, 60)),
      value: team,
      selected: false,
    }));
    const experts = [...teams, ...people(choices, reader, [ticket.me.email])];
    return [
      radio('because', words.forms.why, chosen(reasons(reader), 'knowledge')),
      ...(isTop(ticket) ? [paragraph(plain(words.forms.topTier))] : []),
      dropdown('to', words.forms.how, chosen([...higher(ticket, reader), ...experts], up)),
      longText('note', words.forms.noteForThem),
    ];
  },
  request: ({ inputs, reader }) => {
    const because = escalationReasons.find((one) => one === first(inputs, 'because'));
    if (because === undefined) return missing(reader, reader.words.forms.why);
    const to = first(inputs, 'to');
    if (!to) return missing(reader, reader.words.forms.how);
    const note = said(inputs, 'note');
    return to === up
      ? { do: 'escalate', way: 'hierarchical', because, to: null, note }
      : { do: 'escalate', way: 'functional', because, to, note };
  },
};

const isTop = ({ tier, tiers }: TicketView): boolean => tier >= tiers.length;

function higher(ticket: TicketView, { words }: Reader): readonly Choice[] {
  if (isTop(ticket)) return [];
  const next = ticket.tiers[ticket.tier] ?? words.tierOf(ticket.tier + 1, ticket.tiers.length);
  return [{ text: words.forms.toHigherTier(oneLine(next, 60)), value: up, selected: true }];
}

const reasons = ({ words }: Reader): readonly Choice[] =>
  escalationReasons.map((reason: EscalationReason) => ({
    text: words.forms.reasons[reason],
    value: reason,
    selected: false,
  }));
