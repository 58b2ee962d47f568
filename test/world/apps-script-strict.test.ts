// The imitated Apps Script is no more lenient than Google's: spreadsheets by script, consent, events, requests.
import { WorldError } from '../../src/local/world/failure.ts';
import { manifest, owner, worldWith } from './worlds.ts';

const auth = 'https://www.googleapis.com/auth/';
const ann = 'ann@acme.example';
const stranger = 'eve@else.example';

function bound(code: string) {
  const made = worldWith('');
  const { world } = made;
  for (const email of [ann, stranger]) world.addAccount(email);
  const container = world.sheets.create(owner, 'Desk', ['Tickets']);
  for (const email of [ann, stranger]) world.sheets.share(container, email);
  const oauthScopes = [`${auth}spreadsheets.currentonly`, `${auth}script.container.ui`];
  const menu = world.addScript({
    name: 'menu',
    owner,
    code,
    container,
    manifest: { timeZone: 'Etc/UTC', runtimeVersion: 'V8', oauthScopes },
  });
  return { ...made, menu, container };
}

const onOpen = `function onOpen() { SpreadsheetApp.getUi().createMenu('M').addItem('Do', 'act').addToUi(); }`;

// Source: guide to authorisation, a script asks for consent before its first run; guide to simple triggers, onOpen asks nothing.
test('a menu is there before consent, its items only after it', () => {
  const { menu } = bound(`${onOpen} function act() { SpreadsheetApp.getActive().toast('done'); }`);
  expect(menu.open(ann).menus).toHaveLength(1);
  expect(() => menu.choose(ann, 'Do')).toThrow(WorldError);
  menu.grant(ann);
  expect(menu.choose(ann, 'Do').status).toBe('completed');
});

// Source: guide to simple triggers, restrictions: nothing that needs authorisation.
test.each([
  ['UrlFetchApp.fetch("https://a.example")', 'not sufficient'],
  ['ScriptApp.getProjectTriggers()', 'not sufficient'],
  ['SpreadsheetApp.getUi().prompt("a", "b", SpreadsheetApp.getUi().ButtonSet.OK)', 'permission'],
])('onOpen may not call %s', (call, words) => {
  const { menu } = bound(`function onOpen() { ${call}; }`);
  menu.grant(ann);
  menu.open(ann);
  expect(menu.executions.at(-1)).toMatchObject({ status: 'failed', error: expect.stringContaining(words) });
});

test('a script that takes longer than thirty seconds to open is ended', () => {
  const { menu } = bound('function onOpen() { Utilities.sleep(31000); SpreadsheetApp.getUi(); }');
  menu.open(ann);
  expect(menu.executions.at(-1)?.status).toBe('timed out');
});

// Source: field reports of "The coordinates of the range are outside the dimensions of the sheet".
test('a script reaches no cell beyond the grid', () => {
  const { menu } = bound(`function act(row, column) {
    SpreadsheetApp.getActive().getSheetByName('Tickets').getRange(row, column).setValue('x'); }`);
  menu.run('act', 1000, 26);
  expect(() => menu.run('act', 1001, 1)).toThrow('outside the dimensions');
  expect(() => menu.run('act', 1, 27)).toThrow('outside the dimensions');
});

// Source: reference of Range.getValues, dates are Date objects.
test('dates that a script would read as Date are not given as numbers', () => {
  const { menu, world, container } = bound(`function act() {
    return SpreadsheetApp.getActive().getSheetByName('Tickets').getRange('A1:A2').getValues(); }`);
  world.sheets.edit(container, 'Tickets', 0, 0, 'a', { by: owner });
  expect(menu.run('act')).toEqual([['a'], ['']]);
  world.sheets.edit(container, 'Tickets', 1, 0, '2026-03-02', { by: owner });
  expect(() => menu.run('act')).toThrow('getValues of dates');
});

const watching = `function edited(e) { console.log(JSON.stringify([e.user.getEmail(), e.oldValue, e.value])); }
  function changed(e) { console.log(e.changeType); }
  function watch(id, name, event) { ScriptApp.newTrigger(name).forSpreadsheet(id)[event]().create(); return null; }`;

// Source: guide to event objects, user and oldValue.
test('an edit tells who did it within the domain only, and both values as text', () => {
  const { world, script, container } = bound('');
  script.push(watching);
  script.run('watch', container, 'edited', 'onEdit');
  world.sheets.edit(container, 'Tickets', 0, 0, 5, { by: ann });
  world.sheets.edit(container, 'Tickets', 0, 0, true, { by: stranger });
  world.sheets.edit(container, 'Tickets', 0, 0, '', { by: owner });
  expect(script.logs.map(({ text }) => JSON.parse(text))).toEqual([
    [ann, null, '5'],
    ['', '5', 'TRUE'],
    [owner, 'TRUE', null],
  ]);
});

test('a consumer account is told of nobody else', () => {
  const { world } = worldWith('');
  const [me, other] = ['me@mail.example', 'you@mail.example'];
  for (const email of [me, other]) world.addAccount(email, { edition: 'consumer' });
  const script = world.addScript({ name: 'mine', owner: me, code: watching, manifest });
  const book = world.sheets.create(me, 'Mine', ['Tickets']);
  world.sheets.share(book, other);
  script.run('watch', book, 'edited', 'onEdit');
  for (const by of [me, other]) world.sheets.edit(book, 'Tickets', 0, 0, by, { by });
  expect(script.logs.map(({ text }) => JSON.parse(text)[0])).toEqual([me, '']);
});

// Source: guide to triggers, requests of APIs fire none; a world can say otherwise, because nobody has probed it.
test.each([
  [false, []],
  [true, ['OTHER']],
])('what a program writes fires onChange only in a world that says so: %s', (programsFireOnChange, logs) => {
  const { world, script } = worldWith(
    `${watching} function write(id) { Sheets.Spreadsheets.Values.update({ values: [['x']] }, id, 'A1', { valueInputOption: 'RAW' }); }`,
    { world: { programsFireOnChange } },
  );
  const book = world.sheets.create(owner, 'Desk', ['Tickets']);
  script.run('watch', book, 'changed', 'onChange');
  script.run('watch', book, 'edited', 'onEdit');
  script.run('write', book);
  world.advance(60_000);
  expect(script.logs.map(({ text }) => text)).toEqual(logs);
});

// Source: Google's quota page, 100 headers of 8 KB together and answers of 50 MB a call.
describe('a request', () => {
  const code = `function ask(n, size) { const headers = {}; for (let i = 0; i < n; i++) headers['x-' + i] = 'v'.repeat(size);
    return UrlFetchApp.fetch('https://a.example/', { headers }).getContentText().length; }`;
  const asking = (length: number) => {
    const made = worldWith(code);
    made.world.addHost('a.example', () => ({ status: 200, headers: {}, body: 'x'.repeat(length) }));
    return (n: number, size: number) => made.script.run('ask', n, size);
  };
  test('has a hundred headers and 8 KB of them', () => {
    const ask = asking(1);
    expect([ask(100, 1), ask(1, 8_000)]).toEqual([1, 1]);
    expect(() => ask(101, 1)).toThrow('URLFetch Header Size');
    expect(() => ask(1, 8_200)).toThrow('URLFetch Header Size');
  });
  test('is answered with 50 MB at most', () => {
    expect(asking(50_000_000)(0, 0)).toBe(50_000_000);
    expect(() => asking(50_000_001)(0, 0)).toThrow('URLFetch Response Size');
  });
});

// Source: guide to web apps, the parameters c and sid are reserved: 405.
test('a web app is not asked with Google’s own parameters', () => {
  const { script, world } = worldWith(`function doGet() { return ContentService.createTextOutput('ok'); }
    function ask(url) { return UrlFetchApp.fetch(url, { muteHttpExceptions: true,
      headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } }).getResponseCode(); }`);
  const { url } = script.webapp;
  expect(['', '?a=1', '?c=1', '?sid=1'].map((query) => script.run('ask', url + query))).toEqual([
    200, 200, 405, 405,
  ]);
  expect(world.now()).toBeGreaterThan(0);
});
