// Pilots and dry runs: which rules govern a ticket, and what other rules would have made of the same days.
import { noMemory, receive } from '../../src/complaints/desk.ts';
import { dryRun } from '../../src/complaints/dry-run.ts';
import { isPiloted, type Pilot, rulesFor } from '../../src/complaints/pilot.ts';
import { pilotReport } from '../../src/complaints/pilot-report.ts';
import { replay } from '../../src/complaints/replay.ts';
import type { Rules } from '../../src/complaints/rules.ts';
import type { Ticket } from '../../src/complaints/ticket.ts';
import { tryMail } from '../../src/complaints/trial.ts';
import { instant, mail, starterRules } from './story.ts';

const monday = instant('2026-03-23T09:00:00Z');
const hour = 3_600_000;

const higher: Rules = {
  ...starterRules,
  version: 'higher',
  categories: starterRules.categories.map((one) => ({ ...one, severity: 'critical' })),
};
const pilotOf = (of: Pilot['of']): Pilot => ({
  version: 2,
  since: monday,
  of,
  parts: { categories: higher.categories },
});

function openedUnder(rules: Rules, count: number): readonly Ticket[] {
  const mails = Array.from({ length: count }, (_, n) =>
    mail({
      at: monday + n * 60_000,
      subject: 'My invoice',
      words: 'The invoice charged me twice.',
      text: 'The invoice charged me twice.',
      from: { name: '', address: `c${n}@example.com` },
    }),
  );
  return receive(
    { rules, tickets: [], memory: noMemory },
    { mails, parked: [] },
    monday + count * 60_000,
  ).tickets.filter(({ id }) => id !== '');
}

describe('which new tickets a pilot gets', () => {
  test.each([5, 20, 50])('%d of a hundred, give or take, and the same ones each time', (percent) => {
    const pilot = pilotOf({ percent });
    const ids = Array.from({ length: 5_000 }, (_, n) => `FL-${n}`);
    const share = ids.filter((id) => isPiloted(id, '', pilot)).length / 50;
    expect(Math.abs(share - percent)).toBeLessThan(2.5);
    expect(ids.map((id) => isPiloted(id, '', pilot))).toEqual(ids.map((id) => isPiloted(id, '', pilot)));
  });

  test('another pilot gets other tickets', () => {
    const ids = Array.from({ length: 1_000 }, (_, n) => `FL-${n}`);
    const both = ids.filter(
      (id) =>
        isPiloted(id, '', pilotOf({ percent: 50 })) &&
        isPiloted(id, '', { ...pilotOf({ percent: 50 }), version: 3 }),
    );
    expect(Math.abs(both.length - 250)).toBeLessThan(60);
  });

  test('none or all at the ends, and a category whole', () => {
    expect(isPiloted('FL-1', '', pilotOf({ percent: 100 }))).toBe(true);
    expect(isPiloted('FL-1', 'billing', pilotOf({ category: 'Billing' }))).toBe(true);
    expect(isPiloted('FL-1', 'Shipping', pilotOf({ category: 'Billing' }))).toBe(false);
  });
});

describe('a ticket of the pilot', () => {
  const rules: Rules = { ...starterRules, pilot: pilotOf({ percent: 50 }) };
  const all = openedUnder(rules, 40);
  const piloted = all.filter(({ pilot }) => pilot === 2);

  test('is governed by the pilot from its opening on, the others by the published rules', () => {
    expect(piloted.length).toBeGreaterThan(8);
    expect(all.length - piloted.length).toBeGreaterThan(8);
    for (const { pilot, severity } of all) expect(severity === 'critical').toBe(pilot === 2);
  });

  test('goes by the published rules as soon as no pilot runs', () => {
    const [one] = piloted;
    expect(rulesFor(one as Ticket, rules).categories).toBe(higher.categories);
    expect(rulesFor(one as Ticket, starterRules)).toBe(starterRules);
    expect(
      rulesFor(one as Ticket, { ...rules, pilot: { ...pilotOf({ percent: 50 }), version: 3 } }).pilot,
    ).toBeDefined();
  });

  test('counts in the arm it was opened in, and tickets from before the pilot count in none', () => {
    const early = { ...(all[0] as Ticket), opened: monday - 1, escalations: 9 };
    const late = all.map((ticket) => (ticket.pilot === 2 ? { ...ticket, escalations: 1 } : ticket));
    const report = pilotReport([early, ...late], pilotOf({ percent: 50 }), rules, monday + hour);
    expect([report.pilot.tickets, report.published.tickets]).toEqual([
      piloted.length,
      all.length - piloted.length,
    ]);
    expect(report.pilot.escalations).toBe(piloted.length);
    expect(report.pilot.firstResponse).toBeNull();
  });

  test('the median first response is told in working time', () => {
    const answered = all
      .filter(({ pilot }) => pilot === undefined)
      .slice(0, 3)
      .map((ticket, n) => ({
        ...ticket,
        messages: [
          ...ticket.messages,
          {
            key: 'a',
            print: '',
            gmailId: '',
            threadId: '',
            at: ticket.opened + (n + 1) * hour,
            by: 'agent' as const,
            counts: true,
          },
        ],
      }));
    const { published } = pilotReport(answered, pilotOf({ percent: 50 }), rules, monday + 9 * hour);
    expect(published.firstResponse).toBe(7_200);
  });
});

describe('the days told again', () => {
  const tickets = openedUnder(starterRules, 3);
  const told = tickets.map((ticket) => ({ ticket, mail: null }));

  test('under the rules they were decided by they come out as they went', () => {
    for (const ticket of tickets) {
      const again = replay({ ticket, mail: null }, { rules: starterRules }, monday + hour);
      expect([again.category, again.severity, again.regimes.at(-1)?.source]).toEqual([
        ticket.category,
        ticket.severity,
        ticket.regimes.at(-1)?.source,
      ]);
    }
    const run = dryRun(
      told,
      { published: { rules: starterRules }, edited: { rules: starterRules } },
      monday + 200 * hour,
    );
    expect([run.looked, run.differing.length]).toEqual([3, 0]);
    expect(run.before).toEqual(run.after);
  });

  test('half the time means more breaches, and an answer that came is an answer again', () => {
    const edited: Rules = {
      ...starterRules,
      matrix: starterRules.matrix.map((row) => ({
        ...row,
        targets: { ...row.targets, firstResponse: { unit: 'seconds', amount: 60 } },
      })),
    };
    const answered = tickets.map((ticket) => ({
      mail: null,
      ticket: {
        ...ticket,
        messages: [
          ...ticket.messages,
          {
            key: 'a',
            print: '',
            gmailId: '',
            threadId: '',
            at: ticket.opened + hour / 4,
            by: 'agent' as const,
            counts: true,
          },
        ],
      },
    }));
    const run = dryRun(
      answered,
      { published: { rules: starterRules }, edited: { rules: edited } },
      monday + hour,
    );
    expect(run.differing).toHaveLength(3);
    expect([run.before.breaches, run.after.breaches]).toEqual([0, 3]);
  });

  test('with its mail a ticket is understood anew', () => {
    const [ticket] = tickets;
    const other = mail({
      at: monday,
      subject: 'Parcel',
      words: 'My parcel was never delivered.',
      text: 'My parcel was never delivered.',
    });
    const again = replay({ ticket: ticket as Ticket, mail: other }, { rules: starterRules }, monday + hour);
    expect(again.category).toBe('Shipping and delivery');
  });

  test('what no time was left for is counted by nobody', () => {
    const run = dryRun(
      told,
      { published: { rules: starterRules }, edited: { rules: higher } },
      monday,
      () => true,
    );
    expect([run.looked, run.differing.length]).toEqual([0, 0]);
  });
});

test('a mail on trial is told from its category to what leaves the house, each with why', () => {
  const letter = mail({
    at: monday,
    subject: 'Invoice',
    words: 'The invoice charged me twice.',
    text: 'The invoice charged me twice.',
  });
  const rows = tryMail({ rules: starterRules, tickets: [], memory: noMemory }, letter, monday);
  const told = new Map(rows.map(([what, is, why]) => [what, { is, why }]));
  expect(told.get('The mail')?.is).toBe('opened');
  expect(told.get('Category')?.is).toContain('Billing');
  expect(told.get('Category')?.why).toContain("'Invoice' in the subject");
  expect(told.get('Matrix row')?.is).toMatch(/^Matrix row \d+$/);
  expect(told.get('Owner')?.why).not.toBe('');
  expect(told.get('Due: first response')?.why).toContain('working');
  expect(told.has('Notice (assigned)')).toBe(true);
});
