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
    supportFrom: 'rules',
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
  const mails = [mail('bounce', false), mail('opened'), mail('opened'), mail('agent', false)];
  const lines = section(summary(simulation({ mails })), 'Mails').map((line) => line.replace(/\s*█*$/, ''));
  expect(lines.map((line) => line.replace(/\s{2,}/g, ' '))).toEqual([
    'opened a ticket 2',
    'written by our people 1',
    'could not be delivered (bounce) 1',
    '1 of the 3 from outside no machine may ever answer.',
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
    "2 tickets answered too late or never, the longest first, in the promise's hours",
    'ticket | subject | what | over by | owner then | answer',
    'FL-2 | Third outage | first response | 2 h | georg | never',
    'FL-1 | Lamp flickers | first response | 10 min | ida | never',
  ]);
});

const escalated = (actor: string, because: string, reason = '') => ({
  at: '2026-03-30T08:30:00.000Z',
  event: 'escalated',
  actor,
  reason,
  way: 'hierarchical',
  to: 2,
  because,
});

test('escalations are told as a person would: who, to where, and why', () => {
  const tickets = [
    ticket('FL-1', {
      journal: [
        escalated('desk', 'ladder', 'Ladder step "tier time due if tier 2: next tier, tell lead": it is due'),
        escalated('desk', 'ladder', 'Ladder step "first response 1% if phrase recurring: tier 3": it is due'),
        escalated('ida@fjordlicht.example', 'authority'),
      ],
    }),
    ticket('FL-2'),
  ];
  const lines = section(summary(simulation({ tickets })), 'Escalations').map((line) =>
    line.replace(/\s+1\s+█+$/, ''),
  );
  expect(lines).toEqual([
    'by the desk itself',
    'to a higher tier: the same customer has the problem again',
    'to a higher tier: the time at a tier was up',
    'by hand',
    'to a higher tier: the authority is missing',
    '1 ticket (50 % of all) was escalated at least once.',
  ]);
});

test('tickets are told by the tier they started at, the highest they reached, and where they are now', () => {
  const opened = { at: '2026-03-30T08:30:00.000Z', event: 'opened', actor: 'customer', reason: '', tier: 1 };
  const tickets = [
    ticket('FL-1', { journal: [opened, { ...escalated('desk', 'ladder'), to: 3 }], tier: 2 }),
    ticket('FL-2', { status: 'resolved' }),
  ];
  const text = summary(simulation({ tickets }));
  expect(text).toMatch(/tier +started at +highest +at the end/);
  expect(text).toMatch(/1 First line +2 +1 +1\n/);
  expect(text).toMatch(/2 Specialists +0 +0 +1\n/);
  expect(text).toMatch(/3 Management +0 +1 +0\n/);
  expect(text).toContain('1 of 2 are resolved or closed.');
});

test('an unanswered mail is one line, though it breaks the first and the next response', () => {
  const broken = (clock: 'firstResponse' | 'nextResponse', metAt: string | null, overSeconds: number) => ({
    clock,
    due: '2026-03-30T08:30:00.000Z',
    metAt,
    overSeconds,
    owner: 'ida@fjordlicht.example',
  });
  const later = '2026-03-31T08:30:00.000Z';
  const tickets = [
    ticket('FL-1', { breaches: [broken('firstResponse', null, 3600), broken('nextResponse', null, 3500)] }),
    ticket('FL-2', {
      breaches: [
        broken('firstResponse', later, 600),
        broken('nextResponse', later, 500),
        broken('nextResponse', null, 7200),
      ],
    }),
  ];
  const lines = section(summary(simulation({ tickets })), 'Breaches').map((line) =>
    line.replace(/\s{2,}/g, ' | '),
  );
  expect(lines.filter((line) => line.startsWith('FL-'))).toEqual([
    'FL-2 | Lamp flickers | 2 answers | 2 h | ida | never',
    'FL-1 | Lamp flickers | first response | 1 h | ida | never',
  ]);
  expect(lines[0]).toMatch(/^first response \| 2 /);
  expect(lines[1]).toMatch(/^next response \| 1 /);
});

test('each person has a line: given, written, how soon, late, resolved, still open', () => {
  const wrote = {
    at: '2026-03-27T15:00:00.000Z',
    event: 'agent wrote',
    actor: 'ida@fjordlicht.example',
    reason: '',
    person: 'ida@fjordlicht.example',
  };
  const tickets = [ticket('FL-1', { clocks: answeredAfter(1200), journal: [wrote] }), ticket('FL-2')];
  const mails = [{ ...mail('agent', false), from: 'ida@fjordlicht.example' }];
  const [head, ida] = section(summary(simulation({ tickets, mails })), 'People');
  expect(head?.split(/\s{2,}/)).toEqual([
    'person',
    'given first',
    'mails written',
    'half first answered in',
    'late',
    'resolved',
    'open at end',
  ]);
  expect(ida?.split(/\s{2,}/)).toEqual(['ida', '2', '1', '20 min', '0', '0', '2']);
});

test('a mailbox that nobody named is said to be inferred', () => {
  const { period } = simulation();
  const inferred = summary(simulation({ period: { ...period, supportFrom: 'mails' } }));
  expect(inferred).toContain('was inferred from the mails; --support ADDRESS names another.');
  expect(summary(simulation())).not.toContain('inferred');
});

test('a team that nobody knows is said before any figure', () => {
  const problems = [
    { where: 'People', what: 'nobody in the People tab wrote any of these mails.', advice: 'Give --rules.' },
    { where: 'a.eml', what: 'left out, because it is a draft.', advice: '' },
  ];
  const text = summary(simulation({ problems }));
  expect(text.indexOf('nobody in the People tab')).toBeLessThan(text.indexOf('\nMails\n'));
  expect(section(text, 'Problems')).toEqual(['a.eml: left out, because it is a draft.']);
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
