// A desk that uses up its trigger time: it says so days ahead, looks less often by itself, and drops no mail.
import type { Ticket } from '../../src/complaints/ticket.ts';
import { type Office, openOffice } from '../../src/local/office.ts';
import { bundle, tickets, withSettings } from './desk-journey.ts';

jest.setTimeout(120_000);

const minute = 60_000;
const hour = 60 * minute;
const support = 'fjordlicht.support@gmail.com';

interface SlowDesk {
  readonly office: Office;
  /** Seconds that each tick with work takes from now on, as in a workbook that grows. */
  readonly works: (seconds: number) => void;
  /** A mail comes now and then for so many minutes; returns how many came. */
  readonly mails: (every: number, minutes: number) => number;
}

/** An account without Workspace has 90 minutes of trigger time a day; Google's day begins at 08:00 UTC in winter. */
async function slowDesk(checkEvery: string): Promise<SlowDesk> {
  let [computed, seconds, serial] = [0, 0, 0];
  const office = openOffice({
    start: '2026-01-12T08:01:00Z',
    rules: withSettings({ 'Support addresses': support, 'Check every': checkEvery, Acknowledge: 'off' }),
    support,
    edition: 'consumer',
    built: await bundle(),
    computed: () => computed,
  });
  const { world } = office;
  // Only a tick with work takes the lock.
  const slowly = (): void =>
    world.faults.beforeCall(({ method }) => {
      if (method === 'lock.try') computed += seconds * 1_000;
    });
  slowly();
  const mails = (every: number, minutes: number): number => {
    const until = world.now() + minutes * minute;
    const before = serial;
    while (world.now() < until) {
      serial += 1;
      const lines = [`From: c${serial}@example.com`, `To: ${support}`, `Subject: Lamp ${serial}`];
      const raw = [...lines, `Message-ID: <l${serial}@example.com>`, '', 'It is broken.', ''].join('\r\n');
      world.gmail.deliver({ raw: Buffer.from(raw), to: [support] });
      world.advance(every * minute);
    }
    return serial - before;
  };
  const works = (wanted: number): void => {
    seconds = wanted;
  };
  return { office, works, mails };
}

function health(office: Office, what: string): string {
  const row = office.rows('Health').find(({ What }) => What === what);
  return row ? `${row.Value}. ${row.Advice}` : 'nothing';
}

/** Without the incident that so many alike become. */
const ofCustomers = (office: Office): readonly Ticket[] =>
  tickets(office).filter(({ subject }) => subject.startsWith('Lamp'));

const shareOfDay = ({ world }: Office): number => world.quota(support).triggerSeconds.share;

/** Google starts no tick meanwhile, which only makes the test faster. */
function night(office: Office, hours: number): void {
  office.world.faults.trigger({ kind: 'skip', function: 'tick', times: (hours * 60) / 10 - 1 });
  office.world.advance(hours * hour);
}

test('trigger time that grows from day to day is told two days before it is spent, and then no mail is dropped', async () => {
  const { office, works, mails } = await slowDesk('10');
  const said: string[] = [];
  let came = 0;
  // Each mail is a tick of nearly six minutes, the longest that Google lets it run; 90 minutes are some 15 of them.
  for (const ticks of [3, 6, 9, 12]) {
    works(350);
    came += mails(10, ticks * 10);
    said.push(health(office, 'Quota: trigger time'));
    expect(shareOfDay(office)).toBeLessThan(1);
    works(0);
    night(office, 24 - ticks / 6);
  }
  expect(said[1]).toBe('nothing');
  expect(said[2]).toMatch(/^5\d %\. Spent in about [23] days\. Look every 5 or 10 minutes/);
  expect(said[3]).toMatch(/^7\d %\. Spent in about [12] days\./);
  works(350);
  came += mails(10, 190);
  expect(shareOfDay(office)).toBeGreaterThanOrEqual(1);
  expect(ofCustomers(office).length).toBeLessThan(came);
  works(1);
  office.world.advanceTo('2026-01-17T08:45:00Z');
  expect(ofCustomers(office)).toHaveLength(came);
});

test('where a day’s trigger time runs short the desk looks every 5, then every 10 minutes, and next day as before', async () => {
  const { office, works, mails } = await slowDesk('1');
  works(230);
  const slow: string[] = [];
  let came = 0;
  while (shareOfDay(office) < 1 && slow.length < 40) {
    came += mails(5, 15);
    slow.push(health(office, 'Looks less often').slice(0, 16));
  }
  expect([...new Set(slow)]).toEqual(['nothing', 'every 5 minutes.', 'every 10 minutes']);
  came += mails(30, 60);
  expect(ofCustomers(office).length).toBeLessThan(came);
  works(1);
  office.world.advanceTo('2026-01-13T08:25:00Z');
  expect(ofCustomers(office)).toHaveLength(came);
  expect(health(office, 'Looks less often')).toBe('nothing');
  const before = office.desk.executions.length;
  office.world.advance(10 * minute);
  expect(office.desk.executions.length - before).toBe(10);
});
