// Triggers: when they fire, how they go wrong, and what they may use in a day.
import { manifest, owner, start, worldWith } from './worlds.ts';

const building = `
  function tick() { PropertiesService.getScriptProperties().getKeys(); }
  function long() { Utilities.sleep(290000); }
  function edited(e) { console.log(JSON.stringify([e.range.getA1Notation(), e.range.getSheet().getName(), e.value, e.oldValue, e.user.getEmail()])); }
  function changed(e) { console.log(e.changeType); }
  function list() { return ScriptApp.getProjectTriggers().map((t) => t.getHandlerFunction()); }
  function build(body) { return new Function('builder', body)(ScriptApp.newTrigger('tick')); }
`;

function firings(until: string, body: string, prepare?: (made: ReturnType<typeof worldWith>) => void) {
  const made = worldWith(building);
  made.script.run('build', body);
  prepare?.(made);
  const times: string[] = [];
  made.world.advanceTo(until, {
    onExecution: ({ startedAt }) => times.push(new Date(startedAt).toISOString().slice(5, 16)),
  });
  return { ...made, times };
}

const everyFive = 'builder.timeBased().everyMinutes(5).create();';

test('everyMinutes(5) fires twelve times an hour', () => {
  const { times } = firings('2026-03-02T10:00:00Z', everyFive);
  expect(times.length).toBe(12);
  const minutes = times.map((time) => Date.parse(`2026-${time}Z`) / 60_000);
  expect(minutes.slice(1).every((minute, n) => minute - (minutes[n] ?? 0) === 5)).toBe(true);
});

test('a daily trigger keeps its wall time over the change to summer time', () => {
  const { times } = firings(
    '2026-03-31T00:00:00Z',
    `builder.timeBased().everyDays(1).atHour(7).inTimezone('Europe/Oslo').create();`,
  );
  const hours = times.map((time) => `${time.slice(0, 5)} ${time.slice(6, 8)}`);
  expect(hours.slice(-4)).toEqual(['03-27 06', '03-28 06', '03-29 05', '03-30 05']);
});

test('after() fires once, and the trigger stays in the list', () => {
  const { times, script } = firings('2026-03-03T00:00:00Z', 'builder.timeBased().after(60000).create();');
  expect(times).toEqual(['03-02T09:01']);
  expect(script.run('list')).toEqual(['tick']);
});

// Source: platform.md, an add-on's time trigger runs once an hour at most.
test('an add-on’s trigger cannot run every minute, an hourly one can', () => {
  const { script } = worldWith(building, { manifest: { ...manifest, addOns: {} } });
  expect(() => script.run('build', 'builder.timeBased().everyMinutes(1).create();')).toThrow(
    'The recurrence interval for an Add-on trigger must be at least one hour',
  );
  script.run('build', 'builder.timeBased().everyHours(1).create();');
  expect(script.run('list')).toEqual(['tick']);
});

test.each(['everyMinutes(2)', 'everyMinutes(0)', 'everyHours(1).atHour(3)', 'everyMinutes(1).everyHours(1)'])(
  'Google has no schedule %s',
  (schedule) => {
    const { script } = worldWith(building);
    expect(script.attempt('build', { args: [`builder.timeBased().${schedule}.create();`] }).status).toBe(
      'failed',
    );
  },
);

// Source: platform.md, deleteTrigger on the object that create() just returned fails.
test('a trigger is deleted by the object from the list, not by the one that create() gave', () => {
  const { script } = worldWith(`${building}
    function wrong() { ScriptApp.deleteTrigger(ScriptApp.newTrigger('tick').timeBased().everyMinutes(1).create()); }
    function right() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)); }`);
  expect(() => script.run('wrong')).toThrow('deleteTrigger');
  expect(script.run('list')).toEqual(['tick']);
  script.run('right');
  expect(script.run('list')).toEqual([]);
});

// Source: platform.md, 20 triggers per user and script.
test('the twenty-first trigger is refused', () => {
  const { script } = worldWith(building);
  for (let n = 0; n < 20; n++) script.run('build', everyFive);
  expect(() => script.run('build', everyFive)).toThrow('This script has too many triggers.');
});

// Source: platform.md, triggers may be late, skip, fire twice or stop silently.
describe('a trigger can', () => {
  const with_ = (fault: Parameters<ReturnType<typeof worldWith>['world']['faults']['trigger']>[0]) =>
    firings('2026-03-02T09:30:00Z', everyFive, ({ world }) => world.faults.trigger(fault)).times.length;
  const usual = 6;
  test.each([
    ['skip', usual - 2],
    ['double', usual + 2],
    ['late', usual],
    ['dead', 0],
  ] as const)('be %s', (kind, count) => {
    expect(with_({ kind, ...(kind === 'dead' ? {} : { times: 2 }), minutes: 7 })).toBe(count);
  });
});

// Source: platform.md, total trigger runtime per user and day: 90 min consumer, 6 h Workspace.
test.each([
  ['consumer', 90],
  ['workspace', 360],
] as const)(
  '%s accounts’ triggers run %s minutes a day, then fall silent until tomorrow',
  (edition, minutes) => {
    const { world } = worldWith('');
    world.addAccount('me@mail.example', { edition });
    const script = world.addScript({ name: 'mine', owner: 'me@mail.example', code: building, manifest });
    script.run('build', `return ScriptApp.newTrigger('long').timeBased().everyMinutes(5).create() && null;`);
    // The Pacific day ends at 08:00 UTC.
    world.advanceTo('2026-03-03T07:59:00Z');
    const ran = script.executions.filter(({ kind }) => kind === 'trigger').length;
    expect(ran).toBe(Math.ceil((minutes * 60) / 290));
    expect(world.quota('me@mail.example').triggerSeconds.share).toBeGreaterThan(1);
    world.advanceTo('2026-03-03T08:30:00Z');
    expect(script.executions.filter(({ kind }) => kind === 'trigger').length).toBeGreaterThan(ran);
  },
);

test('a trigger runs as the one who made it', () => {
  const { world, script } = worldWith(
    `${building} function tick() { console.log(Session.getEffectiveUser().getEmail()); }`,
  );
  world.addAccount('ann@acme.example');
  script.grant('ann@acme.example');
  script.runAs('ann@acme.example', 'build', everyFive);
  world.advance(5 * 60_000 + 1000);
  expect(script.logs.map(({ text }) => text)).toEqual(['ann@acme.example']);
  expect(script.run('list')).toEqual([]);
});

describe('people’s hands in a spreadsheet', () => {
  const watching = () => {
    const made = worldWith(building);
    const id = made.world.sheets.create(owner, 'Desk', ['Tickets']);
    for (const [name, event] of [
      ['edited', 'onEdit'],
      ['changed', 'onChange'],
    ] as const) {
      made.script.run(
        'build',
        `ScriptApp.newTrigger('${name}').forSpreadsheet('${id}').${event}().create();`,
      );
    }
    return { ...made, id, logs: () => made.script.logs.map(({ text }) => text) };
  };

  test('fire onEdit and onChange', () => {
    const { world, id, logs } = watching();
    world.sheets.edit(id, 'Tickets', 1, 2, 'old', { by: owner });
    world.sheets.edit(id, 'Tickets', 1, 2, '=1+1', { by: owner });
    world.sheets.deleteRow(id, 'Tickets', 0, { by: owner });
    expect(logs()).toEqual([
      JSON.stringify(['C2', 'Tickets', 'old', null, owner]),
      'EDIT',
      JSON.stringify(['C2', 'Tickets', '=1+1', 'old', owner]),
      'EDIT',
      'REMOVE_ROW',
    ]);
    expect(world.sheets.values(id, 'Tickets')).toEqual([['', '', 2]]);
  });

  // Source: Apps Script guide to installable triggers: programs' changes fire none.
  test('what a program writes fires nothing', () => {
    const { world, id, logs } = watching();
    const scopes = ['https://www.googleapis.com/auth/spreadsheets'];
    const url = `https://sheets.googleapis.com/v4/spreadsheets/${id}/values/Tickets!A1?valueInputOption=RAW`;
    const written = world.sheets.handle(
      { method: 'PUT', url, headers: {}, body: '{"values":[["x"]]}' },
      { email: owner, scopes },
    );
    expect([written.status, logs()]).toEqual([200, []]);
  });

  test('keep out of what is protected, and of what is not shared with them', () => {
    const { world, id } = watching();
    expect(() => world.sheets.edit(id, 'Tickets', 0, 0, 'x', { by: 'bo@acme.example' })).toThrow(
      'may not edit',
    );
    world.sheets.share(id, 'bo@acme.example');
    world.sheets.edit(id, 'Tickets', 0, 0, 'x', { by: 'bo@acme.example' });
    const protect = { addProtectedRange: { protectedRange: { range: { sheetId: 0 } } } };
    const scopes = ['https://www.googleapis.com/auth/spreadsheets'];
    const sheetId = JSON.parse(
      world.sheets.handle(
        {
          method: 'GET',
          url: `https://sheets.googleapis.com/v4/spreadsheets/${id}`,
          headers: {},
          body: null,
        },
        { email: owner, scopes },
      ).body,
    ).sheets[0].properties.sheetId;
    protect.addProtectedRange.protectedRange.range.sheetId = sheetId;
    world.sheets.handle(
      {
        method: 'POST',
        url: `https://sheets.googleapis.com/v4/spreadsheets/${id}:batchUpdate`,
        headers: {},
        body: JSON.stringify({ requests: [protect] }),
      },
      { email: owner, scopes },
    );
    expect(() => world.sheets.edit(id, 'Tickets', 0, 0, 'y', { by: 'bo@acme.example' })).toThrow('protected');
    world.sheets.edit(id, 'Tickets', 0, 0, 'z', { by: owner });
    expect(world.sheets.values(id, 'Tickets')).toEqual([['z']]);
  });
});

test('nothing fires twice or moves when the world stands still', () => {
  const { world, script } = firings('2026-03-02T09:12:00Z', everyFive);
  const before = script.executions.length;
  world.advance(0);
  expect([script.executions.length, new Date(world.now()).toISOString().slice(0, 16)]).toEqual([
    before,
    `${start.slice(0, 11)}09:12`,
  ]);
});
