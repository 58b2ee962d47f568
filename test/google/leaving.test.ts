// What of all that waits leaves at once: the most pressing first, and never more than Gmail takes in a minute.
import type { Effect } from '../../src/complaints/plan.ts';
import { ready } from '../../src/google/leaving.ts';
import { units } from '../../src/local/world/gmail/gmail.ts';
import { unitsPerMinute } from '../../src/local/world/gmail/quota.ts';
import { kindOf, type Waiting } from '../../src/rules/desk/desk-state.ts';

const noon = Date.parse('2026-03-24T12:00:00Z');
const free = { held: [], resumeAt: 0 };
const atNoon = { now: noon, patience: 0 };
const minute = 60_000;

const waits = (id: string, effect: Effect): Waiting => ({
  outgoing: { id, at: noon, notBefore: noon, ticket: 'FL-1', effect },
  tried: null,
  tries: 0,
});

const label = (n: number): Waiting =>
  waits(`label ${n}`, { do: 'label', ids: [`m${n}`], add: ['A'], remove: [] });

const mail = (n: number, use: 'draft' | 'send' = 'send'): Waiting =>
  waits(`${use} ${n}`, {
    do: use,
    use: 'acknowledge',
    to: `c${n}@example.com`,
    subject: '',
    body: '',
    threadId: '',
    inReplyTo: null,
  });

const notice = (
  n: number,
  to: string,
  kind: 'breach' | 'warning' = 'warning',
  due: number | null = null,
): Waiting => waits(`notice ${n}`, { do: 'notice', to, kind, line: '', reason: '', due, threadId: null });

const many = (count: number, make: (n: number) => Waiting): readonly Waiting[] =>
  Array.from({ length: count }, (_, n) => make(n));

const price = {
  send: units['gmail.users.messages.send'],
  draft: units['gmail.users.drafts.create'],
  label: units['gmail.users.messages.batchModify'],
};

const sum = (leaving: readonly Waiting[]): number =>
  leaving.reduce((all, { outgoing }) => all + price[kindOf(outgoing)], 0);

test('however much of everything waits, a minute of Gmail and the reading of forty mails are enough for it', () => {
  const waiting = [...many(300, label), ...many(100, (n) => mail(n)), ...many(300, (n) => mail(n, 'draft'))];
  const leaving = ready(waiting, free, atNoon);
  expect(sum(leaving)).toBeGreaterThan(unitsPerMinute / 2);
  expect(sum(leaving) + 40 * units['gmail.users.messages.get']).toBeLessThanOrEqual(unitsPerMinute);
  expect(sum(ready(many(300, label), free, atNoon))).toBeGreaterThan(unitsPerMinute / 2);
});

test('a breach leaves before a warning, and a warning before the labels', () => {
  const waiting = [...many(200, label), ...many(50, (n) => notice(n, `a${n}@example.com`))];
  const leaving = ready([...waiting, notice(99, 'lead@example.com', 'breach')], free, atNoon);
  expect(leaving[0]?.outgoing.id).toBe('notice 99');
  expect(leaving.some(({ outgoing }) => outgoing.effect.do === 'label')).toBe(false);
});

test('hundreds of notices to one person are one mail, and cost as one', () => {
  const waiting = many(300, (n) => notice(n, 'lead@example.com'));
  expect(ready(waiting, free, atNoon)).toHaveLength(300);
});

test('of a kind that Gmail holds up one is tried, the others go on', () => {
  const waiting = [...many(5, label), ...many(5, (n) => mail(n))];
  const kinds = ready(waiting, { held: ['send'], resumeAt: 0 }, atNoon).map(({ outgoing }) =>
    kindOf(outgoing),
  );
  expect(kinds.filter((kind) => kind === 'send')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'label')).toHaveLength(5);
});

test('before Gmail’s own instant no mail is tried, and drafts and labels leave', () => {
  const waiting = [label(1), mail(1), mail(2, 'draft')];
  const ids = ready(waiting, { held: [], resumeAt: noon + 1 }, atNoon).map(({ outgoing }) => outgoing.id);
  expect(ids.sort()).toEqual(['draft 2', 'label 1']);
});

test('where the day’s mails run short a notice waits for company, a breach but a little, and what is due soon not at all', () => {
  const leaving = (waiting: readonly Waiting[], more = 0) =>
    ready(waiting, free, { now: noon + more * minute, patience: 60 * minute }).map(
      ({ outgoing }) => outgoing.id,
    );
  const warnings = [notice(1, 'anna@example.com'), notice(2, 'ben@example.com')];
  expect(leaving(warnings, 59)).toEqual([]);
  expect(leaving(warnings, 60)).toEqual(['notice 1', 'notice 2']);
  const breach = notice(3, 'anna@example.com', 'breach', noon - 5 * minute);
  expect(leaving([...warnings, breach], 4)).toEqual([]);
  expect(leaving([...warnings, breach], 5)).toEqual(['notice 3', 'notice 1']);
  expect(leaving([notice(4, 'ben@example.com', 'warning', noon + 10 * minute)])).toEqual(['notice 4']);
  expect(leaving([mail(5), label(6)])).toEqual(['send 5', 'label 6']);
});
