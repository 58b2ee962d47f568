// The part of Google's card format (google.apps.card.v1) that Tierline draws with, as plain data.

export interface Card {
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

/** Texts of widgets know a little HTML: everything that is not meant as HTML goes through `plain`. */
export type Widget =
  | { readonly textParagraph: { readonly text: string } }
  | { readonly decoratedText: DecoratedText }
  | { readonly buttonList: { readonly buttons: readonly Button[] } }
  | { readonly divider: Readonly<Record<string, never>> };

export interface DecoratedText {
  readonly topLabel?: string;
  readonly text: string;
  readonly bottomLabel?: string;
  readonly wrapText?: boolean;
}

export interface Button {
  readonly text: string;
  readonly onClick: OnClick;
}

export type OnClick = { readonly openLink: { readonly url: string } } | { readonly action: Action };

/** `function` is a top-level function of the script. */
export interface Action {
  readonly function: string;
  readonly parameters?: readonly { readonly key: string; readonly value: string }[];
}
