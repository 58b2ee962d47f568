// The services of Apps Script: their limits, their oddities, and what they count as.
import { evaluate, manifest, owner, worldWith } from './worlds.ts';

describe('properties', () => {
  test('are strings and nothing else', () => {
    expect(() => evaluate(`PropertiesService.getScriptProperties().setProperty('n', 5);`)).toThrow(
      "The parameters (string,number) don't match the method signature",
    );
  });

  // Source: Google's quota page, 9 KB per value and 500 KB per store.
  test('hold 9 KB in a value and 500 KB in a store', () => {
    const one = `PropertiesService.getScriptProperties().setProperty('a', 'x'.repeat(9217));`;
    expect(() => evaluate(one)).toThrow('Argument too large: value');
    const many = `const store = PropertiesService.getScriptProperties();
      for (let n = 0; n < 60; n++) store.setProperty('k' + n, 'x'.repeat(9000));`;
    expect(() => evaluate(many)).toThrow('You have exceeded the property storage quota');
  });

  // Source: platform.md, properties 50,000 (consumer) a day.
  test('may be used 50,000 times a day by a consumer account', () => {
    const { world } = worldWith('');
    world.addAccount('me@mail.example', { edition: 'consumer' });
    const code = `function main(n) { const s = PropertiesService.getUserProperties(); for (let i = 0; i < n; i++) s.getKeys(); }`;
    const script = world.addScript({ name: 'mine', owner: 'me@mail.example', code, manifest });
    for (let n = 0; n < 10; n++) script.run('main', 4_999);
    expect(world.quota('me@mail.example').properties).toEqual({ used: 49_990, limit: 50_000, share: 0.9998 });
    expect(() => script.run('main', 11)).toThrow('Service invoked too many times for one day: properties.');
    world.advance(86_400_000);
    expect(script.attempt('main', { args: [11] }).status).toBe('completed');
  });

  test('of a person are not those of another', () => {
    const { world, script } =
      worldWith(`function put(v) { PropertiesService.getUserProperties().setProperty('a', v); }
      function get() { return PropertiesService.getUserProperties().getProperty('a'); }`);
    world.addAccount('ann@acme.example');
    script.grant('ann@acme.example');
    script.run('put', 'x');
    expect([script.run('get'), script.runAs('ann@acme.example', 'get')]).toEqual(['x', null]);
  });
});

describe('the cache', () => {
  // Source: reference of CacheService: 100 KB, 250 characters of key, 6 hours.
  test('forgets after its time, and refuses what is too large', () => {
    const { world, script } = worldWith(`
      function put(v, s) { CacheService.getScriptCache().put('a', v, s); }
      function get() { return CacheService.getScriptCache().get('a'); }`);
    script.run('put', 'x', 60);
    expect(script.run('get')).toBe('x');
    world.advance(60_000);
    expect(script.run('get')).toBeNull();
    expect(() => script.run('put', 'x'.repeat(102_401), 60)).toThrow('Argument too large: value');
    expect(() => script.run('put', 'x', 21_601)).toThrow('expirationInSeconds');
  });
});

describe('the lock', () => {
  const code = `
    function hold() { LockService.getScriptLock().waitLock(0); }
    function take(ms) { const lock = LockService.getScriptLock(); return [lock.tryLock(ms), lock.hasLock()]; }`;

  test('is released at the latest when the execution ends', () => {
    const { script } = worldWith(code);
    script.run('hold');
    expect(script.run('take', 0)).toEqual([true, true]);
  });

  test('is waited for as long as was said', () => {
    const { world, script } = worldWith(code);
    script.lockUntil(world.now() + 5_000);
    const before = world.now();
    expect(script.run('take', 1_000)).toEqual([false, false]);
    expect(world.now() - before).toBe(1_000);
    expect(script.run('take', 10_000)).toEqual([true, true]);
  });

  test('stays with another execution that is running', () => {
    const { world, script } = worldWith(`${code}
      function race() { LockService.getScriptLock().tryLock(0); PropertiesService.getScriptProperties().getKeys(); }`);
    const seen: unknown[] = [];
    world.faults.beforeCall(({ method }) => {
      if (method === 'properties.get') seen.push(script.run('take', 100));
    });
    script.run('race');
    expect(seen).toEqual([[false, false]]);
  });

  test('can be denied by a planted fault', () => {
    const { world, script } = worldWith(code);
    world.faults.at(1, {}, 'lock denied');
    expect(() => script.run('hold')).toThrow(
      'Lock timeout: another process was holding the lock for too long.',
    );
    expect(script.run('take', 0)).toEqual([true, true]);
  });
});

describe('Utilities', () => {
  // Source: Java's bytes; test vector 1 of RFC 4231 has another key length, so the value is openssl's.
  test('signs with signed bytes', () => {
    const bytes = evaluate(
      `return Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe');`,
    );
    const hex = Buffer.from(Int8Array.from(bytes as number[]).buffer).toString('hex');
    // RFC 4231, test case 2.
    expect(hex).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
    expect((bytes as number[]).some((byte) => byte < 0)).toBe(true);
  });

  test('takes either strings or bytes, never one of each', () => {
    expect(() => evaluate(`Utilities.computeHmacSha256Signature('a', [1, 2]);`)).toThrow(
      "The parameters (string,number[]) don't match the method signature",
    );
    expect(() => evaluate('Utilities.base64Encode([200]);')).toThrow("don't match the method signature");
  });

  test('takes text for US-ASCII unless told otherwise', () => {
    const code = `return ['å', 'å'].map((text, n) => Utilities.base64Encode(text, n ? Utilities.Charset.UTF_8 : undefined));`;
    expect(evaluate(code)).toEqual(['Pw==', 'w6U=']);
  });

  test('packs, unpacks and names blobs', () => {
    const code = `const blob = Utilities.newBlob('grüße', 'text/plain', 'a.txt');
      const back = Utilities.ungzip(Utilities.gzip(blob, 'a.gz'));
      return [back.getDataAsString(), blob.getBytes().length, blob.getName()];`;
    expect(evaluate(code)).toEqual(['grüße', 7, 'a.txt']);
  });

  test.each([
    ['yyyy-MM-dd HH:mm:ss', '2026-03-29 03:05:00'],
    ["EEE, d MMM yyyy h:mm a 'at' Z", 'Sun, 29 Mar 2026 3:05 AM at +0200'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2026-03-29T03:05:00.000+02:00'],
    ['u EEEE MMMM', '7 Sunday March'],
  ])('writes a date as %s', (pattern, written) => {
    const code = `return Utilities.formatDate(new Date('2026-03-29T01:05:00Z'), 'Europe/Oslo', ${JSON.stringify(pattern)});`;
    expect(evaluate(code)).toBe(written);
  });

  test('sleeping moves the clock and is no call', () => {
    const { world, script } = worldWith('function main() { Utilities.sleep(1500); }');
    const before = world.now();
    const calls = world.calls.during(() => script.run('main'));
    expect([world.now() - before, calls.total, calls.local]).toEqual([1500, 0, 1]);
  });
});

describe('UrlFetchApp', () => {
  const withHost = (body: string) => {
    const made = worldWith(`function main() { ${body} }`);
    made.world.addHost('a.example', (request) => ({
      status: request.url.endsWith('/missing') ? 404 : 200,
      headers: { 'content-type': 'text/plain', 'x-seen': request.method },
      body: `${request.headers['content-type'] ?? ''}|${String(request.body ?? '')}`,
    }));
    return made;
  };

  test('a status is an exception unless it is muted', () => {
    expect(() => withHost(`UrlFetchApp.fetch('https://a.example/missing');`).script.run('main')).toThrow(
      'Request failed for https://a.example returned code 404.',
    );
    const muted = `return UrlFetchApp.fetch('https://a.example/missing', { muteHttpExceptions: true }).getResponseCode();`;
    expect(withHost(muted).script.run('main')).toBe(404);
  });

  test('a payload without a method is posted, as a form unless told', () => {
    const code = `const answer = UrlFetchApp.fetch('https://a.example/', { payload: { a: '1 2', b: 'c' } });
      return [answer.getContentText(), answer.getHeaders()['X-Seen']];`;
    expect(withHost(code).script.run('main')).toEqual([
      'application/x-www-form-urlencoded|a=1%202&b=c',
      'POST',
    ]);
  });

  // Source: platform.md, fetchAll throws for the whole batch when one host is unreachable.
  test('one host that is not there spoils a whole fetchAll, muted or not', () => {
    const code = `UrlFetchApp.fetchAll(['https://a.example/', { url: 'https://nowhere.example/', muteHttpExceptions: true }]);`;
    expect(() => withHost(code).script.run('main')).toThrow('DNS error: https://nowhere.example/');
  });

  // Source: platform.md, UrlFetch one 160 ms, fetchAll of five 260 ms.
  test('fetchAll is one call that takes 260 ms for five', () => {
    const { world, script } = withHost(
      `return UrlFetchApp.fetchAll([1, 2, 3, 4, 5].map((n) => 'https://a.example/' + n)).length;`,
    );
    const calls = world.calls.during(() => expect(script.run('main')).toBe(5));
    expect(calls).toMatchObject({
      total: 1,
      seconds: 0.26,
      requests: 5,
      byMethod: { 'urlfetch.fetchAll': 1 },
    });
    expect(world.quota(owner).urlfetch.used).toBe(5);
  });

  // Source: Google's quota page, URL length 2 KB.
  test('an address that is too long is refused', () => {
    expect(() =>
      withHost(`UrlFetchApp.fetch('https://a.example/' + 'x'.repeat(2100));`).script.run('main'),
    ).toThrow('Limit Exceeded: URLFetch URL Length.');
  });

  test('a Google API asks for a token', () => {
    const code = `return UrlFetchApp.fetch('https://gmail.googleapis.com/gmail/v1/users/me/profile', { muteHttpExceptions: true }).getResponseCode();`;
    expect(evaluate(code)).toBe(401);
  });

  test('a batch of mails is one call and one request, and costs the units of each', () => {
    const { world, script } = worldWith(`function main() {
      const part = (id) => '--b\\r\\nContent-Type: application/http\\r\\n\\r\\nGET /gmail/v1/users/me/messages/' + id + ' HTTP/1.1\\r\\n\\r\\n';
      return UrlFetchApp.fetch('https://www.googleapis.com/batch/gmail/v1', { method: 'post', contentType: 'multipart/mixed; boundary=b',
        headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() }, payload: part('1') + part('2') + '--b--' }).getResponseCode();
    }`);
    const calls = world.calls.during(() => expect(script.run('main')).toBe(200));
    expect([calls.total, calls.requestsByMethod]).toEqual([1, { 'gmail.batch': 1 }]);
    expect(world.quota(owner).gmailUnits.used).toBe(40);
  });
});

describe('advanced services', () => {
  // Source: platform.md, GoogleJsonResponseException with details.code and details.errors[0].reason.
  test('throw what tells code and reason', () => {
    const code = `try { Gmail.Users.Messages.get('me', 'ffff'); }
      catch (error) { return [error.name, error.details.code, error.details.errors[0].reason, error instanceof Error]; }`;
    expect(evaluate(code)).toEqual(['GoogleJsonResponseException', 404, 'notFound', true]);
  });

  // Source: advanced services turn fields of type byte into arrays of signed bytes.
  test('give the body of a mail as signed bytes', () => {
    const { world, script } = worldWith(`function main() {
      const [{ id }] = Gmail.Users.Messages.list('me').messages;
      const data = Gmail.Users.Messages.get('me', id, { format: 'full' }).payload.body.data;
      return [Array.isArray(data), Utilities.newBlob(data).getDataAsString()];
    }`);
    const mail = 'From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\ngrüße';
    world.gmail.deliver({ raw: new TextEncoder().encode(mail), to: [owner] });
    expect(script.run('main')).toEqual([true, 'grüße']);
  });

  test('say how many arguments they take, and what they do not know', () => {
    expect(() => evaluate(`Gmail.Users.Messages.get('me');`)).toThrow('Invalid number of arguments provided');
    expect(() => evaluate(`Gmail.Users.Messages.delete('me', 'x');`)).toThrow('Gmail.Users.Messages.delete');
    expect(() => evaluate(`Sheets.Charts.list();`)).toThrow('Sheets.Charts');
  });

  // Source: field reports of both errors' JSON.
  test('a planted rate limit is 403 with a reason at Gmail and 429 without one at Sheets', () => {
    const { world, script } = worldWith(`function main() {
      const codes = [];
      for (const call of [() => Gmail.Users.getProfile('me'), () => Sheets.Spreadsheets.get('x')]) {
        try { call(); } catch (error) { codes.push(error.details.code + ' ' + (error.details.errors || [{}])[0].reason); }
      }
      return codes;
    }`);
    world.faults.at(1, { method: 'gmail.users.getProfile' }, 'rateLimit');
    world.faults.at(1, { method: /^sheets\./ }, 'rateLimit');
    expect(script.run('main')).toEqual(['403 rateLimitExceeded', '429 undefined']);
  });
});
