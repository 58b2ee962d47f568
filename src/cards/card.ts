// The part of Google's card format (google.apps.card.v1) that Tierline draws with, as plain data.
import type { IconName } from './icons.ts';

export interface Card {
  /** Tells cards on the stack apart, so that an answer can go back to one of them. */
  readonly name?: string;
  readonly header?: { readonly title: string; readonly subtitle?: string };
  readonly sections: readonly Section[];
}

export interface Section {
  readonly header?: string;
  readonly collapsible?: boolean;
  /** How many widgets stay visible while the section is collapsed. */
  readonly uncollapsibleWidgetsCount?: number;
  readonly widgets: readonly Widget[];
}

/**
 * Texts of paragraphs, decorated texts and section headers know a little HTML: what is not meant as HTML goes
 * through `plain`. Titles, buttons, inputs and alt texts know none and show every sign as it is.
 */
export type Widget =
  | { readonly textParagraph: { readonly text: string } }
  | { readonly decoratedText: DecoratedText }
  | { readonly buttonList: { readonly buttons: readonly Button[] } }
  | { readonly textInput: TextInput }
  | { readonly selectionInput: SelectionInput }
  | { readonly dateTimePicker: DateTimePicker }
  | { readonly divider: Readonly<Record<string, never>> };

export interface DecoratedText {
  readonly startIcon?: Icon;
  readonly topLabel?: string;
  readonly text: string;
  readonly bottomLabel?: string;
  readonly wrapText?: boolean;
  readonly onClick?: OnClick;
  readonly button?: Button;
}

export interface Icon {
  readonly materialIcon: { readonly name: IconName };
  readonly altText: string;
}

export interface Button {
  readonly text: string;
  readonly altText?: string;
  readonly type?: 'FILLED' | 'OUTLINED' | 'BORDERLESS';
  readonly onClick: OnClick;
}

export interface TextInput {
  readonly name: string;
  readonly label: string;
  readonly hintText?: string;
  readonly value?: string;
  readonly type: 'SINGLE_LINE' | 'MULTIPLE_LINE';
}

export interface SelectionInput {
  readonly name: string;
  readonly label: string;
  readonly type: 'DROPDOWN' | 'RADIO_BUTTON' | 'CHECK_BOX';
  readonly items: readonly Choice[];
  readonly onChangeAction?: Action;
}

export interface Choice {
  readonly text: string;
  readonly value: string;
  readonly selected: boolean;
}

/** Shown in the zone of the person at the keyboard. */
export interface DateTimePicker {
  readonly name: string;
  readonly label: string;
  readonly type: 'DATE_AND_TIME';
  /** Milliseconds since 1970. */
  readonly valueMsEpoch?: number;
}

export type OnClick =
  | { readonly openLink: { readonly url: string } }
  | {
      readonly action: Action;
    };

/** `function` is a top-level function of the script. */
export interface Action {
  readonly function: string;
  readonly parameters?: readonly { readonly key: string; readonly value: string }[];
}
