// Every card in every state and language is one that Google takes, that names only known buttons, and that shows
// what people wrote as they wrote it.
import { actions, dispatcher, isAction, whichButton } from '../../src/cards/actions.ts';
import type { Action, Card, OnClick, Widget } from '../../src/cards/card.ts';
import { icons } from '../../src/cards/icons.ts';
import { everyCard } from './every-card.ts';
import { faults } from './google-format.ts';

const all = everyCard();

/** The same finding in many cards is one finding. */
const findings = (of: (card: Card) => readonly string[]): readonly string[] => [
  ...new Set(all.flatMap(([name, card]) => of(card).map((fault) => `${name}: ${fault}`))),
];

test('there are cards for every state in four languages', () => {
  expect(all.length).toBeGreaterThan(4 * 100);
  expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
});

test('Google’s own description of cards knows all of it', () => {
  expect(findings(faults)).toEqual([]);
});

test('a card with a word that Google does not know is found', () => {
  expect(faults({ sections: [{ widgets: [{ textParagraph: { text: 'x', bold: true } }] }] })).toEqual([
    'card.sections[0].widgets[0].textParagraph.bold is unknown to .google.apps.card.v1.TextParagraph',
  ]);
  expect(faults({ sections: [{ widgets: [{ divider: {}, textParagraph: { text: 'x' } }] }] })).toEqual([
    'card.sections[0].widgets[0] has textParagraph and divider, of which only one is allowed',
  ]);
  expect(faults({ sections: [{ widgets: [{ selectionInput: { type: 'SLIDER' } }] }] })).toHaveLength(1);
});

test('no card is longer than Google allows, and no section is empty', () => {
  expect(
    findings(({ sections }) => [
      ...(sections.length > 100 ? [`${sections.length} sections`] : []),
      ...(widgetsOf({ sections }).length > 100 ? [`${widgetsOf({ sections }).length} widgets`] : []),
      ...sections.flatMap(({ widgets, header }) => (widgets.length === 0 ? [`empty ${header}`] : [])),
      ...sections.flatMap(({ widgets, uncollapsibleWidgetsCount = 0 }) =>
        uncollapsibleWidgetsCount > widgets.length ? ['more widgets stay than there are'] : [],
      ),
    ]),
  ).toEqual([]);
});

test('a card is small enough to travel', () => {
  expect(
    findings((card) => (JSON.stringify(card).length > 60_000 ? [`${JSON.stringify(card).length}`] : [])),
  ).toEqual([]);
});

test('every button names a registered action and carries what that action needs', () => {
  expect(findings((card) => actionsOf(card).flatMap(faultsOfAction))).toEqual([]);
});

test('every registered action is on some card', () => {
  const used = new Set(all.flatMap(([, card]) => actionsOf(card).map(nameOf)));
  expect(Object.keys(actions).filter((name) => !used.has(name))).toEqual(
    ['choose ticket'].filter((name) => !used.has(name)),
  );
  expect(used.size).toBe(Object.keys(actions).length);
});

function faultsOfAction(action: Action): readonly string[] {
  const name = nameOf(action);
  if (action.function !== dispatcher) return [`${action.function} is not the dispatcher`];
  if (!isAction(name)) return [`'${name}' is not registered`];
  const given = (action.parameters ?? []).map(({ key }) => key).filter((key) => key !== whichButton);
  return JSON.stringify(given) === JSON.stringify(actions[name]) ? [] : [`'${name}' carries ${given.join()}`];
}

const nameOf = ({ parameters = [] }: Action): string =>
  parameters.find(({ key }) => key === whichButton)?.value ?? '';

test('texts that know HTML hold only the few signs that were meant, everything else is escaped', () => {
  expect(findings((card) => htmlOf(card).flatMap(faultsOfHtml))).toEqual([]);
});

test('a sign of HTML that was not escaped is found', () => {
  expect(faultsOfHtml('<b>a</b> <script>')).toHaveLength(1);
  expect(faultsOfHtml('a & b')).toHaveLength(1);
  expect(faultsOfHtml('<b>a')).toHaveLength(1);
});

function faultsOfHtml(text: string): readonly string[] {
  const left = text.replace(/<\/?b>|<br>|<font color="#[0-9a-f]{6}">|<\/font>/g, '');
  const opened = (tag: string): number => text.split(`<${tag}`).length - text.split(`</${tag}`).length;
  return [
    ...(/[<>]/.test(left) ? [`not escaped: ${left.slice(0, 80)}`] : []),
    ...(/&(?!(amp|lt|gt|quot|#39);)/.test(left) ? [`a bare &: ${left.slice(0, 80)}`] : []),
    ...(opened('b>') !== 0 || opened('font') !== 0 ? [`not closed: ${text.slice(0, 80)}`] : []),
  ];
}

test('nobody’s words can turn the words around them', () => {
  expect(findings((card) => (/[\u202a-\u202e\u2067]/.test(seen(card)) ? ['bidi override'] : []))).toEqual([]);
});

test('no text is empty where Google needs one, and every icon can be read aloud', () => {
  expect(
    findings((card) =>
      widgetsOf(card).flatMap((widget) => {
        if ('textParagraph' in widget) return widget.textParagraph.text ? [] : ['an empty paragraph'];
        if ('textInput' in widget) return widget.textInput.label ? [] : ['an input without a label'];
        if ('selectionInput' in widget)
          return widget.selectionInput.items.every(({ text }) => text.trim())
            ? []
            : ['a choice without a text'];
        if ('buttonList' in widget)
          return widget.buttonList.buttons.length > 0 && widget.buttonList.buttons.every(({ text }) => text)
            ? []
            : ['a button without a text'];
        if (!('decoratedText' in widget)) return [];
        const { text, startIcon } = widget.decoratedText;
        return [
          ...(text ? [] : ['a decorated text without a text']),
          ...(startIcon && !startIcon.altText ? ['an icon without an alt text'] : []),
          ...(startIcon && !icons.includes(startIcon.materialIcon.name) ? ['an unknown icon'] : []),
        ];
      }),
    ),
  ).toEqual([]);
});

test('of the buttons in a row one at most is the primary one', () => {
  expect(
    findings((card) =>
      widgetsOf(card).flatMap((widget) =>
        'buttonList' in widget && widget.buttonList.buttons.filter(({ type }) => type === 'FILLED').length > 1
          ? ['two primary buttons']
          : [],
      ),
    ),
  ).toEqual([]);
});

test('links lead to pages of the web only', () => {
  expect(
    findings((card) =>
      clicksOf(card).flatMap((click) =>
        'openLink' in click && !/^https:\/\/[^\s<>"]+$/.test(click.openLink.url) ? [click.openLink.url] : [],
      ),
    ),
  ).toEqual([]);
});

test('input names are unique on a card', () => {
  expect(
    findings((card) => {
      const names = widgetsOf(card).flatMap((widget) => {
        if ('textInput' in widget) return [widget.textInput.name];
        if ('selectionInput' in widget) return [widget.selectionInput.name];
        return 'dateTimePicker' in widget ? [widget.dateTimePicker.name] : [];
      });
      return new Set(names).size === names.length ? [] : [names.join()];
    }),
  ).toEqual([]);
});

/** What travels unseen with buttons and choices is left out. */
const seen = (card: Card): string =>
  JSON.stringify(card, (key, value: unknown) =>
    key === 'parameters' || key === 'value' ? undefined : value,
  );

function widgetsOf({ sections }: Pick<Card, 'sections'>): readonly Widget[] {
  return sections.flatMap(({ widgets }) => widgets);
}

function htmlOf(card: Card): readonly string[] {
  const headers = card.sections.flatMap(({ header }) => (header === undefined ? [] : [header]));
  const inside = widgetsOf(card).flatMap((widget) => {
    if ('textParagraph' in widget) return [widget.textParagraph.text];
    if (!('decoratedText' in widget)) return [];
    const { topLabel = '', text, bottomLabel = '' } = widget.decoratedText;
    return [topLabel, text, bottomLabel];
  });
  return [...headers, ...inside];
}

function clicksOf(card: Card): readonly OnClick[] {
  return widgetsOf(card).flatMap((widget) => {
    if ('buttonList' in widget) return widget.buttonList.buttons.map(({ onClick }) => onClick);
    if (!('decoratedText' in widget)) return [];
    const { onClick, button } = widget.decoratedText;
    return [...(onClick ? [onClick] : []), ...(button ? [button.onClick] : [])];
  });
}

function actionsOf(card: Card): readonly Action[] {
  const clicked = clicksOf(card).flatMap((click) => ('action' in click ? [click.action] : []));
  const changed = widgetsOf(card).flatMap((widget) =>
    'selectionInput' in widget && widget.selectionInput.onChangeAction
      ? [widget.selectionInput.onChangeAction]
      : [],
  );
  return [...clicked, ...changed];
}
