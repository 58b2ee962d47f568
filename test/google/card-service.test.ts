// Card data as CardService objects: nothing of a card is lost on the way.
import type { Card } from '../../src/cards/card.ts';
import { toCardService } from '../../src/google/card-service.ts';
import { cardService } from './card-service-double.ts';

const globals = globalThis as { CardService?: unknown };
beforeAll(() => {
  globals.CardService = cardService;
});
afterAll(() => {
  delete globals.CardService;
});

const drawn = (card: Card) => (toCardService(card) as unknown as { built: unknown }).built;

test('a card with every kind of widget arrives whole and in order', () => {
  const card: Card = {
    header: { title: 'T-12', subtitle: 'Billing' },
    sections: [
      {
        header: 'Why',
        collapsible: true,
        uncollapsibleWidgetsCount: 1,
        widgets: [
          { textParagraph: { text: 'a' } },
          { divider: {} },
          { decoratedText: { topLabel: 'Owner', text: 'Jane', bottomLabel: 'since 9:00', wrapText: false } },
          {
            buttonList: {
              buttons: [
                {
                  text: 'Take',
                  onClick: { action: { function: 'take', parameters: [{ key: 'id', value: '12' }] } },
                },
                { text: 'Open', onClick: { openLink: { url: 'https://example.com' } } },
              ],
            },
          },
        ],
      },
    ],
  };
  expect(drawn(card)).toMatchSnapshot();
});

test('what a card does not say is not set', () => {
  expect(drawn({ sections: [{ widgets: [{ decoratedText: { text: 'x' } }] }] })).toEqual({
    made: 'newCardBuilder',
    calls: [
      [
        'addSection',
        {
          made: 'newCardSection',
          calls: [['addWidget', { made: 'newDecoratedText', calls: [['setText', 'x']] }]],
        },
      ],
    ],
  });
});
