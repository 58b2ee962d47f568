// The few shapes that all cards are built from.
import type { Action, Button, Card, Icon, Section, Widget } from './card.ts';
import type { IconName } from './icons.ts';
import { plain } from './text.ts';

/** The text knows a little HTML. */
export const paragraph = (html: string): Widget => ({ textParagraph: { text: html } });

export const icon = (name: IconName, altText: string): Icon => ({ materialIcon: { name }, altText });

/** Google wants a text where there is none. */
const nothing = '–';

export interface Fact {
  readonly icon?: Icon;
  /** Texts know HTML. */
  readonly label?: string;
  readonly text: string;
  readonly below?: string;
  readonly button?: Button;
  readonly opens?: Action;
}

export function fact({ icon: startIcon, label, text, below, button, opens }: Fact): Widget {
  return {
    decoratedText: {
      ...(startIcon ? { startIcon } : {}),
      ...(label ? { topLabel: label } : {}),
      text: text || nothing,
      ...(below ? { bottomLabel: below } : {}),
      wrapText: true,
      ...(button ? { button } : {}),
      ...(opens ? { onClick: { action: opens } } : {}),
    },
  };
}

export const button = (text: string, action: Action, type: Button['type'] = 'OUTLINED'): Button => ({
  text,
  type,
  onClick: { action },
});

export const link = (text: string, url: string): Button => ({
  text,
  type: 'BORDERLESS',
  onClick: { openLink: { url } },
});

export const buttons = (...all: readonly Button[]): Widget => ({ buttonList: { buttons: all } });

/** None where there is nothing to show: a section without widgets is refused by Google. */
export const section = (
  header: string | null,
  widgets: readonly Widget[],
  shown: number | 'all' = 'all',
): readonly Section[] => {
  if (widgets.length === 0) return [];
  const collapsible = shown !== 'all' && widgets.length > shown;
  return [
    {
      ...(header === null ? {} : { header: plain(header) }),
      ...(collapsible ? { collapsible, uncollapsibleWidgetsCount: shown } : {}),
      widgets,
    },
  ];
};

export const card = (
  name: string,
  header: NonNullable<Card['header']>,
  sections: readonly Section[],
): Card => ({
  name,
  header,
  sections,
});
