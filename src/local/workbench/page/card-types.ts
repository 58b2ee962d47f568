// Google's card JSON (google.apps.card.v1) as far as a Gmail add-on can send it.

export interface Card {
  readonly name?: string;
  readonly header?: Header;
  readonly sections?: readonly Section[];
  readonly cardActions?: readonly { readonly actionLabel?: string; readonly onClick?: OnClick }[];
  readonly fixedFooter?: { readonly primaryButton?: Button; readonly secondaryButton?: Button };
  readonly peekCardHeader?: Header;
}

export interface Header {
  readonly title?: string;
  readonly subtitle?: string;
  readonly imageUrl?: string;
  readonly imageAltText?: string;
  readonly imageType?: string;
}

export interface Section {
  readonly header?: string;
  readonly collapsible?: boolean;
  readonly uncollapsibleWidgetsCount?: number;
  readonly widgets?: readonly Widget[];
}

export interface Widgets {
  textParagraph: { readonly text?: string; readonly maxLines?: number };
  image: { readonly imageUrl?: string; readonly altText?: string; readonly onClick?: OnClick };
  decoratedText: DecoratedText;
  buttonList: { readonly buttons?: readonly Button[] };
  textInput: TextInput;
  selectionInput: SelectionInput;
  dateTimePicker: DateTimePicker;
  divider: Readonly<Record<string, never>>;
  grid: Grid;
  columns: { readonly columnItems?: readonly { readonly widgets?: readonly Widget[] }[] };
  carousel: {
    readonly carouselCards?: readonly {
      readonly widgets?: readonly Widget[];
      readonly footerWidgets?: readonly Widget[];
    }[];
  };
  chipList: { readonly chips?: readonly Chip[] };
}

export type WidgetKind = keyof Widgets;
export type Widget = { readonly [K in WidgetKind]?: Widgets[K] } & { readonly horizontalAlignment?: string };

export interface DecoratedText {
  readonly icon?: Icon;
  readonly startIcon?: Icon;
  readonly topLabel?: string;
  readonly text?: string;
  readonly wrapText?: boolean;
  readonly bottomLabel?: string;
  readonly onClick?: OnClick;
  readonly button?: Button;
  readonly switchControl?: SwitchControl;
  readonly endIcon?: Icon;
}

export interface Icon {
  readonly knownIcon?: string;
  readonly iconUrl?: string;
  readonly materialIcon?: { readonly name?: string };
  readonly altText?: string;
  readonly imageType?: string;
}

export interface Button {
  readonly text?: string;
  readonly icon?: Icon;
  readonly altText?: string;
  readonly type?: string;
  readonly disabled?: boolean;
  readonly color?: unknown;
  readonly onClick?: OnClick;
}

export type Chip = Pick<Button, 'icon' | 'altText' | 'disabled' | 'onClick'> & { readonly label?: string };

export interface OnClick {
  readonly action?: Action;
  readonly openLink?: { readonly url?: string };
  readonly openDynamicLinkAction?: Action;
  readonly card?: Card;
  readonly overflowMenu?: {
    readonly items?: readonly {
      readonly text?: string;
      readonly onClick?: OnClick;
      readonly disabled?: boolean;
    }[];
  };
}

export interface Action {
  readonly function?: string;
  readonly parameters?: readonly { readonly key?: string; readonly value?: string }[];
  readonly loadIndicator?: string;
}

export interface TextInput {
  readonly name?: string;
  readonly label?: string;
  readonly hintText?: string;
  readonly placeholderText?: string;
  readonly value?: string;
  /** CardService says `multiline`, the schema `type`. */
  readonly type?: string;
  readonly multiline?: boolean;
  readonly onChangeAction?: Action;
  readonly initialSuggestions?: { readonly items?: readonly { readonly text?: string }[] };
}

export interface SelectionInput {
  readonly name?: string;
  readonly label?: string;
  readonly type?: string;
  readonly items?: readonly Choice[];
  readonly onChangeAction?: Action;
}

export interface Choice {
  readonly text?: string;
  readonly value?: string;
  readonly selected?: boolean;
  readonly bottomText?: string;
}

export interface DateTimePicker {
  readonly name?: string;
  readonly label?: string;
  readonly type?: string;
  readonly valueMsEpoch?: number | string;
  readonly timezoneOffsetDate?: number;
  readonly onChangeAction?: Action;
}

export interface SwitchControl {
  readonly name?: string;
  readonly value?: string;
  readonly selected?: boolean;
  readonly controlType?: string;
  readonly onChangeAction?: Action;
}

export interface Grid {
  readonly title?: string;
  readonly columnCount?: number;
  readonly items?: readonly {
    readonly id?: string;
    readonly title?: string;
    readonly subtitle?: string;
    readonly image?: { readonly imageUri?: string; readonly altText?: string };
  }[];
  readonly onClick?: OnClick;
}

/** What an action answers. */
export interface ActionResponse {
  readonly action?: {
    readonly navigations?: readonly Navigation[];
    readonly notification?: { readonly text?: string };
    readonly link?: { readonly url?: string };
  };
  readonly stateChanged?: boolean;
  readonly hostAppAction?: {
    readonly gmailAction?: { readonly openCreatedDraftAction?: { readonly draftId?: string } };
  };
}

export interface Navigation {
  readonly pushCard?: Card;
  readonly updateCard?: Card;
  readonly pop?: boolean;
  readonly popToRoot?: boolean;
  readonly popToCard?: string;
}
