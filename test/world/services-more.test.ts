// Services of Apps Script that little of Tierline leans on: each claim with its source.
import { evaluate, manifest, owner, worldWith } from './worlds.ts';

const ann = 'ann@acme.example';
const auth = 'https://www.googleapis.com/auth/';

// Source: reference of CacheService, at 1,000 items the 900 that expire last stay.
test('a full cache forgets what would have gone first', () => {
  const kept = evaluate(`const cache = CacheService.getScriptCache();
    for (let n = 0; n < 1001; n++) cache.put('k' + n, String(n), 600 + n);
    return [cache.get('k0'), cache.get('k100'), cache.get('k101'), cache.get('k1000')];`);
  expect(kept).toEqual([null, null, '101', '1000']);
});

// Source: reference of CacheService: keys of 250 characters, 10 minutes unless told.
test('a cache has keys of 250 characters and keeps ten minutes', () => {
  const { world, script } = worldWith(`
    function put(key) { CacheService.getScriptCache().put(key, 'x'); }
    function get(key) { return CacheService.getScriptCache().get(key); }`);
  expect(() => script.run('put', 'k'.repeat(251))).toThrow('Argument too large: key');
  script.run('put', 'k'.repeat(250));
  world.advance(599_000);
  expect(script.run('get', 'k'.repeat(250))).toBe('x');
  world.advance(1_000);
  expect(script.run('get', 'k'.repeat(250))).toBeNull();
});

// Source: reference of LockService: a user's lock bars that user only; waitLock throws where tryLock says false.
test('a lock of one user is free for another, and waitLock throws', () => {
  const { world, script } = worldWith(`
    function own() { return LockService.getUserLock().tryLock(10); }
    function wait() { LockService.getScriptLock().waitLock(1000); }
    function hold() { LockService.getUserLock().tryLock(10); PropertiesService.getScriptProperties().getKeys(); }`);
  world.addAccount(ann);
  script.grant(ann);
  const answers: unknown[] = [];
  world.faults.beforeCall(({ method }) => {
    if (method === 'properties.get') answers.push(script.run('own'), script.runAs(ann, 'own'));
  });
  script.run('hold');
  expect(answers).toEqual([false, true]);
  script.lockUntil(world.now() + 5_000);
  expect(() => script.run('wait')).toThrow('another process was holding the lock for too long');
});

// Source: reference of Session: the active user needs userinfo.email, the zone is the manifest's, the key changes in 30 days.
test('a session tells language and zone to everybody, names only with the right', () => {
  const code = `function tell() { return [Session.getActiveUserLocale(), Session.getScriptTimeZone()]; }
    function name() { return Session.getEffectiveUser().getEmail(); }
    function key() { return Session.getTemporaryActiveUserKey(); }`;
  const { world, script } = worldWith(code);
  world.addAccount(ann, { locale: 'de-AT' });
  script.grant(ann, [`${auth}gmail.modify`]);
  expect(script.runAs(ann, 'tell')).toEqual(['de', 'Etc/UTC']);
  expect(() => script.runAs(ann, 'name')).toThrow('userinfo.email');
  expect(script.run('name')).toBe(owner);
  const first = script.run('key');
  world.advance(31 * 86_400_000);
  expect(script.run('key')).not.toBe(first);
});

// Source: reference of ScriptApp.getAuthorizationInfo and requireScopes.
test('what was not granted is told, and asked for where the script insists', () => {
  const wanted = JSON.stringify([`${auth}gmail.modify`]);
  const { world, script } = worldWith(`
    function info() { return String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, ${wanted}).getAuthorizationStatus()); }
    function insist() { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ${wanted}); return 'went on'; }`);
  world.addAccount(ann);
  script.grant(ann, [`${auth}spreadsheets`]);
  expect([script.run('info'), script.runAs(ann, 'info')]).toEqual(['NOT_REQUIRED', 'REQUIRED']);
  expect(script.run('insist')).toBe('went on');
  expect(script.attempt('insist', { as: ann })).toMatchObject({
    status: 'killed',
    error: 'Authorization is required',
  });
});

// Source: reference of ClockTriggerBuilder: nearMinute within a quarter of an hour, weeks by onWeekDay.
test('a weekly trigger fires on its day, within a quarter of an hour of its minute', () => {
  const { world, script } = worldWith(`function tick() {}
    function build() { ScriptApp.newTrigger('tick').timeBased().everyWeeks(1)
      .onWeekDay(ScriptApp.WeekDay.WEDNESDAY).atHour(6).nearMinute(30).create(); return null; }`);
  script.run('build');
  const times: number[] = [];
  world.advance(22 * 86_400_000, { onExecution: ({ startedAt }) => times.push(startedAt) });
  const told = times.map((at) => new Date(at));
  expect(told.map((at) => [at.getUTCDay(), at.getUTCHours()])).toEqual([
    [3, 6],
    [3, 6],
    [3, 6],
  ]);
  for (const at of told) expect(Math.abs(at.getUTCMinutes() - 30)).toBeLessThanOrEqual(15);
});

// Source: Google's quota page, 2 KB of address a call.
test('an address has 2,048 characters', () => {
  const { world, script } = worldWith(`function ask(n) {
    const url = 'https://a.example/';
    return UrlFetchApp.fetch(url + 'x'.repeat(n - url.length)).getResponseCode(); }`);
  world.addHost('a.example', () => ({ status: 200, headers: {}, body: '' }));
  expect(script.run('ask', 2048)).toBe(200);
  expect(() => script.run('ask', 2049)).toThrow('URLFetch URL Length');
});

// Source: guide to web apps, the event of a POST; parameters of the address and of a form stand together.
test('a web app is told the form and the address, and a value that is there twice', () => {
  const code = `function doPost({ parameter, parameters, postData, contentLength, queryString }) {
    return ContentService.createTextOutput(JSON.stringify({ parameter, parameters, postData, contentLength, queryString })); }
    function ask(url) { return UrlFetchApp.fetch(url + '?a=1&a=2', { payload: { b: 'x y' },
      headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } }).getContentText(); }`;
  const { script } = worldWith(code, { manifest });
  expect(JSON.parse(String(script.run('ask', script.webapp.url)))).toEqual({
    parameter: { a: '1', b: 'x y' },
    parameters: { a: ['1', '2'], b: ['x y'] },
    postData: { contents: 'b=x%20y', length: 7, name: 'postData', type: 'application/x-www-form-urlencoded' },
    contentLength: 7,
    queryString: 'a=1&a=2',
  });
});
