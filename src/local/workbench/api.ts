// Everything the page can ask of the workbench, by name: questions by GET, changes by POST.
import * as z from 'zod/mini';
import type { Bench } from './bench.ts';
import { chartView } from './chart.ts';
import { deskView } from './desk-view.ts';
import { draftView, throwAway } from './drafts.ts';
import { fromXlsx, toXlsx } from './excel.ts';
import { replaceTabs, takeRowAway, typeIn } from './hand-edits.ts';
import { hoodView } from './hood.ts';
import type { Answered, Asked } from './hosting.ts';
import { dropIn, sendAs, writeIn } from './letters.ts';
import { macrosFor } from './macros.ts';
import { mailboxView } from './mailboxes.ts';
import { choose, menuView } from './menu.ts';
import { clearAll, isMishap, plant } from './mishaps.ts';
import { reportView } from './reports.ts';
import { workbookNow } from './rules-now.ts';
import type { Session } from './session.ts';
import { openSidebar, press } from './sidebar-host.ts';
import { settingChoices, tabSummaries, tabView } from './tabs.ts';
import { attachmentOf, outsideView, threadView, whereIs } from './threads.ts';
import { folders } from './views.ts';

export interface Around {
  readonly session: Session;
  readonly smtpPort: () => number | null;
  readonly startOver: () => Promise<void>;
}

type Question = (bench: Bench, query: URLSearchParams, around: Around) => unknown;

const asked = (query: URLSearchParams, name: string): string => query.get(name) ?? '';

const questions: Readonly<Record<string, Question>> = {
  desk: (bench, _, { session, smtpPort }) =>
    deskView(bench, { passing: session.passing(), smtp: smtpPort() }),
  mailbox: (bench, query) =>
    mailboxView(bench, {
      box: boxOf(bench, query),
      folder: folders.find((one) => one === query.get('folder')) ?? 'inbox',
      label: query.get('label') || null,
      words: asked(query, 'words'),
    }),
  thread: (bench, query) => threadView(bench, boxOf(bench, query), asked(query, 'thread')),
  where: (bench, query) => ({
    thread: whereIs(bench, boxOf(bench, query), {
      ticket: query.get('ticket'),
      message: query.get('message'),
    }),
  }),
  draft: (bench, query) => draftView(bench, boxOf(bench, query), asked(query, 'id')),
  outside: (bench, query) => outsideView(bench, asked(query, 'address')),
  macros: (bench, query) => macrosFor(bench, query.get('ticket') || null),
  tabs: (bench) => tabSummaries(bench),
  tab: (bench, query) => ({ ...tabView(bench, asked(query, 'tab')), settings: settingChoices(bench) }),
  menu: (bench) => menuView(bench),
  reports: (bench) => reportView(bench),
  chart: (bench) => chartView(bench),
  hood: (bench) => hoodView(bench),
};

function boxOf(bench: Bench, query: URLSearchParams): string {
  const box = asked(query, 'box');
  if (!bench.accounts.has(box)) throw new Error(`There is no mailbox ${box}.`);
  return box;
}

const text = z.string().check(z.maxLength(200_000));
const short = z.string().check(z.maxLength(2_000));
const addresses = z.array(short).check(z.maxLength(50));
const strings = z.record(z.string(), text);
const opened = {
  person: short,
  mail: z.nullable(short),
  platform: z.enum(['WEB', 'ANDROID']),
  locale: z.nullable(short),
};
const letter = {
  from: short,
  to: addresses,
  cc: addresses,
  subject: short,
  text,
  inReplyTo: z.nullable(short),
  references: z.array(short),
};

interface Change<T> {
  readonly takes: z.ZodMiniType<T>;
  readonly does: (around: Around, given: T) => unknown;
}

const change = <T>(takes: z.ZodMiniType<T>, does: (bench: Bench, given: T) => unknown): Change<T> => ({
  takes,
  does: ({ session }, given) => session.change((bench) => does(bench, given)),
});

const changes = {
  open: change(z.object(opened), openSidebar),
  press: change(
    z.object({
      ...opened,
      function: short,
      parameters: strings,
      inputs: z.record(z.string(), z.array(text)),
      dates: z.array(short),
    }),
    press,
  ),
  send: change(
    z.object({ ...letter, thread: z.nullable(short), draft: z.nullable(short) }),
    async (bench, given) => {
      await sendAs(bench, given.from, given);
      if (given.draft) throwAway(bench, given.from, given.draft);
    },
  ),
  write: change(z.object(letter), writeIn),
  mark: change(
    z.object({ box: short, mails: z.array(short), add: z.array(short), remove: z.array(short) }),
    (bench, { box, mails, add, remove }) => bench.office.world.gmail.mailbox(box).modify(mails, add, remove),
  ),
  cell: change(z.object({ tab: short, row: z.int(), column: z.int(), value: text }), typeIn),
  choose: change(z.object({ item: short, answer: z.nullable(short) }), choose),
  'row away': change(z.object({ tab: short, row: z.int() }), takeRowAway),
  mishap: change(z.object({ name: short }), (bench, { name }) => {
    if (!isMishap(name)) throw new Error('There is no such fault.');
    plant(bench, name);
  }),
  'no mishaps': change(z.object({}), clearAll),
  tick: change(z.object({}), (bench) =>
    bench.calls.during('the desk ticked', null, () => void bench.office.desk.attempt('tick')),
  ),
  speed: {
    takes: z.object({ speed: z.number().check(z.gte(0), z.lte(60)) }),
    does: ({ session }, { speed }) => session.setSpeed(speed),
  } satisfies Change<{ speed: number }>,
  'pass to': {
    takes: z.object({ until: z.int() }),
    does: ({ session }, { until }) => void session.passTo(within(session, until)).catch(() => {}),
  } satisfies Change<{ until: number }>,
  'next deadline': {
    takes: z.object({}),
    does: ({ session }) => void session.passToNextDeadline().catch(() => {}),
  } satisfies Change<object>,
  halt: { takes: z.object({}), does: ({ session }) => session.halt() } satisfies Change<object>,
  'start over': { takes: z.object({}), does: ({ startOver }) => void startOver() } satisfies Change<object>,
} as const;

const farthest = 400 * 86_400_000;

/** Time goes forward, and not beyond a year. */
function within(session: Session, until: number): number {
  const now = session.bench()?.office.world.now() ?? 0;
  if (until <= now) throw new Error('Time goes forward only. To go back, start over.');
  if (until - now > farthest) throw new Error('That is more than a year away.');
  return until;
}

export async function answer(
  around: Around,
  { path, query, body, name }: Asked,
  method: 'GET' | 'POST',
): Promise<Answered | null> {
  const what = decodeURIComponent(path.slice('/api/'.length));
  const bench = around.session.bench();
  if (!bench) return json({ telling: around.session.passing() });
  if (method === 'GET') return (await file(bench, what, query)) ?? questioned(around, bench, { what, query });
  if (what === 'drop')
    return json({ mails: await around.session.change((one) => dropIn(one, name ?? '', body)) });
  if (what === 'workbook.xlsx') {
    const workbook = await fromXlsx(body);
    return json({ tabs: await around.session.change((one) => replaceTabs(one, workbook)) });
  }
  const found: Change<never> | undefined = Object.hasOwn(changes, what)
    ? (changes[what as keyof typeof changes] as unknown as Change<never>)
    : undefined;
  if (!found) return null;
  const given = found.takes.safeParse(parsed(body));
  if (!given.success) return { status: 400, type: 'text/plain', body: 'That is not how this is asked.' };
  return json((await found.does(around, given.data)) ?? {});
}

async function questioned(
  around: Around,
  bench: Bench,
  { what, query }: { what: string; query: URLSearchParams },
): Promise<Answered | null> {
  const question = Object.hasOwn(questions, what) ? questions[what] : undefined;
  return question ? json(await question(bench, query, around)) : null;
}

async function file(bench: Bench, what: string, query: URLSearchParams): Promise<Answered | null> {
  if (what === 'workbook.xlsx') {
    const body = await toXlsx(workbookNow(bench));
    return {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body,
      download: 'Tierline.xlsx',
    };
  }
  if (what !== 'attachment') return null;
  const found = await attachmentOf(bench, boxOf(bench, query), {
    mail: asked(query, 'mail'),
    index: Number(query.get('index')),
  });
  return found && { type: 'application/octet-stream', body: found.content, download: found.name };
}

const json = (value: unknown): Answered => ({ type: 'application/json', body: JSON.stringify(value) });

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
