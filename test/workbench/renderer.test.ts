// The workbench's own drawing of Google's cards: it leaves nothing out that the schema or our cards have.
import protos from '@google-apps/chat/build/protos/protos.json';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import protobuf from 'protobufjs';
import { icons } from '../../src/cards/icons.ts';
import { CardOf } from '../../src/local/workbench/page/card.tsx';
import type { Card, Widget } from '../../src/local/workbench/page/card-types.ts';
import { widgetKinds } from '../../src/local/workbench/page/card-widgets.tsx';
import { knowsIcon } from '../../src/local/workbench/page/icon.tsx';
import { RichText } from '../../src/local/workbench/page/rich-text.tsx';
import { everyCard } from '../cards/every-card.ts';

const schema = protobuf.Root.fromJSON(protos as protobuf.INamespace);
const ofSchema = (name: string) => schema.lookupType(`google.apps.card.v1.${name}`);
const values = (name: string): readonly string[] =>
  Object.keys(schema.lookupEnum(`google.apps.card.v1.${name}`).values).filter(
    (value) => !value.endsWith('UNSPECIFIED'),
  );

const draw = (card: Card): string => render(h(CardOf, { card }));
const drawWidget = (widget: Widget): string => draw({ sections: [{ widgets: [widget] }] });
const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ');

describe('every widget of the schema', () => {
  test('is drawn, and nothing that the schema does not have', () => {
    const kinds = ofSchema('Widget').oneofs.data?.oneof ?? [];
    expect([...widgetKinds].sort()).toEqual([...kinds].sort());
  });

  const filled: { readonly [K in keyof Required<Widget>]?: Widget } = {
    textParagraph: { textParagraph: { text: 'seen' } },
    image: { image: { imageUrl: 'https://example.com/x.png', altText: 'seen' } },
    decoratedText: { decoratedText: { topLabel: 'above', text: 'seen', bottomLabel: 'below' } },
    buttonList: { buttonList: { buttons: [{ text: 'seen', onClick: { action: { function: 'onX' } } }] } },
    textInput: { textInput: { name: 'a', label: 'seen' } },
    selectionInput: { selectionInput: { name: 'a', label: 'seen', type: 'DROPDOWN', items: [] } },
    dateTimePicker: { dateTimePicker: { name: 'a', label: 'seen' } },
    grid: { grid: { title: 'seen', items: [{ title: 'one' }] } },
    columns: { columns: { columnItems: [{ widgets: [{ textParagraph: { text: 'seen' } }] }] } },
    carousel: { carousel: { carouselCards: [{ widgets: [{ textParagraph: { text: 'seen' } }] }] } },
    chipList: { chipList: { chips: [{ label: 'seen' }] } },
  };

  test.each(Object.entries(filled))('%s shows what it says', (_, widget) => {
    expect(drawWidget(widget)).toContain('seen');
  });

  test('one that is not known is said to be missing, not left out in silence', () => {
    expect(drawWidget({ hologram: {} } as unknown as Widget)).toContain('cannot be drawn: hologram');
  });

  test.each(values('SelectionInput.SelectionType').filter((type) => type !== 'MULTI_SELECT'))(
    'a choice as %s shows its items',
    (type) => {
      const items = [
        { text: 'First', value: '1', selected: true },
        { text: 'Second', value: '2', selected: false },
      ];
      const html = drawWidget({ selectionInput: { name: 'a', label: 'Which?', type, items } });
      for (const word of ['Which?', 'First', 'Second']) expect(html).toContain(word);
    },
  );

  test.each(values('Button.Type'))('a button as %s has a look of its own', (type) => {
    const look = (one: string): string =>
      /class="card-button ([a-z]+)"/.exec(
        drawWidget({ buttonList: { buttons: [{ text: 'Go', type: one, onClick: {} }] } }),
      )?.[1] ?? '';
    expect(look(type)).not.toBe('');
    expect(values('Button.Type').filter((one) => look(one) === look(type))).toEqual([type]);
  });
});

describe('every card of ours', () => {
  test.each(everyCard())('%s is drawn whole', (_, card) => {
    const all: Card = {
      ...card,
      sections:
        (card.sections as Card['sections'])?.map((section) => ({ ...section, collapsible: false })) ?? [],
    };
    const html = draw(all);
    expect(html).not.toContain('cannot be drawn');
    const seen = squeezed(decoded(textOf(html)));
    for (const text of readOn(all)) expect(seen).toContain(squeezed(text));
  });

  test('every icon that our cards name has a picture', () => {
    expect(icons.filter((name) => !knowsIcon(name))).toEqual([]);
  });
});

/** Everything on a card that people read, as they read it. */
function readOn(value: unknown, inside = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => readOn(one, inside));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    if (typeof one !== 'string') return readOn(one, key);
    if (
      !['text', 'topLabel', 'bottomLabel', 'label', 'title', 'subtitle', 'hintText', 'header'].includes(key)
    )
      return [];
    const rich = ['textParagraph', 'decoratedText'].includes(inside) || key === 'header';
    return [rich ? decoded(textOf(render(h(RichText, { text: one })))) : one];
  });
}

const decoded = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
const squeezed = (text: string): string => text.replace(/\s+/g, '');

describe('the little HTML of cards', () => {
  const html = (text: string): string => render(h(RichText, { text }));

  test('bold, colour, links and line ends are drawn', () => {
    expect(html('<b>a</b><br><font color="#ff0000">b</font>\nc')).toBe(
      '<b>a</b><br/><span style="color:#ff0000;">b</span><br/>c',
    );
    expect(html('<a href="https://example.com/?a=1&amp;b=2">go</a>')).toContain(
      'href="https://example.com/?a=1&amp;b=2"',
    );
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<iframe src="https://evil.example"></iframe>',
    '<svg onload=alert(1)>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
  ])('%s is text', (hostile) => {
    expect(html(hostile)).not.toMatch(/<(script|img|iframe|svg)/);
  });

  test('a link that runs a program is only its words', () => {
    expect(html('<a href="javascript:alert(1)">go</a>')).toBe('<span class>go</span>');
  });

  test('a tag that is never closed, or never opened, hurts nothing', () => {
    expect(html('<b>a <i>b</b> c</u> d')).toBe('<b>a <i>b</i></b> c d');
  });
});
