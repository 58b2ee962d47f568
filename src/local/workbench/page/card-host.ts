// What a card's widgets need from the panel that shows it: fields' values, and somebody who does what is pressed.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { OnClick, Section, Widget } from './card-types.ts';

export interface CardHost {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly set: (name: string, values: readonly string[]) => void;
  readonly press: (onClick: OnClick) => void;
  readonly busy: boolean;
  readonly timeZone: string;
  /** Of the person's Gmail. */
  readonly locale: string;
}

export const HostContext = createContext<CardHost>({
  values: {},
  set: () => {},
  press: () => {},
  busy: false,
  timeZone: 'UTC',
  locale: 'en',
});

export const useHost = (): CardHost => useContext(HostContext);

/** What stands in the fields of a card before anybody types. */
export function firstValues(sections: readonly Section[]): Record<string, readonly string[]> {
  return Object.assign({}, ...sections.flatMap(({ widgets = [] }) => widgets.map(valuesOf)));
}

function valuesOf(widget: Widget): Record<string, readonly string[]> {
  const { textInput, selectionInput, dateTimePicker, decoratedText, columns } = widget;
  if (textInput?.name) return { [textInput.name]: textInput.value ? [textInput.value] : [] };
  if (selectionInput?.name) {
    const { name, items = [], type } = selectionInput;
    const chosen = items.filter(({ selected }) => selected).map(({ value = '' }) => value);
    // A drop-down always shows something.
    const first =
      type === 'DROPDOWN' && chosen.length === 0 ? items.slice(0, 1).map(({ value = '' }) => value) : chosen;
    return { [name]: first };
  }
  if (dateTimePicker?.name)
    return {
      [dateTimePicker.name]: dateTimePicker.valueMsEpoch ? [String(dateTimePicker.valueMsEpoch)] : [],
    };
  const control = decoratedText?.switchControl;
  if (control?.name) return { [control.name]: control.selected ? [control.value ?? 'true'] : [] };
  if (columns)
    return Object.assign(
      {},
      ...(columns.columnItems ?? []).flatMap(({ widgets = [] }) => widgets.map(valuesOf)),
    );
  return {};
}

/** Names of the fields that hold an instant. */
export function dateFields(sections: readonly Section[]): readonly string[] {
  return sections.flatMap(({ widgets = [] }) =>
    widgets.flatMap(({ dateTimePicker }) => dateTimePicker?.name ?? []),
  );
}
