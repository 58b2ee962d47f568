// Going back: a world is restored as it was, also from text and into another world.
import * as fc from 'fast-check';
import { fromText, toText } from '../../src/local/world/storable.ts';
import { createWorld, type World, type WorldSnapshot } from '../../src/local/world/world.ts';
import { owner, start, worldWith } from './worlds.ts';

const code = `
  function begin() {
    const made = Sheets.Spreadsheets.create({ sheets: [{ properties: { title: 'T', sheetId: 1 } }] });
    PropertiesService.getScriptProperties().setProperty('ID', made.spreadsheetId);
    ScriptApp.newTrigger('tick').timeBased().everyMinutes(10).create();
  }
  function tick() {
    const store = PropertiesService.getScriptProperties();
    const id = store.getProperty('ID');
    CacheService.getScriptCache().put('last', String(Date.now()), 600);
    const row = { values: [{ userEnteredValue: { stringValue: Utilities.getUuid() } }, { userEnteredValue: { numberValue: Date.now() } }] };
    Sheets.Spreadsheets.batchUpdate({ requests: [{ appendCells: { sheetId: 1, rows: [row], fields: '*' } }] }, id);
    Gmail.Users.Messages.send({ raw: Utilities.base64EncodeWebSafe('To: ${owner}\\r\\nSubject: s\\r\\n\\r\\nhi') }, 'me');
    store.setProperty('N', String(Number(store.getProperty('N') || 0) + 1));
  }`;

function began(): World {
  const { world, script } = worldWith(code);
  script.run('begin');
  world.advanceTo('2026-03-02T09:25:00Z');
  return world;
}

/** All that can be told apart from outside. */
function seen(world: World): unknown {
  const [id = ''] = world.sheets.ids();
  const script = world.script('desk');
  return [
    world.now(),
    world.sheets.values(id, 'T'),
    { ...script.properties },
    script.triggers.map(({ due }) => due),
    script.executions.length,
    world.gmail.sent().length,
    world.quota(owner),
  ];
}

const later = (world: World): unknown => {
  world.advanceTo('2026-03-02T11:00:00Z');
  return seen(world);
};

test('a restored world goes on just as the first did', () => {
  const world = began();
  const saved = world.snapshot();
  const first = later(world);
  world.restore(saved);
  expect(later(world)).toEqual(first);
});

test('a snapshot is kept as text and restored into a new world', () => {
  const world = began();
  const text = toText(world.snapshot());
  const other = createWorld({ start });
  other.restore(fromText<WorldSnapshot>(text));
  expect(seen(other)).toEqual(seen(world));
  expect(later(other)).toEqual(later(world));
});

test('what happens after a snapshot does not change it', () => {
  const world = began();
  const saved = world.snapshot();
  const text = toText(saved);
  later(world);
  expect(toText(saved)).toBe(text);
});

test('a kill at any call leaves the write whole or undone', () => {
  const world = began();
  const saved = world.snapshot();
  const script = world.script('desk');
  const rows = (): number => world.sheets.values(world.sheets.ids()[0] ?? '', 'T').length;
  const before = rows();
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), fc.boolean(), (n, after) => {
      world.restore(saved);
      world.faults.clear();
      world.faults.at(n, { after }, 'kill');
      const { status } = script.attempt('tick');
      const struck = world.faults.struck();
      expect(status).toBe(struck ? 'killed' : 'completed');
      const done = !struck || n > 3 || (n === 3 && after);
      expect(rows()).toBe(before + (done ? 1 : 0));
    }),
    {
      examples: [
        [3, false],
        [3, true],
        [2, true],
        [4, false],
        [7, false],
      ],
      numRuns: 20,
    },
  );
});
