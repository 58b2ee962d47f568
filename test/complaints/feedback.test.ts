// What people tell, and what becomes of it: examples, what is kept, what is proposed to the admin.
import type { Event, Happening } from '../../src/complaints/event.ts';
import { type Example, exampleOf } from '../../src/complaints/learning/example.ts';
import { afterFeedback, feedbackIn, type Remembered } from '../../src/complaints/learning/feedback.ts';
import { judge } from '../../src/complaints/learning/judge.ts';
import { learn } from '../../src/complaints/learning/learn.ts';
import { balanced, retained, stillKnown } from '../../src/complaints/learning/retained.ts';
import { suggestionsFor } from '../../src/complaints/learning/suggestions.ts';
import { chosenFor } from '../../src/complaints/sureness.ts';
import type { Ticket } from '../../src/complaints/ticket.ts';
import {
  feedbackRow,
  freshExamples,
  lackingIn,
  lessonsIn,
  rememberedOf,
  rememberedRow,
  rowsOfCustomer,
} from '../../src/rules/desk/learning-rows.ts';
import { ticketOfRow, ticketRow } from '../../src/rules/desk/ticket-row.ts';
import { readRules } from '../../src/rules/read.ts';
import { starterDefault } from '../../src/rules/starter.ts';

const { rules } = readRules(starterDefault, null);
const day = 86_400_000;
const lost = { category: 'Shipping and delivery', subcategory: 'Lost' };
const other = { category: 'Other', subcategory: null };
const from = (address: string) => ({ name: '', address });
const mail = (words: string, address = 'kari@example.com') => ({ subject: '', words, from: from(address) });

const remembered = (key: string, words: string, more: Partial<Example> = {}): Remembered => ({
  example: { ...exampleOf(mail(words), { key, path: other, at: 0, trust: 0 }, rules), ...more },
  spoke: [],
});

const ticket = (id: string, more: Partial<Ticket> = {}): Ticket =>
  ({
    id,
    ...lost,
    severity: 'high',
    mood: 'amber',
    sureness: { verdict: 'likely', others: [] },
    ...more,
  }) as Ticket;

const event = (what: Happening, actor = 'anna@fjordlicht.example', at = 5): Event => ({
  at,
  ticket: 'FL-1',
  actor,
  reason: '',
  key: 'k',
  what,
});
const resolved: Happening = { type: 'resolved', rootCause: null, solution: null };

describe('feedback', () => {
  test('a correction and a confirmation are believed in full, and what the desk chose itself says nothing', () => {
    const events = [
      event({ type: 'category set', ...lost }, 'desk'),
      event({ type: 'category set', ...lost }),
      event({ type: 'category confirmed', ...lost }, 'gmail'),
    ];
    expect(feedbackIn(events, [ticket('FL-1')])).toEqual([
      { ticket: 'FL-1', at: 5, is: 'told', path: lost, trust: 1 },
      { ticket: 'FL-1', at: 5, is: 'told', path: lost, trust: 1 },
    ]);
  });

  test('one in three tickets that somebody resolved as they were is learned from, believed less, always the same ones', () => {
    const told = (more: Partial<Ticket>, actor?: string): number =>
      Array.from({ length: 300 }, (_, at) => `FL-${at}`).filter(
        (id) => feedbackIn([{ ...event(resolved, actor), ticket: id }], [ticket(id, more)]).length > 0,
      ).length;
    expect(told({})).toBeGreaterThan(70);
    expect(told({})).toBeLessThan(130);
    expect(told({ sureness: { verdict: 'unsure', others: [] } })).toBe(0);
    expect(told({ sureness: null })).toBe(0);
    expect(told({}, 'desk')).toBe(0);
  });

  test('what was undone is forgotten, and what was told before it counts again', () => {
    const { example } = remembered('FL-1', 'Where is my parcel');
    const told = { ticket: 'FL-1', at: 1, is: 'told', path: lost, trust: 1 } as const;
    const again = { ...told, at: 2, path: other };
    const undone = { ticket: 'FL-1', at: 3, is: 'withdrawn' } as const;
    expect(afterFeedback(example, [told, again, undone])).toMatchObject({ path: lost, trust: 1, at: 1 });
    expect(afterFeedback(example, [told, undone])).toEqual(example);
    expect(afterFeedback({ ...example, trust: 1 }, [undone]).trust).toBe(0);
  });

  test('a severity that was undone takes no confirmation with it', () => {
    const { example } = remembered('FL-1', 'It burns');
    const graded = { ticket: 'FL-1', at: 1, is: 'graded', severity: 'critical', trust: 0.2 } as const;
    const told = { ticket: 'FL-1', at: 2, is: 'told', path: lost, trust: 1 } as const;
    const events = [event({ type: 'undone', action: 'set severity', restore: {} })];
    const undone = feedbackIn(events, [ticket('FL-1')]);
    expect(afterFeedback(example, [graded, told, ...undone])).toMatchObject({
      path: lost,
      trust: 1,
      severity: example.severity,
    });
    expect(afterFeedback({ ...example, trust: 1 }, undone).trust).toBe(1);
  });

  test('a severity that was undone days after it was learned is not learned any more', () => {
    const { example } = remembered('FL-1', 'It burns', { severity: 'critical', trust: 1, path: lost });
    const undone = feedbackIn(
      [event({ type: 'undone', action: 'set severity', restore: {} })],
      [ticket('FL-1')],
    );
    expect(afterFeedback(example, undone)).toMatchObject({ severity: null, trust: 1, path: lost });
  });

  test('a severity that somebody set in triage says nothing on the category, and is learned once that is told', () => {
    const { example } = remembered('FL-1', 'It burns');
    const inTriage = ticket('FL-1', { ...other, sureness: { verdict: 'unsure', others: [] } });
    const graded = feedbackIn([event({ type: 'severity set', severity: 'critical' })], [inTriage]);
    expect(afterFeedback(example, graded)).toMatchObject({ severity: 'critical', trust: 0 });
    const told = feedbackIn(
      [event({ type: 'category set', ...lost }, 'anna@fjordlicht.example', 6)],
      [inTriage],
    );
    expect(afterFeedback(afterFeedback(example, graded), told)).toMatchObject({
      severity: 'critical',
      path: lost,
      trust: 1,
    });
  });

  test('a severity that somebody changed is learned without a word on the category', () => {
    const { example } = remembered('FL-1', 'It burns');
    const graded = feedbackIn([event({ type: 'severity set', severity: 'critical' })], [ticket('FL-1')]);
    const after = afterFeedback(example, graded);
    expect(after).toMatchObject({ severity: 'critical', path: other });
    expect(after.trust).toBeGreaterThan(0);
    expect(after.trust).toBeLessThan(0.5);
  });
});

describe('what people leave as it was', () => {
  /** The desk puts a kind of mail wrong; so many of a hundred are corrected, the others solved as they were. */
  const taughtBy = (corrected: number): Example[] =>
    Array.from({ length: 100 }, (_, at): readonly Example[] => {
      const id = `FL-${at}`;
      const said = `Hello, the pupils of form ${at} would like to see the ${at % 3 ? 'kiln' : 'ovens'}, ${at % 2 ? 'best wishes' : 'thank you'}.`;
      const what: Happening =
        (at * corrected) % 100 < corrected ? { type: 'category set', ...lost } : resolved;
      const as = ticket(id, { category: 'Billing and payments', subcategory: 'Disputes' });
      const told = feedbackIn([{ ...event(what), ticket: id }], [as]);
      const after = afterFeedback(remembered(id, said, { customer: id }).example, told);
      return after.trust > 0 ? [after] : [];
    }).flat();

  const judged = (corrected: number) => {
    const examples = taughtBy(corrected);
    expect(examples.filter(({ trust }) => trust < 1).length).toBeGreaterThan(20);
    const { guesses, verdict } = judge(learn(examples, rules), mail('May our pupils see the kiln?'), rules);
    return [guesses[0]?.category, verdict];
  };

  test('drowns no corrections: where one in four is corrected, the desk follows these', () => {
    expect(judged(25)).toEqual(['Shipping and delivery', 'likely']);
  });

  test('makes the desk ask where one in six is corrected', () => {
    expect(judged(17)[1]).toBe('unsure');
  });

  test('counts all the same: where hardly anybody corrects, the desk goes on as before', () => {
    expect(judged(5)).toEqual(['Billing and payments', 'likely']);
  });
});

describe('rows of Lessons and Learning', () => {
  const rows = [
    rememberedRow({ ...remembered('FL-1', 'Secret words'), spoke: [{ ...lost, keyword: 'parcel' }] }),
    rememberedRow(remembered('FL-2', 'Other words', { customer: 'somebody' })),
    feedbackRow({ ticket: 'FL-1', at: 1, is: 'told', path: lost, trust: 1 }),
    feedbackRow({ ticket: 'FL-9', at: 1, is: 'told', path: lost, trust: 1 }),
    ['FL-3', 'told', '{broken', ''],
    [],
  ];

  test('come back as they were written, and a row that is damaged is left out', () => {
    const lessons = lessonsIn(rows);
    expect(freshExamples(lessons)).toMatchObject([{ key: 'FL-1', path: lost, trust: 1 }]);
    expect(lackingIn(lessons)).toEqual(['FL-9']);
    expect(rememberedOf(rows[0] ?? [])?.spoke).toEqual([{ ...lost, keyword: 'parcel' }]);
    expect(JSON.stringify(rows)).not.toMatch(/secret|kari/i);
  });

  test('tell the same in whatever order a hand sorted them', () => {
    const at = (time: number, path: typeof lost | typeof other) =>
      feedbackRow({ ticket: 'FL-1', at: time, is: 'told', path, trust: 1 });
    const sorted = [at(2, lost), rows[0] ?? [], at(1, other)];
    expect(freshExamples(lessonsIn(sorted))).toMatchObject([{ path: lost }]);
  });

  test('of one customer are found for an erasure, with what was told of their tickets', () => {
    expect(rowsOfCustomer(rows, 'Kari@example.com')).toEqual([0, 2]);
  });
});

describe('what is learned of', () => {
  const paths = (...all: Example['path'][]): unknown =>
    stillKnown(
      all.map((path) => remembered('FL-1', 'Where is my parcel', { path, trust: 1 }).example),
      rules,
    ).map(({ path }) => path);

  test('are mails of categories that the rules still have, and those left to triage', () => {
    expect(paths(lost, other, { category: 'Renamed', subcategory: null })).toEqual([lost, other]);
  });

  test('is the category alone where only its subcategory is gone', () => {
    expect(paths({ ...lost, subcategory: 'Renamed' })).toEqual([{ ...lost, subcategory: null }]);
  });
});

describe('what is kept', () => {
  const many = (path: typeof lost | typeof other, count: number, start: number): Remembered[] =>
    Array.from({ length: count }, (_, at) =>
      remembered(`${path.category} ${start + at}`, '', { path, trust: 1, at: start + at }),
    );

  test('of too many examples the newest stay, and a small category is not crowded out', () => {
    const kept = balanced([...many(lost, 50, 0), ...many(other, 5, 0)], 20);
    const paths = kept.map(({ example }) => example.path.category);
    expect(paths.filter((name) => name === 'Other')).toHaveLength(5);
    expect(kept).toHaveLength(20);
    expect(
      Math.min(...kept.filter(({ example }) => example.path === lost).map(({ example }) => example.at)),
    ).toBe(35);
  });

  test('a mail that nobody told of is forgotten after ninety days, one that somebody told of is not', () => {
    const told = remembered('FL-1', '', { trust: 1 });
    const untold = remembered('FL-2', '');
    const keys = (now: number) => retained([told, untold], now).map(({ example }) => example.key);
    expect(keys(90 * day)).toEqual(['FL-1', 'FL-2']);
    expect(keys(91 * day)).toEqual(['FL-1']);
  });
});

describe('proposals to the admin', () => {
  const wrong = (key: string, to: Example['path'], trust = 1): Remembered => ({
    ...remembered(key, '', { path: to, trust }),
    spoke: [{ category: 'Product and service quality', subcategory: 'Defect', keyword: 'broken' }],
  });
  const right = { category: 'Product and service quality', subcategory: 'Defect' };

  test('a keyword that is often corrected is named with its row, how often, and where to', () => {
    const [one, ...others] = suggestionsFor(
      [wrong('1', lost), wrong('2', lost), wrong('3', other), wrong('4', right)],
      rules,
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({ keyword: 'broken', corrected: 3, of: 4, to: 'Shipping and delivery > Lost' });
    expect(one?.row).toMatch(/^Categories row \d+$/);
  });

  test('one slip, a keyword that is mostly right, and one that is gone from the rules are no proposal', () => {
    const often = Array.from({ length: 30 }, (_, at) => wrong(`r${at}`, right));
    expect(suggestionsFor([wrong('1', lost)], rules)).toEqual([]);
    expect(suggestionsFor([wrong('1', lost), wrong('2', lost), ...often], rules)).toEqual([]);
    expect(suggestionsFor([wrong('1', lost), wrong('2', lost)], { categories: [] })).toEqual([]);
  });
});

describe('how sure the desk is', () => {
  const nothing = { model: null };

  test('an "always" word is sure, a keyword likely, and a mail without either is left to triage', () => {
    const [row] = rules.categories;
    if (!row) throw new Error('No category');
    const always = { ...rules, categories: [{ ...row, always: ['kumquat'] }] };
    expect(chosenFor(mail('A kumquat!'), always, nothing).sureness.verdict).toBe('sure');
    expect(chosenFor(mail('It is broken'), rules, nothing).sureness.verdict).toBe('likely');
    expect(chosenFor(mail('Hello there'), rules, nothing)).toMatchObject({
      is: other,
      sureness: { verdict: 'unsure' },
    });
  });

  test('stands in the row of the ticket and is read from it again; an older row has none', () => {
    const sureness = { verdict: 'unsure', others: [lost] } as const;
    const full = { ...ticket('FL-1', { sureness }), messages: [], recent: [], done: [] };
    const row = ticketRow(
      {
        ticket: { ...full, requester: from('a@b.c'), subject: '', categoryWhy: '' } as unknown as Ticket,
        wake: null,
      },
      null,
      rules,
    );
    const state = row.at(-1) ?? '';
    expect(ticketOfRow(state)?.ticket.sureness).toEqual(sureness);
    const older = JSON.stringify({ ...JSON.parse(state), sureness: undefined });
    expect(ticketOfRow(older)?.ticket.sureness).toBeUndefined();
  });
});
