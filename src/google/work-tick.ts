// A tick that has work: sees all of it, decides, writes once, and then lets the effects out.
import {
  begin,
  finish,
  lookAround,
  relabel,
  takeIn,
  tellOverload,
  touched,
  type Work,
  wakeOf,
} from '../complaints/desk.ts';
import { netLabels } from '../complaints/net-labels.ts';
import type { MailRecord, Outgoing, Plan } from '../complaints/plan.ts';
import { hashOf } from '../complaints/reading/hash.ts';
import type { Instant } from '../complaints/time.ts';
import { readCount, refusalRows } from '../door/refusal-count.ts';
import {
  type DeskState,
  kindOf,
  nothingKnown,
  stillWaiting,
  type Waiting,
} from '../rules/desk/desk-state.ts';
import { hardshipAfter, hardshipRows } from '../rules/desk/hardship.ts';
import type { KeptTicket } from '../rules/desk/ticket-row.ts';
import { forecastRows, forecasts, isConsumer, paceFor, patienceFor, withSpent } from '../rules/desk/usage.ts';
import type { Answer } from './answers.ts';
import { recallArchived } from './archive.ts';
import { correct } from './corrections.ts';
import { type CarriedOut, carryOut } from './effects.ts';
import { healthRows, nightRows, slowRows, troubleRows } from './health.ts';

import { type Intake, intake, mostDelays } from './intake.ts';
import { type Taught, taughtBy } from './learned.ts';
import { learningNow } from './learning-now.ts';
import { ready } from './leaving.ts';
import { memoryAgain } from './lost-state.ts';
import { type Marks, marksNow } from './marks.ts';
import { heartbeat, type Memo, remember } from './memo.ts';
import { currentRules, type RulesNow, tellProblems } from './rules-source.ts';
import { type SeenByTick, see } from './see.ts';
import { spentSoFar } from './spent.ts';
import { schedule } from './triggers.ts';
import { write } from './workbook.ts';

const minute = 60_000;
/** Rules are read again now and then even if no edit was noticed. */
const rulesAge = 60 * minute;
/** Apps Script ends an execution after six minutes: effects left undone wait for the next tick. */
const enough = 4 * minute;

export function work(memo: Memo, first: Answer | null, now: Instant): void {
  const isStale = memo.edited !== memo.rulesOf || now - memo.rulesAt > rulesAge;
  const seen = see(memo, first, isStale);
  const withRules = seen.book.ruleTabs !== null;
  const rules = currentRules(seen.book, withRules, now);
  const marks = marksNow(memo.workbook, seen.book, withRules ? rules.problems : null);
  if (rules.rules.settings.paused) {
    rest(memo, seen, rules, { withRules, marks }, now);
    return;
  }
  const took = intake(seen, rules.rules);
  const taught = taughtBy(seen.learned, { workbook: memo.workbook, rules: rules.rules });
  const going = decide(seen, rules, took, { memo, taught, now });
  const plan = finish(going);
  const state = {
    ...stateAfter(seen, rules, took, plan, memo, now),
    hardship: hardshipAfter(
      seen.book.state?.hardship ?? {},
      {
        wake: memo.wake,
        behind: memo.cursor !== '' && memo.cursor !== (seen.book.state?.cursor ?? memo.cursor),
        relisted: seen.happened.expired && seen.book.state !== null,
        held: memo.held.length > 0,
        trouble: memo.trouble,
      },
      now,
    ),
    usage: withSpent(
      seen.book.state?.usage ?? [],
      { ...memo.spent, seconds: memo.spent.seconds + (memo.trouble?.lost ?? 0) },
      now,
    ),
    ...learningNow(taught, seen.book, memo),
    marked: marks.marked,
  };
  const { settings } = rules.rules;
  const consumer = isConsumer(settings.supportAddresses[0]);
  const every = paceFor(state.usage, settings.tickMinutes, consumer, now);
  const tickets = rowsToWrite(seen, plan, going, rules.changed);
  const patience = patienceFor(state.usage, consumer);
  const leaving = ready(state.waiting, memo, { now, patience });
  const tried = attempt(state, leaving, now);
  write(
    memo.workbook,
    seen.book,
    {
      ...plan,
      tickets,
      lessons: taught?.found ?? [],
      state: tried,
      rules: rules.changed ? rules.rules : null,
      marks: marks.requests,
      health: [
        ...healthRows(tried, [...going.tickets.values()], rules.rules, now),
        ...hardshipRows(state.hardship, { now, zone: settings.timeZone }),
        ...slowRows(every, settings.tickMinutes),
        ...forecastRows(forecasts(state.usage, memo.cells, { every, consumer })),
        ...troubleRows(going.troubled),
        ...refusalRows(readCount(memo.refused), now),
        ...nightRows(memo.night.failed),
      ],
    },
    rules.rules,
    now,
  );
  const effects: CarriedOut =
    Date.now() - now < enough
      ? carryOut(leaving, memo, rules.rules.settings)
      : {
          ...memo,
          outcome: { ...nothingKnown, later: leaving.map(({ outgoing }) => outgoing.id), at: now },
          own: [],
        };
  if (every !== (memo.every || (seen.book.rules?.settings.tickMinutes ?? every)))
    schedule(memo.workbook, every);
  remember(memo, {
    ...memo,
    ...effects,
    cursor: state.cursor,
    trouble: null,
    rulesOf: withRules ? memo.edited : memo.rulesOf,
    rulesAt: withRules ? now : memo.rulesAt,
    every,
    spent: { ...spentSoFar(), seconds: (Date.now() - now) / 1_000 },
    wake: nextWake({ seen, tickets, state: tried, effects, now }),
  });
}

/** Tickets that changed, and those whose next instant changed although nothing happened to them. */
function rowsToWrite({ book }: SeenByTick, plan: Plan, going: Work, all: boolean): readonly KeptTicket[] {
  const changed = plan.tickets.map((ticket) => ({ ticket, wake: wakeOf(ticket, going) }));
  const ids = new Set(plan.tickets.map(({ id }) => id));
  const looked = book.tickets.filter(
    ({ ticket, wake }) => !ids.has(ticket.id) && (all || (wake !== null && wake <= going.now)),
  );
  const moved = looked
    .map((kept) => ({ kept, wake: wakeOf(kept.ticket, going) }))
    .filter(({ kept, wake }) => wake !== kept.wake)
    .map(({ kept, wake }) => ({ ticket: kept.ticket, wake }));
  return [...changed, ...moved];
}

/** Paused: mail and tickets stay as they are, the cursor too, so that nothing is missed afterwards. */
function rest(
  memo: Memo,
  seen: SeenByTick,
  rules: RulesNow,
  { withRules, marks }: { readonly withRules: boolean; readonly marks: Marks },
  now: Instant,
): void {
  const { book } = seen;
  if ((rules.changed || marks.requests.length > 0) && book.state)
    write(
      memo.workbook,
      book,
      {
        events: [],
        tickets: [],
        mails: [],
        outgoing: [],
        state: {
          ...book.state,
          problems: rules.problems,
          unpublished: rules.unpublished,
          rulesReadAt: now,
          marked: marks.marked,
        },
        rules: rules.rules,
        marks: marks.requests,
        health: [['Paused', 'yes', 'Settings, Paused: the desk does nothing until this says no']],
      },
      rules.rules,
      now,
    );
  remember(memo, {
    ...memo,
    ...(withRules ? { rulesOf: memo.edited, rulesAt: now } : {}),
    wake: now + heartbeat,
  });
}

interface Deciding {
  readonly memo: Memo;
  readonly taught: Taught | null;
  readonly now: Instant;
}

function decide(seen: SeenByTick, rules: RulesNow, took: Intake, { memo, taught, now }: Deciding): Work {
  const { book, happened: history } = seen;
  const archived = recallArchived(memo.workbook, book, took.mails);
  const tickets = [...book.tickets.map((kept) => kept.ticket), ...archived];
  const going = begin(
    {
      rules: rules.rules,
      tickets,
      memory: book.state?.memory ?? memoryAgain(memo.workbook),
      ...(taught ? { learned: taught.learned } : {}),
      ...(book.rules && rules.changed ? { rulesBefore: book.rules } : {}),
    },
    now,
  );
  const due = book.tickets.filter(({ wake }) => rules.changed || (wake !== null && wake <= now));
  takeIn(going, took);
  correct(going, history.moves, memo);
  // While mails are still unread, the answer that was in time may be among them: deadlines wait for the next tick.
  if (!isBehind(seen, took))
    lookAround(going, [...new Set([...touched(going), ...due.map(({ ticket }) => ticket.id)])]);
  tellOverload(going);
  relabel(going);
  tellProblems(going, rules);
  return going;
}

function stateAfter(
  seen: SeenByTick,
  rules: RulesNow,
  took: Intake,
  plan: Plan,
  memo: Memo,
  now: Instant,
): DeskState {
  const before = seen.book.state;
  const parked = plan.mails.filter(({ outcome }) => outcome === 'parked');
  const still = stillWaiting(before?.waiting ?? [], memo.outcome, now);
  return {
    cursor: seen.happened.cursor,
    memory: plan.memory,
    waiting: joined(still.waiting, plan.outgoing),
    unread: [...took.again, ...seen.left],
    rulesReadAt: rules.changed ? now : (before?.rulesReadAt ?? now),
    problems: rules.problems,
    unpublished: rules.unpublished,
    lastMailAt: Math.max(before?.lastMailAt ?? now, ...took.mails.map((mail) => mail.at)),
    parked: (before?.parked ?? 0) + parked.length,
    parkedKeys: [...(before?.parkedKeys ?? []), ...parked.flatMap(keyOf)].slice(-mostParkedKeys),
    givenUp: (before?.givenUp ?? 0) + still.givenUp,
  };
}

const mostParkedKeys = 50;

const keyOf = ({ messageId }: MailRecord): readonly string[] =>
  messageId === null ? [] : [hashOf(messageId.replace(/^\s*<|>\s*$/g, '').trim())];

/** Decided twice is sent once; label changes of one mail become their sum. */
function joined(still: readonly Waiting[], decided: readonly Outgoing[]): readonly Waiting[] {
  const known = new Map(still.map((one) => [one.outgoing.id, one]));
  const fresh = decided.filter(({ id }) => !known.has(id));
  return netLabels(
    still.map(({ outgoing }) => outgoing),
    fresh,
  ).map((outgoing) => known.get(outgoing.id) ?? { outgoing, tried: null, tries: 0 });
}

function attempt(state: DeskState, leaving: readonly Waiting[], now: Instant): DeskState {
  const set = new Set(leaving);
  const waiting = state.waiting.map((one) => (set.has(one) ? { ...one, tried: one.tried ?? now } : one));
  return { ...state, waiting };
}

/** A mail that Gmail keeps putting off must not hold all deadlines back for ever. */
const isBehind = (seen: SeenByTick, took: Intake): boolean =>
  seen.left.length > 0 || took.again.some(({ strikes, delays = 0 }) => strikes === 0 && delays <= mostDelays);

interface Ahead {
  readonly seen: SeenByTick;
  readonly tickets: readonly KeptTicket[];
  readonly state: DeskState;
  readonly effects: CarriedOut;
  readonly now: Instant;
}

/** When a tick must next look into the workbook even if no mail comes. */
function nextWake({ seen, tickets, state, effects, now }: Ahead): Instant {
  const changed = new Map(tickets.map(({ ticket, wake }) => [ticket.id, wake]));
  const kept = seen.book.tickets.filter(({ ticket }) => !changed.has(ticket.id)).map(({ wake }) => wake);
  const done = new Set(effects.outcome.done);
  const waiting = state.waiting
    .filter(({ outgoing }) => !done.has(outgoing.id))
    .map(({ outgoing }) => Math.max(outgoing.notBefore, kindOf(outgoing) === 'send' ? effects.resumeAt : 0));
  const unread = state.unread.length > 0 ? [now + 1] : [];
  const instants = [...kept, ...changed.values(), ...waiting, ...unread];
  return Math.min(now + heartbeat, ...instants.filter((at) => at !== null));
}
