// Turns card data into Google's CardService objects; knows the format and nothing of what a card means.
import { drafting, whichButton } from '../cards/actions.ts';
import type { Action, Button, Card, DecoratedText, Icon, OnClick, Section, Widget } from '../cards/card.ts';

type Made = GoogleAppsScript.Card_Service.Card;

export function toCardService(card: Card): Made {
  const builder = CardService.newCardBuilder();
  if (card.name !== undefined) builder.setName(card.name);
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
  if ('textInput' in widget) return toTextInput(widget.textInput);
  if ('selectionInput' in widget) return toSelectionInput(widget.selectionInput);
  if ('dateTimePicker' in widget) return toDateTimePicker(widget.dateTimePicker);
  if ('divider' in widget) return CardService.newDivider();
  return widget satisfies never;
}

function toDecoratedText(widget: DecoratedText) {
  const built = CardService.newDecoratedText().setText(widget.text);
  if (widget.startIcon) built.setStartIcon(toIcon(widget.startIcon));
  if (widget.topLabel !== undefined) built.setTopLabel(widget.topLabel);
  if (widget.bottomLabel !== undefined) built.setBottomLabel(widget.bottomLabel);
  if (widget.wrapText !== undefined) built.setWrapText(widget.wrapText);
  if (widget.button) built.setButton(toButton(widget.button));
  if (widget.onClick) {
    if ('openLink' in widget.onClick) built.setOpenLink(toLink(widget.onClick));
    else built.setOnClickAction(toAction(widget.onClick.action));
  }
  return built;
}

const toIcon = ({ materialIcon, altText }: Icon) =>
  CardService.newIconImage()
    .setMaterialIcon(CardService.newMaterialIcon().setName(materialIcon.name))
    .setAltText(altText);

function toButton({ text, altText, type, onClick }: Button) {
  const built = CardService.newTextButton().setText(text);
  if (altText !== undefined) built.setAltText(altText);
  if (type !== undefined) built.setTextButtonStyle(CardService.TextButtonStyle[type]);
  if ('openLink' in onClick) return built.setOpenLink(toLink(onClick));
  const action = toAction(onClick.action);
  return isDrafting(onClick.action)
    ? built.setComposeAction(action, CardService.ComposedEmailType.REPLY_AS_DRAFT)
    : built.setOnClickAction(action);
}

const isDrafting = ({ parameters = [] }: Action): boolean =>
  parameters.some(({ key, value }) => key === whichButton && drafting.some((name) => name === value));

/** A page that changes what the add-on may do or show is followed by a fresh card. */
const toLink = ({ openLink }: Extract<OnClick, { openLink: unknown }>) =>
  openLink.url.startsWith('https://script.google.com/') ||
  openLink.url.startsWith('https://accounts.google.com/')
    ? CardService.newOpenLink().setUrl(openLink.url).setOnClose(CardService.OnClose.RELOAD)
    : CardService.newOpenLink().setUrl(openLink.url);

function toTextInput({
  name,
  label,
  hintText,
  value,
  type,
}: Extract<Widget, { textInput: unknown }>['textInput']) {
  const built = CardService.newTextInput().setFieldName(name).setTitle(label);
  if (hintText !== undefined) built.setHint(hintText);
  if (value !== undefined) built.setValue(value);
  return built.setMultiline(type === 'MULTIPLE_LINE');
}

function toSelectionInput({
  name,
  label,
  type,
  items,
  onChangeAction,
}: Extract<Widget, { selectionInput: unknown }>['selectionInput']) {
  const built = CardService.newSelectionInput()
    .setFieldName(name)
    .setTitle(label)
    .setType(CardService.SelectionInputType[type]);
  for (const { text, value, selected } of items) built.addItem(text, value, selected);
  return onChangeAction ? built.setOnChangeAction(toAction(onChangeAction)) : built;
}

function toDateTimePicker({
  name,
  label,
  valueMsEpoch,
}: Extract<Widget, { dateTimePicker: unknown }>['dateTimePicker']) {
  const built = CardService.newDateTimePicker().setFieldName(name).setTitle(label);
  return valueMsEpoch === undefined ? built : built.setValueInMsSinceEpoch(valueMsEpoch);
}

function toAction(action: Action) {
  const parameters = (action.parameters ?? []).map(({ key, value }) => [key, value] as const);
  return CardService.newAction()
    .setFunctionName(action.function)
    .setParameters(Object.fromEntries(parameters));
}
