// The Apps Script runtime: which language a script meets, and how an execution lives and ends.
import { evaluate, manifest, owner, start, worldWith } from './worlds.ts';

describe('the language is V8 without a host', () => {
  // Source: platform.md, "Language and cards".
  test.each([
    'require',
    'process',
    'setTimeout',
    'fetch',
    'URL',
    'TextEncoder',
    'TextDecoder',
    'crypto',
    'atob',
    'btoa',
    'performance',
    'structuredClone',
    'queueMicrotask',
    'Buffer',
    'WebAssembly',
  ])('there is no %s', (name) => {
    expect(evaluate(`return typeof ${name};`)).toBe('undefined');
  });

  test('time is the world’s, and moves by what calls take', () => {
    const code = `
      const before = Date.now();
      PropertiesService.getScriptProperties().getProperty('a');
      return [new Date(before).toISOString(), new Date().getTime() - before, new Date() instanceof Date];`;
    expect(evaluate(code)).toEqual(['2026-03-02T09:00:00.000Z', 30, true]);
  });

  // Source: the zone of Apps Script's dates is the manifest's.
  test('local time is the manifest’s, wherever the world runs', () => {
    const code = `const date = new Date(2026, 6, 1, 12);
      return [date.toISOString(), date.getHours(), String(date), new Date('2026-07-01T12:00').getTime() - date,
        new Date('2026-07-01').getTime() - new Date(2026, 6, 1), Date.parse('1 Jul 2026 14:00 +0200') - date,
        date.toLocaleTimeString('en-GB'), date.getTimezoneOffset(), date.toDateString()];`;
    expect(evaluate(code)).toEqual([
      '2026-07-01T12:00:00.000Z',
      12,
      'Wed Jul 01 2026 12:00:00 GMT+0000 (Coordinated Universal Time)',
      0,
      0,
      0,
      '12:00:00',
      0,
      'Wed Jul 01 2026',
    ]);
    const oslo = { ...manifest, timeZone: 'Europe/Oslo' };
    expect(
      evaluate(`return new Date('2026-07-01T12:00:00Z').toLocaleTimeString('en-GB');`, { manifest: oslo }),
    ).toBe('14:00:00');
    expect(() => evaluate('new Date().getHours();', { manifest: oslo })).toThrow('not in Europe/Oslo');
  });

  test('Intl knows named time zones', () => {
    const code = `return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', timeStyle: 'short' }).format();`;
    expect(evaluate(code)).toBe('10:00');
  });

  test('an error of a service is an Error of the script', () => {
    const code = `
      try { Utilities.base64Decode('***'); } catch (error) { return [error instanceof Error, error.name, error.message]; }`;
    expect(evaluate(code)).toEqual([true, 'Exception', 'Could not decode string.']);
  });

  test('data of a service is data of the script', () => {
    const code = `
      const bytes = Utilities.base64Decode('/w==');
      return [bytes instanceof Array, bytes, PropertiesService.getScriptProperties().getKeys() instanceof Array];`;
    expect(evaluate(code)).toEqual([true, [-1], true]);
  });
});

describe('the world refuses what it does not know', () => {
  test('a member nobody imitated is named', () => {
    expect(() => evaluate('PropertiesService.getEverything();')).toThrow(
      'the world does not know PropertiesService.getEverything',
    );
  });

  test('an advanced service is there only when the manifest enables it', () => {
    const { dependencies: _, ...plain } = manifest;
    expect(evaluate('return typeof Gmail;')).toBe('object');
    expect(evaluate('return typeof Gmail;', { manifest: plain })).toBe('undefined');
  });

  // Source: Apps Script answers calls whose scope the manifest does not name with this sentence.
  test('a call without its scope says which one is missing', () => {
    const narrow = { ...manifest, oauthScopes: [] };
    expect(() => evaluate(`UrlFetchApp.fetch('https://a.example/');`, { manifest: narrow })).toThrow(
      'Specified permissions are not sufficient to call UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request',
    );
  });

  test('a function that is not at the top level cannot be run', () => {
    const { script } = worldWith('(() => { function hidden() {} })();');
    expect(() => script.run('hidden')).toThrow('Script function not found: hidden');
  });
});

describe('an execution ends', () => {
  // Source: platform.md, 6 min per execution.
  test('after six minutes, and the script cannot catch it', () => {
    const { script, world } = worldWith(`
      function main() {
        for (let n = 0; n < 10; n++) {
          try { Utilities.sleep(100000); } catch (error) {}
          try { PropertiesService.getScriptProperties().setProperty('rounds', String(n)); } catch (error) {}
        }
        return 'done';
      }`);
    const record = script.attempt('main');
    expect(record.status).toBe('timed out');
    expect(record.error).toBe('Exceeded maximum execution time');
    expect(script.properties).toEqual({ rounds: '2' });
    expect(world.now() - Date.parse(start)).toBeLessThan(410_000);
  });

  // Source: platform.md, 30 s per add-on callback.
  test('after thirty seconds for an add-on', () => {
    const addOn = { ...manifest, addOns: {}, urlFetchWhitelist: ['https://a.example/'] };
    const { script } = worldWith('function main() { Utilities.sleep(31000); Session.getScriptTimeZone(); }', {
      manifest: addOn,
    });
    expect(() => script.runAs(owner, 'main')).toThrow('Exceeded maximum execution time');
  });

  // Source: platform.md, 6 minutes per other execution: computing counts, what Google does takes its own time.
  test('after six minutes of computing, where the world is told how long computing takes', () => {
    let computed = 0;
    const { script, world } = worldWith(
      `function main() {
        const store = PropertiesService.getScriptProperties();
        for (let n = 1; ; n++) store.setProperty('seen', n + ' at ' + (Date.now() - Date.parse('${start}')));
      }`,
      { world: { computed: () => (computed += 50_000) } },
    );
    expect(script.attempt('main').status).toBe('timed out');
    expect(script.properties.seen).toMatch(/^\d at \d{6}$/);
    expect(world.now() - Date.parse(start)).toBeGreaterThan(360_000);
  });

  test('when it loops without end', () => {
    const { script } = worldWith('function main() { while (true) try { null.x } catch (e) {} }', {
      world: { patience: 100 },
    });
    expect(script.attempt('main').status).toBe('timed out');
  });

  // Source: platform.md, 30 simultaneous executions per user.
  test('before it begins when thirty of the same person run already', () => {
    const { script } = worldWith(`function main() {
      const answer = UrlFetchApp.fetch(ScriptApp.getService().getUrl(), { headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } });
      return answer.getContentText();
    }
    function doGet() { return ContentService.createTextOutput(main()); }`);
    expect(script.run('main')).toContain('There are too many scripts running simultaneously');
    expect(script.executions.filter(({ status }) => status === 'refused').length).toBe(1);
    expect(script.executions.length).toBe(31);
  });

  test('a planted kill before a call leaves its effect undone, after it done', () => {
    const code = `function main() {
      const store = PropertiesService.getScriptProperties();
      store.setProperty('a', '1');
      try { store.setProperty('b', '2'); } catch (error) {}
      store.setProperty('c', '3');
    }`;
    for (const [after, left] of [
      [false, { a: '1' }],
      [true, { a: '1', b: '2' }],
    ] as const) {
      const { script, world } = worldWith(code);
      world.faults.at(2, { method: 'properties.set', after }, 'kill');
      expect(script.attempt('main').status).toBe('killed');
      expect(script.properties).toEqual(left);
      expect(world.faults.struck()).toBe(true);
    }
  });

  test('its log and its record stay', () => {
    const { script } = worldWith(
      `function main() { console.info('seen %s', 3); throw new RangeError('too far'); }`,
    );
    expect(script.attempt('main')).toMatchObject({
      status: 'failed',
      error: 'RangeError: too far',
      user: owner,
    });
    expect(script.logs).toEqual([{ at: Date.parse(start), level: 'info', text: 'seen 3' }]);
  });
});
