import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { answerAll } from '../../src/cli/clock.ts';

const week = (from: string, to: string) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [[from, to]]]));
const calendar = { timeZone: 'Europe/Oslo', hours: week('08:00', '17:00'), holidays: ['2026-04-03'] };
const now = Date.parse('2026-03-30T11:00:00Z');
const ask = (question: unknown): unknown => answerAll([question], now)[0];

test.each<[string, object, object]>([
  ['due', { start: '2026-03-27T14:30:00Z', targetSeconds: 5400 }, { due: '2026-03-27T16:00:00.000Z' }],
  [
    'due',
    { start: '2026-03-27T14:30:00Z', targetSeconds: 60, pauses: [['2026-03-27T14:30:00Z', null]] },
    { due: null },
  ],
  [
    'dueBefore',
    { start: '2026-03-30T07:00:00Z', targetSeconds: 7200, pauses: [] },
    { instant: '2026-03-27T15:00:00.000Z' },
  ],
  ['elapsed', { start: '2026-03-27T15:00:00Z', end: '2026-03-30T07:00:00Z' }, { seconds: 7200 }],
  [
    'elapsed',
    { start: '2026-03-27T15:00:00Z', end: '2026-03-30T07:00:00Z', targetSeconds: 7200 },
    { seconds: 7200, breached: false },
  ],
  [
    'elapsed',
    { start: '2026-03-27T15:00:00Z', end: '2026-03-30T07:00:00.500Z', targetSeconds: 7200 },
    { seconds: 7200, breached: true },
  ],
  ['firstOpen', { start: '2026-03-28T12:00:00+01:00' }, { instant: '2026-03-30T06:00:00.000Z' }],
  ['isOpen', { start: '2026-03-30T06:00:00Z' }, { open: true }],
  ['isOpen', { start: '2026-03-30T15:00:00Z' }, { open: false }],
  ['isHoliday', { date: '2026-04-03' }, { holiday: true }],
  ['isWorkingDate', { date: '2026-04-03' }, { workingDate: false }],
  ['addWorkingDates', { date: '2026-04-02', days: 1 }, { date: '2026-04-06' }],
  [
    'dueWorkingDays',
    { start: '2026-03-27T14:30:00Z', days: 1, direction: 'after' },
    { instant: '2026-03-30T13:30:00.000Z' },
  ],
  [
    'dueWorkingDays',
    { start: '2026-03-30T13:30:00Z', days: 1, direction: 'before', endOfDay: true },
    { instant: '2026-03-27T16:00:00.000Z' },
  ],
  [
    'periods',
    { start: '2026-03-27T15:00:00Z', direction: 'after', count: 2 },
    {
      periods: [
        ['2026-03-27T15:00:00.000Z', '2026-03-27T16:00:00.000Z'],
        ['2026-03-30T06:00:00.000Z', '2026-03-30T15:00:00.000Z'],
      ],
    },
  ],
  [
    'periods',
    { start: '2026-03-30T06:00:00Z', direction: 'before', count: 1 },
    { periods: [['2026-03-27T07:00:00.000Z', '2026-03-27T16:00:00.000Z']] },
  ],
  ['instant', { date: '2026-03-29', wall: '02:30' }, { instant: '2026-03-29T01:30:00.000Z' }],
  [
    'ladder',
    {
      start: '2026-03-27T15:00:00Z',
      targetSeconds: 3600,
      steps: [{ offsetSeconds: -1800 }, { offsetSeconds: 0 }, { offsetSeconds: 1800 }],
    },
    {
      due: '2026-03-27T16:00:00.000Z',
      steps: ['2026-03-27T15:30:00.000Z', '2026-03-27T16:00:00.000Z', '2026-03-30T06:30:00.000Z'],
    },
  ],
  [
    'ladder',
    {
      start: '2026-03-27T15:00:00Z',
      targetSeconds: 3600,
      pauses: [['2026-03-27T15:00:00Z', null]],
      steps: [{ offsetSeconds: 0 }],
    },
    { due: null, steps: [null] },
  ],
])('%s %j is answered %j', (kind, question, expected) => {
  expect(ask({ kind, calendar, ...question })).toMatchObject(expected);
});

test('a deadline comes with its reason', () => {
  const named = { ...calendar, name: 'Support hours', holidayNames: { '2026-04-03': 'Good Friday' } };
  expect(ask({ kind: 'due', calendar: named, start: '2026-04-02T14:30:00Z', targetSeconds: 3600 })).toEqual({
    due: '2026-04-06T06:30:00.000Z',
    why:
      '1 working hour from Thu 2 Apr 2026 16:30 (Europe/Oslo) by Support hours: due Mon 6 Apr 2026 08:30. ' +
      'Not counted: Good Friday on Fri 3 Apr; closed Thu 2 Apr 17:00 to Mon 6 Apr 08:00.',
  });
});

test('a ticket is answered clock by clock', () => {
  const question = {
    kind: 'ticket',
    calendar,
    created: '2026-03-30T07:00:00Z',
    messages: [
      { at: '2026-03-30T09:00:00Z', by: 'agent' },
      { at: '2026-03-30T10:00:00Z', by: 'customer' },
    ],
    pauses: [],
    targets: { firstResponse: 3600, nextResponse: 7200, resolution: 36_000 },
  };
  expect(ask(question)).toMatchObject({
    firstResponse: { due: '2026-03-30T08:00:00.000Z', seconds: 7200, breached: true },
    nextResponse: { due: '2026-03-30T12:00:00.000Z', seconds: 3600, breached: false },
    customerUpdate: null,
    resolution: { due: '2026-03-31T08:00:00.000Z', seconds: 14_400, breached: false },
    nextDue: '2026-03-30T12:00:00.000Z',
  });
  expect(ask({ ...question, now: '2026-03-30T12:00:01Z' })).toMatchObject({
    nextResponse: { seconds: 7201, breached: true },
  });
  const answered = [...question.messages, { at: '2026-03-30T12:30:00Z', by: 'agent' }];
  expect(ask({ ...question, messages: answered, now: '2026-03-30T13:00:00Z' })).toMatchObject({
    nextResponse: null,
    nextResponses: [
      { seconds: 7200, breached: false, metAt: '2026-03-30T09:00:00.000Z' },
      { seconds: 9000, breached: true, metAt: '2026-03-30T12:30:00.000Z' },
    ],
    customerUpdates: [],
  });
  expect(ask({ ...question, resolvedAt: '2026-03-30T10:30:00Z' })).toMatchObject({
    nextResponse: null,
    resolution: { metAt: '2026-03-30T10:30:00.000Z' },
    nextDue: null,
  });
});

test.each<[string, unknown, string]>([
  ['no object', 5, 'a question must be an object'],
  ['no kind', {}, 'kind: a kind of question is needed'],
  ['a kind from Object', { kind: 'toString' }, "kind: there is no question 'toString'."],
  ['no start', { kind: 'isOpen', calendar }, 'start: an instant such as 2026-03-27T14:30:00Z is needed'],
  [
    'a start without a zone',
    { kind: 'isOpen', calendar, start: '2026-03-27T14:30:00' },
    'start: must be an instant',
  ],
  [
    'a start on no date',
    { kind: 'isOpen', calendar, start: '2026-02-30T14:30:00Z' },
    'start: must be an instant',
  ],
  [
    'a negative target',
    { kind: 'due', calendar, start: '2026-03-27T14:30:00Z', targetSeconds: -1 },
    'targetSeconds: must be at least 0',
  ],
  [
    'half a second',
    { kind: 'due', calendar, start: '2026-03-27T14:30:00Z', targetSeconds: 1.5 },
    'targetSeconds: a whole number is needed',
  ],
  [
    'a bad pause',
    { kind: 'due', calendar, start: '2026-03-27T14:30:00Z', targetSeconds: 1, pauses: [['x', null]] },
    'pauses.0.0: must be an instant',
  ],
  ['no calendar', { kind: 'isHoliday', date: '2026-03-27' }, 'calendar: a calendar is needed'],
  [
    'a calendar never open',
    { kind: 'isHoliday', date: '2026-03-27', calendar: { timeZone: 'UTC', hours: {} } },
    "calendar: Calendar 'Working hours' is never open",
  ],
  [
    'a bad range',
    {
      kind: 'isHoliday',
      date: '2026-03-27',
      calendar: { timeZone: 'UTC', hours: { mon: ['09:00', '17:00'] } },
    },
    'calendar: hours.mon.0: must be a pair',
  ],
  [
    'a bad zone',
    { kind: 'isHoliday', date: '2026-03-27', calendar: { ...calendar, timeZone: 'Mars/Base' } },
    "calendar: There is no time zone 'Mars/Base'.",
  ],
  ['an impossible date', { kind: 'isHoliday', date: '2026-02-29', calendar }, 'date: there is no such date'],
  [
    'a direction of its own',
    { kind: 'periods', start: '2026-03-27T14:30:00Z', direction: 'up', count: 1, calendar },
    'direction: must be "after" or "before"',
  ],
  [
    'a message by nobody',
    {
      kind: 'ticket',
      created: '2026-03-27T14:30:00Z',
      messages: [{ at: '2026-03-27T14:30:00Z', by: 'x' }],
      targets: {},
      calendar,
    },
    'messages.0.by: must be "customer" or "agent"',
  ],
])('a question with %s is answered with what is wrong', (_name, question, expected) => {
  const answer = ask(question) as { error: string };
  expect(answer.error).toContain(expected);
  expect(Object.keys(answer)).toEqual(['error']);
});

const run = (input: string) =>
  spawnSync(process.execPath, [join(__dirname, '../../build/tierline.mjs'), 'clock'], {
    input,
    encoding: 'utf8',
  });

test('the command answers an array in order, bad questions among good ones', () => {
  const questions = [
    { kind: 'isHoliday', calendar, date: '2026-04-03' },
    { kind: 'nonsense' },
    null,
    { kind: 'isWorkingDate', calendar, date: '2026-04-02' },
  ];
  const { status, stdout, stderr } = run(JSON.stringify(questions));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual([
    { holiday: true },
    { error: expect.stringContaining('nonsense') },
    { error: 'a question must be an object' },
    { workingDate: true },
  ]);
}, 30_000);

test.each(['{}', 'not JSON', ''])(
  'input that is no array (%j) ends with code 2',
  (input) => {
    const { status, stdout, stderr } = run(input);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('tierline clock: standard input must be a JSON array of questions.\n');
  },
  30_000,
);
