import { featuresOf } from '../../src/complaints/learning/features.ts';
import { incidentAround, type RecentMail } from '../../src/complaints/learning/incident.ts';
import { alikeTo } from '../../src/complaints/learning/likeness.ts';
import { type ReadTicket, standingOut } from '../../src/complaints/learning/standing-out.ts';
import { raritiesOf } from '../../src/complaints/learning/vectors.ts';
import { toLearn } from './fixtures/support-mails.ts';

const features = (words: string) => featuresOf({ subject: '', words });
const background = toLearn.map(({ text }, at) => ({ id: `old-${at}`, features: features(text) }));
const rarities = raritiesOf(background.map((each) => each.features));

describe('similar solved tickets', () => {
  test('the one with the same matter in other words comes first', () => {
    const found = alikeTo(
      features('Since Sunday the boiler shows the error F28 and we have no warm water.'),
      background,
      rarities,
    );
    expect(found[0]?.id).toBe('old-1');
    expect(found.length).toBeLessThanOrEqual(3);
  });

  test('a matter that never came up finds none', () => {
    expect(alikeTo(features('Is there a parking place for my trailer?'), background, rarities)).toEqual([]);
  });

  test('an empty mail is like nothing', () => {
    expect(alikeTo(features(''), background, rarities)).toEqual([]);
  });
});

describe('an incident', () => {
  const minute = 60_000;
  const noon = Date.UTC(2026, 2, 3, 12);
  const outage = [
    'The website is down, I cannot log in since eleven o’clock.',
    'Your website has been down since eleven, I cannot log in.',
    'Cannot log in, is the website down since eleven?',
    'Since eleven o’clock I cannot log in, your website seems to be down.',
  ];
  const at = (words: string, minutes: number, customer: string): RecentMail => ({
    id: `${customer} ${minutes}`,
    customer,
    at: noon + minutes * minute,
    features: features(words),
  });
  const options = { window: 120 * minute, fewestCustomers: 3, rarities };
  const customers = ['anna', 'bob', 'cleo', 'dora'];
  const wave = outage.map((words, place) => at(words, 10 * place, customers[place] ?? ''));
  const last = wave[3] as RecentMail;

  test('is four customers who write alike within an hour', () => {
    expect(incidentAround(last, wave, options)).toMatchObject({
      members: wave.map(({ id }) => id),
      customers: 4,
      since: noon,
    });
  });

  test('is not one customer who writes four times', () => {
    const alone = wave.map((mail) => ({ ...mail, customer: 'anna' }));
    expect(incidentAround(alone[3] as RecentMail, alone, options)).toBeNull();
  });

  test('is not spread over days', () => {
    const slow = outage.map((words, place) => at(words, 24 * 60 * place, customers[place] ?? ''));
    expect(incidentAround(slow[3] as RecentMail, slow, options)).toBeNull();
  });

  test('is not four customers with four matters', () => {
    const mixed = toLearn
      .filter((_, place) => place % 12 === 0)
      .map(({ text }, place) => at(text, 10 * place, customers[place] ?? ''));
    expect(mixed).toHaveLength(4);
    expect(incidentAround(mixed[3] as RecentMail, mixed, options)).toBeNull();
  });

  test('is not what comes in just as often on every day', () => {
    const daily = Array.from({ length: 36 }, (_, hour) =>
      outage.map((words, place) =>
        at(words, 60 * (hour - 36) + place, `${customers[place]} of hour ${hour}`),
      ),
    ).flat();
    expect(incidentAround(last, [...daily, ...wave], options)).toBeNull();
  });

  test('leaves out other mails of the same hour', () => {
    const other = at('The dog of the neighbours barks', 15, 'emil');
    const found = incidentAround(last, [...wave, other], options);
    expect(found?.members).not.toContain(other.id);
  });
});

describe('words that stand out in escalated tickets', () => {
  const tickets = (words: string, count: number, escalated: boolean): ReadTicket[] =>
    Array.from({ length: count }, () => ({ words, escalated }));
  const week = [
    ...tickets('Please send the refund for my order', 8, true),
    ...tickets('The order came late', 12, true),
    ...tickets('Where is my order, please', 60, false),
    ...tickets('A refund for my order', 2, false),
  ];

  test('come with counts and shares, the most surprising first', () => {
    const found = standingOut(week);
    const refund = found.find(({ word }) => word === 'refund');
    expect(refund).toMatchObject({ escalated: 8, others: 2 });
    expect(refund?.shareOfEscalated).toBeCloseTo(0.4);
    expect(found.map(({ word }) => word)).not.toContain('order');
  });

  test('are none where nothing was escalated, or everything', () => {
    expect(standingOut(tickets('refund', 20, false))).toEqual([]);
    expect(standingOut(tickets('refund', 20, true))).toEqual([]);
    expect(standingOut([])).toEqual([]);
  });

  test('a word of two tickets is chance', () => {
    const few = [...tickets('volcano', 2, true), ...tickets('order', 200, false)];
    expect(standingOut(few)).toEqual([]);
  });

  test('a mail that repeats a word counts it once', () => {
    const loud = [...tickets('refund refund refund refund', 1, true), ...tickets('order', 50, false)];
    expect(standingOut(loud)).toEqual([]);
  });
});
