// Load: hours of a working day with 30 people at the door, counted call by call; the day and the month follow by sums.
import type { DoorRequest } from '../../src/door/request.ts';
import { type Office, openOffice } from '../../src/local/office.ts';
import { createChance } from '../../src/local/world/random.ts';
import { bundle, post, support, tickets, withSettings } from '../journeys/desk-journey.ts';
import { minute } from './busy-day.ts';
import { at, knock, nonceOf, secret } from './person.ts';

export interface LoadOptions {
  readonly mailsPerMonth: number;
  /** Minutes of the working day that are run; the rest is reckoned. */
  readonly minutes: number;
}

export interface LoadReport extends LoadOptions {
  readonly mails: number;
  readonly clicks: number;
  readonly questions: number;
  readonly ticks: number;
  /** Seconds, by the world's table of latencies. */
  readonly longestTick: number;
  /** Mails not yet taken in when the run ended. */
  readonly backlog: number;
  /** The most Gmail units within a minute, of 6,000. */
  readonly unitsAMinute: number;
  /** Reckoned for the whole day, used by limit. */
  readonly day: Readonly<Record<string, number>>;
  /** Reckoned: months until ten million cells, if nothing is ever removed. */
  readonly monthsUntilFull: number;
}

const workingDays = 21;
const workingMinutes = 600;
const agents = 30;

async function openBigDesk(): Promise<Office> {
  const rules = withSettings({ Acknowledge: 'draft' });
  const [header = [], first = [], ...others] = rules.People ?? [];
  const more = Array.from({ length: agents - others.length - 1 }, (_, index) =>
    first.map((cell, column) =>
      column === 0 ? `Agent ${index}` : column === 1 ? at(`agent${index}`) : column === 6 ? 5_000 : cell,
    ),
  );
  const people = [header, first, ...others, ...more].map((row, index) =>
    index === 0 ? row : row.map((cell, column) => (column === 6 && cell !== '' ? 5_000 : cell)),
  );
  const office = openOffice({
    start: '2026-03-24T07:00:00Z',
    rules: { ...rules, People: people },
    support,
    built: await bundle(),
  });
  office.desk.properties.DOOR_SECRET = secret;
  office.desk.run('tick');
  return office;
}

const subjects = [
  ['My lamp is broken', 'It does not work any more.'],
  ['I was charged twice', 'My invoice is wrong.'],
  ['Where is my parcel', 'My parcel is late.'],
  ['Cannot log in', 'The app shows an error.'],
] as const;

export async function load({ mailsPerMonth, minutes }: LoadOptions): Promise<LoadReport> {
  const office = await openBigDesk();
  const { world } = office;
  const { next } = createChance(mailsPerMonth);
  const perMinute = mailsPerMonth / workingDays / workingMinutes;
  const began = world.quota(support);
  const cellsBefore = cellsOf(office);
  const units: number[] = [];
  let [mails, clicks, questions, owed, longest] = [0, 0, 0, 0, 0];
  const executions = office.desk.executions.length;
  for (let at = 0; at < minutes; at++) {
    for (owed += perMinute; owed >= 1; owed--) {
      const [subject, body] = subjects[Math.floor(next() * subjects.length)] ?? subjects[0];
      mails += 1;
      post(office, {
        subject: `${subject} ${mails}`,
        body,
        id: `m${mails}@example.com`,
        from: `c${mails}@example.com`,
      });
    }
    const before = world.quota(support).gmailUnits.used;
    world.advance(minute, {
      onExecution: ({ startedAt, endedAt }) => {
        longest = Math.max(longest, (endedAt - startedAt) / 1_000);
      },
    });
    units.push(world.quota(support).gmailUnits.used - before);
    for (; questions < 2 * mails; questions += 2) {
      clicks += handle(office, mails, next);
    }
  }
  const used = world.quota(support);
  const share = mails === 0 ? 0 : mailsPerMonth / workingDays / mails;
  const idle = (1_440 - minutes * share) / 1_440;
  const day = Object.fromEntries(
    (Object.keys(used) as (keyof typeof used)[]).map((name) => [
      name,
      ((used[name].used - began[name].used) * share + Math.max(0, idle) * idleDay(name)) / used[name].limit,
    ]),
  );
  const cells = ((cellsOf(office) - cellsBefore) / Math.max(1, mails)) * mailsPerMonth;
  return {
    mailsPerMonth,
    minutes,
    mails,
    clicks,
    questions,
    ticks: office.desk.executions.slice(executions).filter(({ function: name }) => name === 'tick').length,
    longestTick: Math.round(longest * 10) / 10,
    backlog: mails - office.rows('Mails').filter(({ Outcome }) => Outcome !== 'own').length,
    unitsAMinute: Math.max(0, ...units),
    day,
    monthsUntilFull: Math.round((10_000_000 / cells) * 10) / 10,
  };
}

/** What 1,440 ticks without work use: 3 requests and 0.8 seconds each. */
const idleDay = (name: string): number =>
  name === 'urlfetch' ? 4_320 : name === 'triggerSeconds' ? 1_152 : name === 'properties' ? 1_440 : 0;

/** One of the oldest open tickets: its owner opens it twice and resolves it, or somebody takes it; returns the actions made. */
function handle(office: Office, serial: number, chance: () => number): number {
  const oldest = tickets(office)
    .filter(({ status }) => status !== 'resolved')
    .slice(0, agents);
  const ticket = oldest[Math.floor(chance() * oldest.length)];
  if (!ticket) return 0;
  const who = ticket.owner ?? at(`agent${Math.floor(chance() * 20)}`);
  const look: DoorRequest = { ask: 'ticket', id: ticket.id, mails: [], archiveRow: null };
  for (const nth of [1, 2])
    knock(office, who, look, nonceOf('look', serial, ticket.id, nth, office.world.now()));
  const request =
    ticket.owner === who
      ? ({ do: 'resolve', rootCause: null, solution: null } as const)
      : ({ do: 'take' } as const);
  const asked = {
    ask: 'act',
    ticket: ticket.id,
    version: ticket.version,
    archiveRow: null,
    request,
  } as const;
  knock(office, who, asked, nonceOf('act', serial, ticket.id, office.world.now()));
  return 1;
}

const cellsOf = ({ world, workbook }: Office): number =>
  world.sheets.tabs(workbook).reduce((sum, tab) => {
    const rows = world.sheets.values(workbook, tab);
    return sum + rows.length * (rows[0]?.length ?? 0);
  }, 0);
