// The facts that a category requires: inputs for those still missing, and what was filled in.
import type { Fact } from '../../complaints/request.ts';
import type { TicketView } from '../../door/views.ts';
import type { Widget } from '../card.ts';
import { oneLine } from '../text.ts';
import { type Form, type Inputs, said, shortText } from './form.ts';

/** As many as the door takes. */
const mostFacts = 30;

export const missingFacts = ({ required }: TicketView): readonly string[] =>
  required
    .filter(({ value }) => value === null)
    .map(({ fact }) => fact)
    .slice(0, mostFacts);

const inputName = (index: number): string => `fact${index + 1}`;

export const factInputs = (ticket: TicketView): readonly Widget[] =>
  missingFacts(ticket).map((fact, index) => shortText(inputName(index), oneLine(fact, 80)));

export const filledFacts = (inputs: Inputs, facts: readonly string[]): readonly Fact[] =>
  facts.flatMap((fact, index) => {
    const value = said(inputs, inputName(index));
    return value ? [{ fact, value }] : [];
  });

/** As many as are known by now: the others stay missing. */
export const recordFacts: Form = {
  title: 'facts',
  send: 'save',
  known: ({ ticket }) => missingFacts(ticket),
  widgets: ({ ticket }) => factInputs(ticket),
  request: ({ inputs, known: facts, reader }) => {
    const told = filledFacts(inputs, facts);
    return told.length > 0 ? { do: 'record facts', facts: told } : reader.words.forms.nothingFilledIn;
  },
};
