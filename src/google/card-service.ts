// Turns card data into Google's CardService objects; knows the format and nothing of what a card means.
import type { Action, Button, Card, Section, Widget } from '../cards/card.ts';

type GoogleCard = GoogleAppsScript.Card_Service.Card;

export function toCardService(card: Card): GoogleCard {
  const builder = CardService.newCardBuilder();
  if (card.header) builder.setHeader(toHeader(card.header));
  for (const section of card.sections) builder.addSection(toSection(section));
  return builder.build();
}

function toHeader(header: NonNullable<Card['header']>) {
  const built = CardService.newCardHeader().setTitle(header.title);
  return header.subtitle === undefined ? built : built.setSubtitle(header.subtitle);
}

function toSection(section: Section) {
  const built = CardService.newCardSection();
  if (section.header !== undefined) built.setHeader(section.header);
  if (section.collapsible !== undefined) built.setCollapsible(section.collapsible);
  if (section.uncollapsibleWidgetsCount !== undefined)
    built.setNumUncollapsibleWidgets(section.uncollapsibleWidgetsCount);
  for (const widget of section.widgets) built.addWidget(toWidget(widget));
  return built;
}

function toWidget(widget: Widget) {
  if ('textParagraph' in widget) return CardService.newTextParagraph().setText(widget.textParagraph.text);
  if ('decoratedText' in widget) return toDecoratedText(widget.decoratedText);
  if ('buttonList' in widget) {
    const set = CardService.newButtonSet();
    for (const button of widget.buttonList.buttons) set.addButton(toButton(button));
    return set;
  }
  if ('divider' in widget) return CardService.newDivider();
  return widget satisfies never;
}

function toDecoratedText(widget: Extract<Widget, { decoratedText: unknown }>['decoratedText']) {
  const built = CardService.newDecoratedText().setText(widget.text);
  if (widget.topLabel !== undefined) built.setTopLabel(widget.topLabel);
  if (widget.bottomLabel !== undefined) built.setBottomLabel(widget.bottomLabel);
  if (widget.wrapText !== undefined) built.setWrapText(widget.wrapText);
  return built;
}

function toButton(button: Button) {
  const built = CardService.newTextButton().setText(button.text);
  return 'openLink' in button.onClick
    ? built.setOpenLink(CardService.newOpenLink().setUrl(button.onClick.openLink.url))
    : built.setOnClickAction(toAction(button.onClick.action));
}

function toAction(action: Action) {
  const parameters = (action.parameters ?? []).map(({ key, value }) => [key, value] as const);
  return CardService.newAction()
    .setFunctionName(action.function)
    .setParameters(Object.fromEntries(parameters));
}
