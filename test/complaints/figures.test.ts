// The figures of reports, by stories whose numbers can be reckoned by hand.
import { describe, expect, test } from '@jest/globals';
import type { Event } from '../../src/complaints/event.ts';
import { figuresOf, keptBy, personalOf, rate, under } from '../../src/complaints/figures/figures.ts';
import { entered, finished, type Ledger, noLedger } from '../../src/complaints/figures/ledger.ts';
import { packMatters, unpackMatters } from '../../src/complaints/figures/matter.ts';
import { monthOf, weekOf } from '../../src/complaints/figures/period.ts';
import { minutesOf, percentile } from '../../src/complaints/figures/spread.ts';
import { added, type Tally } from '../../src/complaints/figures/tally.ts';
import { type Zone, zoneNamed } from '../../src/complaints/zone.ts';
import {
  agentReply,
  arrives,
  asks,
  happened,
  instant,
  mail,
  passes,
  reply,
  type Story,
  starterRules,
  story,
  ticket,
} from './story.ts';

const told = (events: readonly Event[], ledger: Ledger = noLedger): Ledger =>
  entered(ledger, events, starterRules);
const week = ({ events }: Story, name = '2026-W13'): Tally => told(events).tallies[name] ?? {};
const oslo = zoneNamed('Europe/Oslo') as Zone;

const resolve = { do: 'resolve', rootCause: null, solution: null } as const;
const up = {
  do: 'escalate',
  way: 'functional',
  because: 'knowledge',
  to: 'helen@fjordlicht.example',
  note: '',
} as const;

/** Anna has the lamp from 9:00 in Oslo on Tuesday, answers after 30 minutes, waits 30, and resolves it 30 later. */
function lamp(told: Story, resolved = '2026-03-24T09:30:00Z'): Story {
  const first = mail({ subject: 'My lamp is broken' });
  arrives(told, '2026-03-24T08:00:00Z', first);
  arrives(told, '2026-03-24T08:30:00Z', agentReply(first, 'anna'));
  arrives(told, '2026-03-24T09:00:00Z', reply(first, { words: 'It is still dark.' }));
  asks(told, resolved, 'anna', 'FL-1', resolve);
  return told;
}

describe('periods', () => {
  test.each([
    // The first hour of the Monday after summer time began, and the last one of the Sunday on which it ends.
    ['2026-03-29T22:30:00Z', '2026-W14', '2026-W13'],
    ['2026-10-25T22:30:00Z', '2026-W43', '2026-W42'],
    ['2027-01-04T12:00:00Z', '2027-W01', '2026-W53'],
  ])('at %s it is %s, and last week was %s', (at, now, last) => {
    expect([weekOf(oslo, instant(at)), weekOf(oslo, instant(at), 1)]).toEqual([now, last]);
  });

  test.each([
    ['2026-03-29T21:59:59Z', '2026-W13', '2026-03'],
    // Monday in Oslo, where summer time began the day before.
    ['2026-03-29T22:00:00Z', '2026-W14', '2026-03'],
    ['2026-03-31T22:00:00Z', '2026-W14', '2026-04'],
    // The first of January 2027 is a Friday: its week is still the last one of 2026.
    ['2027-01-01T12:00:00Z', '2026-W53', '2027-01'],
    ['2024-12-30T12:00:00Z', '2025-W01', '2024-12'],
  ])('%s counts in %s and %s', (at, inWeek, inMonth) => {
    expect(weekOf(oslo, instant(at))).toBe(inWeek);
    expect(monthOf(oslo, instant(at))).toBe(inMonth);
  });
});

describe('spreads', () => {
  test('half of ten lie at or below the fifth, nine of ten at or below the ninth', () => {
    const ten = [90, 10, 30, 20, 50, 40, 70, 60, 80, 100];
    expect([percentile(ten, 0.5), percentile(ten, 0.9), percentile([], 0.5)]).toEqual([50, 90, null]);
    expect([percentile([7], 0.5), percentile([7], 0.9)]).toEqual([7, 7]);
  });

  test('minutes are kept with three digits', () => {
    expect([29, 30, 60 * 999, 60 * 1234].map(minutesOf)).toEqual([0, 1, 999, 1230]);
  });
});

describe('what a week comes to', () => {
  test('a ticket answered after half an hour and resolved after an hour without the wait', () => {
    const figures = figuresOf(week(lamp(story())));
    expect(figures).toMatchObject({
      opened: 1,
      resolved: 1,
      firstResponse: { median: 30 * 60, ninety: 30 * 60 },
      resolution: { median: 60 * 60, ninety: 60 * 60 },
      firstContact: { part: 1, all: 1 },
      breached: 0,
      escalated: 0,
      inVain: { part: 0, all: 0 },
      reopened: { part: 0, all: 1 },
      sortedRight: { part: 1, all: 1 },
    });
    expect(figures.kept.firstResponse).toEqual({ part: 1, all: 1 });
    expect(figures.kept.resolution).toEqual({ part: 1, all: 1 });
    expect(rate(figures.inVain)).toBeNull();
  });

  test('a night at home is no working time: asked at 15:30, answered at 8:30 is one hour', () => {
    const evening = story();
    const first = mail({ subject: 'My lamp is broken' });
    arrives(evening, '2026-03-24T14:30:00Z', first);
    arrives(evening, '2026-03-25T07:30:00Z', agentReply(first, 'anna'));
    expect(figuresOf(week(evening)).firstResponse.median).toBe(3600);
  });

  test('a second answer is no first contact', () => {
    const long = story();
    const first = mail({ subject: 'My lamp is broken' });
    arrives(long, '2026-03-24T08:00:00Z', first);
    arrives(long, '2026-03-24T08:30:00Z', agentReply(first, 'anna'));
    arrives(long, '2026-03-24T09:00:00Z', reply(first, { words: 'It is still dark.' }));
    arrives(long, '2026-03-24T09:10:00Z', agentReply(first, 'anna'));
    asks(long, '2026-03-24T09:30:00Z', 'anna', 'FL-1', resolve);
    expect(figuresOf(week(long)).firstContact).toEqual({ part: 0, all: 1 });
  });

  test('promises are told by category, tier and person, each clock for itself', () => {
    const tally = week(lamp(story()));
    expect(keptBy(tally, 'firstResponse', 'category', 'Product and service quality')).toEqual({
      part: 1,
      all: 1,
    });
    expect(keptBy(tally, 'firstResponse', 'tier', '1')).toEqual({ part: 1, all: 1 });
    expect(keptBy(tally, 'nextResponse', 'person', 'anna@fjordlicht.example')).toEqual({ part: 2, all: 2 });
    expect(keptBy(tally, 'nextResponse', 'person', 'elena@fjordlicht.example')).toEqual({ part: 0, all: 0 });
    expect(personalOf(tally, 'anna@fjordlicht.example')).toEqual({
      taken: 1,
      answers: 1,
      resolved: 1,
      resolution: 60 * 60,
    });
  });

  test('a mail nobody answers breaks its promise, and the ladder escalates by itself', () => {
    const late = story();
    arrives(late, '2026-03-24T08:00:00Z', mail({ subject: 'My lamp is broken' }));
    passes(late, '2026-03-27T14:00:00Z');
    const figures = figuresOf(week(late));
    expect(figures.breached).toBe(happened(late, 'breached').length);
    expect(figures.breached).toBeGreaterThan(0);
    expect(figures.escalated).toBe(happened(late, 'escalated').length);
    expect(under(week(late), 'why')).toEqual([['ladder', figures.escalated]]);
    expect(under(week(late), 'type').map(([type]) => type)).toEqual(['automatic, hierarchical']);
    // Never met, so neither kept nor late yet.
    expect(figures.kept.firstResponse).toEqual({ part: 0, all: 0 });
  });

  test('opened in March and resolved in April counts once in each', () => {
    const months = told(lamp(story(), '2026-04-01T08:00:00Z').events).tallies;
    expect(figuresOf(months['2026-03'] ?? {})).toMatchObject({ opened: 1, resolved: 0 });
    expect(figuresOf(months['2026-04'] ?? {})).toMatchObject({ opened: 0, resolved: 1 });
  });

  test('a category that somebody corrects was not right at once', () => {
    const corrected = story();
    arrives(corrected, '2026-03-24T08:00:00Z', mail({ subject: 'My lamp is broken' }));
    asks(corrected, '2026-03-24T08:10:00Z', 'anna', 'FL-1', {
      do: 'set category',
      category: 'Billing and payments',
      subcategory: null,
    });
    expect(figuresOf(week(corrected)).sortedRight).toEqual({ part: 0, all: 1 });
  });
});

describe('escalated in vain', () => {
  function escalated(helper: string | null): Story {
    const told = story();
    const first = mail({ subject: 'My lamp is broken' });
    arrives(told, '2026-03-24T08:00:00Z', first);
    expect(asks(told, '2026-03-24T08:10:00Z', 'anna', 'FL-1', up)).toBeNull();
    expect(ticket(told).owner).toBe('helen@fjordlicht.example');
    if (helper) arrives(told, '2026-03-24T09:00:00Z', agentReply(first, helper));
    expect(asks(told, '2026-03-24T10:00:00Z', 'anna', 'FL-1', { do: 'take' })).toBeNull();
    expect(asks(told, '2026-03-24T10:10:00Z', 'anna', 'FL-1', resolve)).toBeNull();
    return told;
  }

  test('is what only the one who had it before worked on afterwards', () => {
    expect(figuresOf(week(escalated(null))).inVain).toEqual({ part: 1, all: 1 });
    expect(figuresOf(week(escalated('anna'))).inVain).toEqual({ part: 1, all: 1 });
  });

  test('is not what the one it came to answered', () => {
    expect(figuresOf(week(escalated('helen'))).inVain).toEqual({ part: 0, all: 1 });
    expect(figuresOf(week(escalated('helen'))).firstContact).toEqual({ part: 0, all: 1 });
    expect(under(week(escalated('helen')), 'type')).toEqual([['by hand, functional', 1]]);
  });
});

describe('any cut of the journal comes to the same', () => {
  function long(): readonly Event[] {
    const told = lamp(story());
    asks(told, '2026-03-24T10:00:00Z', 'anna', 'FL-1', { do: 'reopen' });
    const bill = mail({ subject: 'I was charged twice', from: { name: 'Ola', address: 'ola@firm.example' } });
    arrives(told, '2026-03-25T09:00:00Z', bill);
    passes(told, '2026-03-31T09:00:00Z');
    arrives(told, '2026-03-31T10:00:00Z', agentReply(bill, 'helen'));
    asks(told, '2026-04-01T09:30:00Z', 'helen', 'FL-2', resolve);
    asks(told, '2026-04-01T09:40:00Z', 'helen', 'FL-1', { do: 'not a ticket' });
    return told.events;
  }

  test('wherever it is cut, what was counted can be put away, taken out and gone on with', () => {
    const events = long();
    const whole = told(events);
    expect(Object.keys(whole.tallies).sort()).toEqual(['2026-03', '2026-04', '2026-W13', '2026-W14']);
    for (let at = 1; at <= events.length; at += 4) {
      const first = told(events.slice(0, at));
      const away = JSON.stringify(packMatters(first.matters.values()));
      const halves = told(events.slice(at), { ...first, matters: unpackMatters(JSON.parse(away)) });
      expect(halves.tallies).toEqual(whole.tallies);
      expect(halves.samples).toEqual(whole.samples);
    }
  });

  test('what two halves count adds up to the whole', () => {
    const events = long();
    const first = told(events.slice(0, 20));
    const rest = told(events.slice(20), { ...first, tallies: {} });
    for (const [period, tally] of Object.entries(told(events).tallies))
      expect(added(first.tallies[period] ?? {}, Object.entries(rest.tallies[period] ?? {}))).toEqual(tally);
  });

  test('finished weeks and months are handed out once, and a straggler changes none of them', () => {
    const { ledger, past } = finished(told(long()), instant('2026-04-01T10:00:00Z'));
    expect(past).toEqual({});
    const later = story();
    arrives(
      later,
      '2026-06-10T08:00:00Z',
      mail({ subject: 'My lamp is broken', messageId: 'later@example.com' }),
    );
    const june = told(later.events, ledger);
    const gone = finished(june, instant('2026-06-10T10:00:00Z'));
    expect(Object.keys(gone.past).sort()).toEqual(['2026-03', '2026-W13']);
    expect(gone.past['2026-W13']).toEqual(ledger.tallies['2026-W13']);
    const [straggler] = long();
    const after = told(straggler ? [{ ...straggler, ticket: 'FL-9' }] : [], gone.ledger);
    expect(after.tallies['2026-W13']).toBeUndefined();
    expect(figuresOf(after.tallies['2026-W14'] ?? {}).opened).toBe(
      figuresOf(gone.ledger.tallies['2026-W14'] ?? {}).opened + 1,
    );
  });

  test('a row that somebody wrote into by hand counts for nothing, and the rest goes on', () => {
    const events = long();
    const broken = { ...(events[0] as Event), ticket: 'FL-7', what: { type: 'opened' } } as never;
    const wild = { ...(events[0] as Event), what: { type: 'policy applied', regime: null } } as never;
    expect(told([broken, events[0] as Event, wild, ...events.slice(1)]).tallies).toEqual(
      told(events).tallies,
    );
  });

  test('an incident of the desk is no ticket of a customer, and a merged ticket is set aside', () => {
    const [opened] = long();
    if (opened?.what.type !== 'opened') throw new Error('no opening');
    const incident = { ...opened, ticket: 'FL-8', what: { ...opened.what, incident: true as const } };
    const merged = { ...opened, key: 'FL-1/99', what: { type: 'merged' as const, into: 'FL-2' } };
    const tally = told([opened, incident, merged]).tallies['2026-W13'] ?? {};
    expect(tally).toMatchObject({ opened: 1, incidents: 1, aside: 1 });
  });

  test('nothing that is kept tells who the customer is or what was said', () => {
    const { matters } = told(long());
    const away = JSON.stringify(packMatters(matters.values()));
    expect(away).not.toMatch(/kari|ola@|firm|nordmann|charged|lamp/i);
  });
});
