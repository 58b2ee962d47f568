// Web apps: who may call them, as whom they run, and how oddly they answer.
import { manifest, owner, worldWith } from './worlds.ts';

const code = `
  function doPost(e) {
    if (e.postData.contents === 'throw') throw new Error('broken');
    if (e.postData.contents === 'nothing') return;
    const { parameter, postData } = e;
    return ContentService.createTextOutput(JSON.stringify({ who: Session.getEffectiveUser().getEmail(),
      by: Session.getActiveUser().getEmail(), parameter, type: postData.type, length: postData.length }))
      .setMimeType(ContentService.MimeType.JSON);
  }
  function doGet(e) { return ContentService.createTextOutput(e.queryString); }
  function ask(url, body, options) {
    const answer = UrlFetchApp.fetch(url, Object.assign({ method: 'post', contentType: 'application/json', payload: body,
      muteHttpExceptions: true }, options, { headers:
      { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } }));
    return [answer.getResponseCode(), answer.getContentText(), answer.getHeaders()['Content-Type'] || null];
  }`;

function visited(access: string, executeAs = 'USER_DEPLOYING', world = {}) {
  const made = worldWith(code, { manifest: { ...manifest, webapp: { access, executeAs } }, world });
  made.world.addAccount('ann@acme.example');
  made.world.addAccount('eve@else.example');
  const from = (email: string) => made.world.addScript({ name: email, owner: email, code, manifest });
  return {
    ...made,
    ann: from('ann@acme.example'),
    eve: from('eve@else.example'),
    url: made.script.webapp.url,
  };
}

test('it runs as its deployer, and names a visitor of its own domain', () => {
  const { ann, url } = visited('DOMAIN');
  const [status, body] = ann.run('ask', `${url}?a=1`, '{}', {}) as [number, string];
  expect([status, JSON.parse(body)]).toEqual([
    200,
    { who: owner, by: 'ann@acme.example', parameter: { a: '1' }, type: 'application/json', length: 2 },
  ]);
});

test('a stranger’s name is kept from it', () => {
  const { eve, url } = visited('ANYONE');
  const [, body] = eve.run('ask', url, '{}', {}) as [number, string];
  expect(JSON.parse(body)).toMatchObject({ who: owner, by: '' });
});

test('a stranger is kept out of a domain’s web app, an unknown one is sent to sign in', () => {
  const { eve, ann, url } = visited('DOMAIN');
  expect((eve.run('ask', url, '{}', {}) as [number])[0]).toBe(403);
  const unsigned = `UrlFetchApp.fetch('${url}', { method: 'post', payload: 'x' }).getContentText()`;
  ann.push(`${code} function plain() { return ${unsigned}; }`);
  expect(ann.run('plain')).toContain('Sign in - Google Accounts');
});

// Source: platform.md, that Google takes a token here is believed, not proven; both must work.
test('a world can refuse tokens at web apps', () => {
  const { ann, url } = visited('ANYONE_ANONYMOUS', 'USER_DEPLOYING', { bearerAtWebApps: 'refused' });
  expect((ann.run('ask', url, '{}', {}) as [number])[0]).toBe(401);
  ann.push(
    `${code} function plain() { return UrlFetchApp.fetch('${url}', { method: 'post', contentType: 'text/plain', payload: 'x' }).getResponseCode(); }`,
  );
  expect(ann.run('plain')).toBe(200);
});

// Source: reports from the field: a web app that throws, or returns nothing, answers 200 with a page of HTML.
test.each(['throw', 'nothing'])('a doPost that does %s answers 200 and HTML', (body) => {
  const { ann, script, url } = visited('DOMAIN');
  const [status, , type] = ann.run('ask', url, body, {}) as [number, string, string];
  expect([status, type]).toEqual([200, 'text/html; charset=utf-8']);
  expect(script.executions.map((execution) => execution.status)).toEqual([
    body === 'throw' ? 'failed' : 'completed',
  ]);
});

// Source: platform.md, the answer comes through a redirect.
test('without following redirects there is no answer', () => {
  const { ann, url } = visited('DOMAIN');
  expect((ann.run('ask', url, '{}', { followRedirects: false }) as [number])[0]).toBe(302);
});

test('as USER_ACCESSING it runs as the visitor', () => {
  const { script } = visited('DOMAIN', 'USER_ACCESSING');
  script.grant('ann@acme.example');
  const answer = script.webapp.post('{}', { as: 'ann@acme.example' });
  expect(JSON.parse(answer.body)).toMatchObject({ who: 'ann@acme.example', by: 'ann@acme.example' });
  expect(script.webapp.get('?x=1').body).toBe('x=1');
  expect(script.webapp.post('{}', { as: null }).status).toBe(403);
});
