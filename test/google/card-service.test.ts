// Card data as CardService objects: what Google prints of them is the data again, nothing lost and nothing added.
import { buildSync } from 'esbuild';
import type { Card } from '../../src/cards/card.ts';
import { createWorld, type Script } from '../../src/local/world/world.ts';
import { everyCard } from '../cards/every-card.ts';

let drawing: Script;

beforeAll(() => {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `import { toCardService } from './src/google/card-service.ts';
        globalThis.draw = (card) => toCardService(card);`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    write: false,
  });
  const world = createWorld({ start: '2026-03-24T09:00:00Z' });
  world.addAccount('dev@acme.example');
  drawing = world.addScript({
    name: 'drawing',
    owner: 'dev@acme.example',
    code: `${outputFiles[0]?.text}\nfunction main(text) { return JSON.parse(text).map((card) => draw(card).printJson()); }`,
    manifest: { timeZone: 'Etc/UTC', runtimeVersion: 'V8', oauthScopes: [] },
  });
});

const printed = (cards: readonly Card[]): readonly unknown[] =>
  (drawing.run('main', JSON.stringify(cards)) as readonly string[]).map((json) => JSON.parse(json));

test('every card in every state and language comes out of CardService as it went in', () => {
  const cards = everyCard();
  const made = printed(cards.map(([, card]) => card));
  expect(made).toHaveLength(cards.length);
  const differing = cards.filter(([, card], index) => order(card) !== order(made[index]));
  expect(differing.map(([name]) => name)).toEqual([]);
  expect(made[0]).toEqual(cards[0]?.[1]);
});

/** Where a card says nothing (a page that opens beside the card), CardService may say how it closes. */
function order(value: unknown): string {
  return JSON.stringify(value, (key, one: unknown) => {
    if (key === 'onClose') return undefined;
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
    return Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

test('where Google’s consent page closes the add-on is drawn anew', () => {
  const url = 'https://script.google.com/consent';
  const card: Card = {
    sections: [
      { widgets: [{ buttonList: { buttons: [{ text: 'Allow', onClick: { openLink: { url } } }] } }] },
    ],
  };
  const [made] = printed([card]);
  expect(JSON.stringify(made)).toContain('"onClose":"RELOAD"');
});
