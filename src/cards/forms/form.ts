// What a form is: the inputs it shows, and the request that the filled-in form comes to.
import type { Request } from '../../complaints/request.ts';
import type { ChoicesView, TicketView } from '../../door/views.ts';
import type { Choice, Widget } from '../card.ts';
import type { Reader } from '../reader.ts';
import { oneLine } from '../text.ts';
import type { Words } from '../words/en.ts';

/** The values of inputs by name; dates as milliseconds since 1970. */
export type Inputs = Readonly<Record<string, readonly string[]>>;

export interface Form {
  /** The button that opens it and names it. */
  readonly title: keyof Words['buttons'];
  readonly send: keyof Words['buttons'];
  widgets(about: Filling): readonly Widget[];
  /** What reading the inputs will need, such as the names of the facts that are asked for. */
  known?(about: Filling): readonly string[];
  /** A text instead of a request says what is still to be filled in. */
  request(filled: Filled): Request | string;
}

export interface Filling {
  readonly ticket: TicketView;
  readonly choices: ChoicesView;
  readonly reader: Reader;
}

export interface Filled {
  readonly inputs: Inputs;
  readonly known: readonly string[];
  readonly reader: Reader;
}

export const first = (inputs: Inputs, name: string): string => (inputs[name]?.[0] ?? '').trim();

export function instantIn(inputs: Inputs, name: string): number | null {
  const text = first(inputs, name);
  const at = Number(text);
  return text !== '' && Number.isFinite(at) ? at : null;
}

/** A text of several lines; the door takes 5,000 signs at most. */
export const longText = (name: string, label: string, hintText = '', value = ''): Widget => ({
  textInput: {
    name,
    label,
    type: 'MULTIPLE_LINE',
    ...(hintText ? { hintText } : {}),
    ...(value ? { value } : {}),
  },
});

export const shortText = (name: string, label: string, value = ''): Widget => ({
  textInput: { name, label: label || '–', type: 'SINGLE_LINE', ...(value ? { value } : {}) },
});

export const dropdown = (name: string, label: string, items: readonly Choice[]): Widget => ({
  selectionInput: { name, label, type: 'DROPDOWN', items },
});

export const radio = (name: string, label: string, items: readonly Choice[]): Widget => ({
  selectionInput: { name, label, type: 'RADIO_BUTTON', items },
});

export const mostText = 5_000;
export const said = (inputs: Inputs, name: string): string => first(inputs, name).slice(0, mostText);

/** Everybody but those left out, who is away last and told so. */
export function people(
  { people: all }: ChoicesView,
  { words }: Reader,
  leftOut: readonly string[] = [],
): readonly Choice[] {
  const there = all.filter(({ email }) => !leftOut.includes(email));
  return [...there]
    .sort((a, b) => Number(a.away) - Number(b.away))
    .map(({ email, name, away, skills }) => {
      const more = [...(away ? [words.forms.personAway] : []), ...skills.slice(0, 3)];
      const about = more.length > 0 ? ` (${more.map((one) => oneLine(one, 30)).join(', ')})` : '';
      return { text: `${oneLine(name, 60)}${about}`, value: email, selected: false };
    });
}

/** The one with that value is chosen, else the first. */
export function chosen(items: readonly Choice[], value: string | null): readonly Choice[] {
  const at = Math.max(
    0,
    items.findIndex((item) => item.value === value),
  );
  return items.map((item, index) => ({ ...item, selected: index === at }));
}
