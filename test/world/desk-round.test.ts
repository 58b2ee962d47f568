// A round as a desk makes it: a trigger, a lock, mail by batch, one read and one write of a spreadsheet, a web app.
import { owner, start, worldWith } from './worlds.ts';

const code = `
function install() {
  const made = Sheets.Spreadsheets.create({ properties: { title: 'Desk' }, sheets: [{ properties: { title: 'Tickets', sheetId: 7 } }] });
  PropertiesService.getScriptProperties().setProperty('WORKBOOK', made.spreadsheetId);
  ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create();
}
function api(method, url, body) {
  const answer = UrlFetchApp.fetch(url, {
    method, muteHttpExceptions: true, contentType: 'application/json',
    headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() },
    payload: body && JSON.stringify(body),
  });
  return { code: answer.getResponseCode(), body: JSON.parse(answer.getContentText()) };
}
function tick() {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(0)) return 'busy';
  const book = PropertiesService.getScriptProperties().getProperty('WORKBOOK');
  const base = 'https://sheets.googleapis.com/v4/spreadsheets/' + book;
  const seen = api('get', base + '/values:batchGet?ranges=' + encodeURIComponent('Tickets!A1:B'));
  const list = Gmail.Users.Messages.list('me', { maxResults: 10 });
  const rows = (seen.body.valueRanges[0].values || []).length;
  api('post', base + ':batchUpdate', { requests: [{ appendCells: { sheetId: 7, fields: 'userEnteredValue', rows: [
    { values: [{ userEnteredValue: { stringValue: '=' + rows } }, { userEnteredValue: { numberValue: (list.messages || []).length } }] } ] } }] });
  lock.releaseLock();
}
function doPost(event) {
  return ContentService.createTextOutput(JSON.stringify({ said: JSON.parse(event.postData.contents).hi, by: Session.getActiveUser().getEmail() }))
    .setMimeType(ContentService.MimeType.JSON);
}
function visit(url) {
  return UrlFetchApp.fetch(url, { method: 'post', contentType: 'application/json', payload: '{"hi":5}',
    headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } }).getContentText();
}`;

test('a desk ticks every five minutes, reads and writes its workbook, and its calls are counted', () => {
  const { world, script } = worldWith(code);
  script.run('install');
  const mail = 'From: ann@out.example\r\nTo: support@acme.example\r\nSubject: Hi\r\n\r\nHello';
  world.gmail.deliver({ raw: new TextEncoder().encode(mail), to: [owner] });
  const functions: string[] = [];
  const calls = world.calls.during(() =>
    world.advanceTo('2026-03-02T09:10:30Z', { onExecution: (record) => functions.push(record.status) }),
  );
  expect(functions).toEqual(['completed', 'completed']);
  const [id = ''] = world.sheets.ids();
  expect(world.sheets.values(id, 'Tickets')).toEqual([
    ['=0', 1],
    ['=1', 1],
  ]);
  expect(calls.byMethod).toEqual({
    'lock.try': 2,
    'properties.get': 2,
    'urlfetch.fetch': 4,
    'gmail.users.messages.list': 2,
    'lock.release': 2,
  });
  expect(calls.requestsByMethod).toEqual({
    'sheets.spreadsheets.values.batchGet': 2,
    'gmail.users.messages.list': 2,
    'sheets.spreadsheets.batchUpdate': 2,
  });
});

test('a colleague posts to the web app, which answers through a redirect', () => {
  const { world, script } = worldWith(code);
  world.addAccount('ann@acme.example');
  const sidebar = world.addScript({
    name: 'sidebar',
    owner: 'ann@acme.example',
    code,
    manifest: script.manifest,
  });
  const calls = world.calls.during(() => {
    expect(sidebar.run('visit', script.webapp.url)).toBe('{"said":5,"by":"ann@acme.example"}');
  });
  expect([calls.total, calls.requests]).toEqual([1, 2]);
});

test('a world goes back to where it was', () => {
  const { world, script } = worldWith(code);
  script.run('install');
  const saved = world.snapshot();
  const after = (): unknown => {
    world.advanceTo('2026-03-02T09:20:00Z');
    return [world.now(), world.sheets.values(world.sheets.ids()[0] ?? '', 'Tickets')];
  };
  const first = after();
  world.restore(saved);
  expect(world.now()).toBeLessThan(Date.parse(start) + 10_000);
  expect(after()).toEqual(first);
});
