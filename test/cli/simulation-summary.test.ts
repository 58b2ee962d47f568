import { colour } from '../../src/cli/layout.ts';
import { summary } from '../../src/cli/simulation-summary.ts';
import type { SimulatedTicket, Simulation } from '../../src/local/simulation.ts';

const ticket = (id: string, more: Partial<SimulatedTicket> = {}): SimulatedTicket => ({
  id,
  subject: 'Lamp flickers',
  requester: 'kari@home.example',
  category: 'Technical problems',
  severity: 'medium',
  customerTier: 'Standard',
  tier: 1,
  owner: 'ida@fjordlicht.example',
  status: 'open',
  opened: '2026-03-27T14:30:00.000Z',
  labels: [],
  clocks: { firstResponse: null, nextResponse: null, customerUpdate: null, resolution: null },
  breaches: [],
  journal: [],
  ...more,
});
const answeredAfter = (usedSeconds: number) => ({
  firstResponse: { due: null, metAt: '2026-03-27T15:00:00.000Z', breachedAt: null, usedSeconds, why: '' },
  nextResponse: null,
  customerUpdate: null,
  resolution: null,
});
const mail = (outcome: Simulation['mails'][number]['outcome'], mayAnswer = true) => ({
  file: 'a.eml',
  messageId: null,
  from: 'kari@home.example',
  subject: 's',
  mayAnswer,
  outcome,
  ticket: null,
  reason: '',
});
const simulation = (more: Partial<Simulation> = {}): Simulation => ({
  mails: [],
  tickets: [],
  notices: [],
  calls: { total: 12_345, seconds: 5400, byMethod: { 'urlfetch.fetch': 12_000 }, ticks: 5_000 },
  quota: { triggerSeconds: { day: '2026-03-31', used: 540, limit: 21_600, share: 0.025 } },
  problems: [],
  period: {
    from: '2026-03-23T06:00:00.000Z',
    until: '2026-04-22T14:00:00.000Z',
    timeZone: 'Europe/Oslo',
    tickMinutes: 5,
    clicks: false,
    support: 'support@fjordlicht.example',
    tiers: ['First line', 'Specialists', 'Management'],
  },
  ...more,
});

/** The lines of one section. */
function section(text: string, title: string): string[] {
  const lines = text.split('\n');
  const start = lines.indexOf(title) + 1;
  return lines.slice(start, lines.indexOf('', start)).map((line) => line.trim());
}

test('the summary says what was simulated, in the time zone of the desk', () => {
  const [first, second] = summary(simulation()).split('\n');
  expect(first).toBe('Tierline simulated support@fjordlicht.example: 0 mails, 0 tickets');
  expect(second).toBe(
    'Mon 23 Mar 2026 07:00 to Wed 22 Apr 2026 16:00 (Europe/Oslo), looking every 5 minutes',
  );
});

test('mails are counted by what became of them, in a fixed order', () => {
  const mails = [mail('bounce', false), mail('opened'), mail('opened'), mail('agent')];
  const lines = section(summary(simulation({ mails })), 'Mails').map((line) => line.replace(/\s*█*$/, ''));
  expect(lines.map((line) => line.replace(/\s{2,}/g, ' '))).toEqual([
    'opened a ticket 2',
    'written by our people 1',
    'could not be delivered (bounce) 1',
    '1 of them no machine may ever answer.',
  ]);
});

test('first responses are told as median and nine in ten, in working time', () => {
  const minutes = [10, 20, 30, 40, 50, 60, 70, 80, 90, 600];
  const tickets = minutes.map((each, index) => ticket(`FL-${index}`, { clocks: answeredAfter(each * 60) }));
  expect(section(summary(simulation({ tickets })), 'First response')).toEqual([
    '10 tickets answered: half within 50 min, nine of ten within 1 h 30 min of working time.',
    '0 never answered, 0 later than promised.',
  ]);
});

test('breaches name the ticket, the clock, by how much and whose it was then, the longest first', () => {
  const late = (overSeconds: number, owner: string) => ({
    clock: 'firstResponse' as const,
    due: '2026-03-30T08:30:00.000Z',
    metAt: null,
    overSeconds,
    owner,
  });
  const tickets = [
    ticket('FL-1', { breaches: [late(600, 'ida@fjordlicht.example')] }),
    ticket('FL-2', { subject: 'Third outage', breaches: [late(7200, 'georg@fjordlicht.example')] }),
  ];
  const lines = section(summary(simulation({ tickets })), 'Breaches').map((line) =>
    line.replace(/\s{2,}/g, ' | '),
  );
  expect(lines).toEqual([
    'first response | 2 | ████████████████████████████████████████',
    'An archive holds no clicks: customer update and resolution run on to the end (see --clicks).',
    'answers too late, the longest first, in working time',
    'ticket | subject | clock | over by | owner | answer',
    'FL-2 | Third outage | first response | 2 h | georg | never',
    'FL-1 | Lamp flickers | first response | 10 min | ida | never',
  ]);
});

test('escalations are told by way, by hand or automatic, and with their reason', () => {
  const escalated = (actor: string, because: string) => ({
    at: '2026-03-30T08:30:00.000Z',
    event: 'escalated',
    actor,
    reason: '',
    way: 'hierarchical',
    because,
  });
  const tickets = [
    ticket('FL-1', {
      journal: [escalated('desk', 'ladder'), escalated('ida@fjordlicht.example', 'authority')],
    }),
    ticket('FL-2'),
  ];
  const lines = section(summary(simulation({ tickets })), 'Escalations');
  expect(lines[0]).toMatch(/^hierarchical, automatic: a step of the ladder was due +1/);
  expect(lines[1]).toMatch(/^hierarchical, by hand: authority +1/);
  expect(lines[2]).toBe('1 tickets (50 % of all) were escalated at least once.');
});

test('services say how many calls, and which quota was nearest to its limit on which day', () => {
  const text = summary(simulation());
  expect(text).toContain("12,345 calls in 5,000 ticks, about 1 h 30 min of Google's time in all");
  expect(text).toMatch(/triggerSeconds +2\.5 +540 +21,600 +2026-03-31/);
});

test('problems come with place and advice', () => {
  const problems = [
    { where: 'Matrix row 9, Owner 1', what: "'jane@' is nobody.", advice: 'Add her to People.' },
  ];
  expect(section(summary(simulation({ problems })), 'Problems')).toEqual([
    "Matrix row 9, Owner 1: 'jane@' is nobody. Add her to People.",
  ]);
});

test('a stranger who writes control letters into a subject cannot move the cursor or turn the line round', () => {
  const breaches = [
    {
      clock: 'nextResponse' as const,
      due: '2026-03-30T08:30:00.000Z',
      metAt: null,
      overSeconds: 60,
      owner: null,
    },
  ];
  const text = summary(
    simulation({ tickets: [ticket('FL-1', { subject: 'a\u001b[2J\u202eb\nc', breaches })] }),
  );
  expect(['\u001b', '\u202e'].filter((letter) => text.includes(letter))).toEqual([]);
  expect(text).toContain('a [2J b c');
});

test('the page is at most 96 columns wide, and has colours only when they are asked for', () => {
  const breaches = [
    {
      clock: 'firstResponse' as const,
      due: '2026-03-30T08:30:00.000Z',
      metAt: null,
      overSeconds: 360_000,
      owner: null,
    },
  ];
  const tickets = [
    ticket('FL-10000', {
      subject: 'w'.repeat(200),
      category: 'Product and service quality > Something long',
      breaches,
    }),
  ];
  const problems = [{ where: 'x', what: 'word '.repeat(60), advice: '' }];
  const text = summary(simulation({ tickets, problems, mails: [mail('automatic')] }));
  expect(Math.max(...text.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(96);
  expect(text).not.toContain('\u001b');
  expect(summary(simulation({ tickets }), colour)).toContain('\u001b[31m');
});
