// A simulation as a page that a support lead reads: what came in, who had it, what was late, what it would cost.
import type { Outcome } from '../complaints/plan.ts';
import { outcomes } from '../complaints/plan.ts';
import { severities } from '../complaints/rules.ts';
import { statuses } from '../complaints/ticket.ts';
import type { SimulatedNotice, Simulation } from '../local/simulation.ts';
import {
  answersTooLate,
  type BrokenPromise,
  brokenPromises,
  clockWords,
  counted,
  countedInOrder,
  events,
  firstOwner,
  firstResponses,
  stepOf,
  who,
} from './figures.ts';
import { bars, duration, moment, noColour, type Style, short, table, width } from './layout.ts';

const outcomeWords: Readonly<Record<Outcome, string>> = {
  opened: 'opened a ticket',
  joined: 'joined a ticket',
  thanks: 'said thanks and nothing else',
  agent: 'written by our people',
  automatic: 'automatic replies and notifications',
  bounce: 'could not be delivered (bounce)',
  list: 'newsletters and mailing lists',
  own: "the desk's own",
  duplicate: 'came a second time',
  parked: 'could not be read, parked for a person',
};

const mostBreaches = 15;
const mostProblems = 10;

const noClicks =
  '  An archive holds no clicks: customer update and resolution run on to the end (see --clicks).';

/** At most 96 columns, in plain text; `style` adds colours for a terminal. */
export function summary(simulation: Simulation, style: Style = noColour): string {
  const sections = [
    head(simulation),
    section('Mails', mails(simulation)),
    section('Tickets', tickets(simulation)),
    section('Owners', owners(simulation)),
    section('First response', answered(simulation)),
    section('Warnings', warnings(simulation)),
    section('Breaches', breaches(simulation, style)),
    section('Escalations', escalations(simulation)),
    section('Notices', notices(simulation)),
    section("Google's services", services(simulation)),
    section('Problems', problems(simulation)),
  ];
  return `${sections.map(([title, ...lines]) => [style.heading(title ?? ''), ...lines].join('\n')).join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]): string[] => [title, ...lines];

function head({ mails, tickets, period }: Simulation): string[] {
  const { from, until, timeZone, tickMinutes, support } = period;
  const minutes = tickMinutes === 1 ? 'minute' : `${tickMinutes} minutes`;
  return [
    `Tierline simulated ${support}: ${mails.length} mails, ${tickets.length} tickets`,
    `${moment(from, timeZone)} to ${moment(until, timeZone)} (${timeZone}), looking every ${minutes}`,
  ];
}

function mails({ mails }: Simulation): string[] {
  const silent = mails.filter(({ mayAnswer }) => !mayAnswer).length;
  const names = mails.map(({ outcome }) => outcomeWords[outcome]);
  const order = outcomes.map((outcome) => outcomeWords[outcome]);
  return [...bars(countedInOrder(names, order)), `  ${silent} of them no machine may ever answer.`];
}

function tickets({ tickets, period }: Simulation): string[] {
  const tierName = (tier: number): string => `${tier} ${period.tiers[tier - 1] ?? ''}`.trim();
  const parts: [string, string[]][] = [
    ['by category', bars(counted(tickets.map(({ category }) => category)))],
    [
      'by severity',
      bars(
        countedInOrder(
          tickets.map(({ severity }) => severity),
          [...severities].reverse(),
        ),
      ),
    ],
    ['by customer tier', bars(counted(tickets.map(({ customerTier }) => customerTier)))],
    ['by tier reached', bars(counted(tickets.map(({ tier }) => tierName(tier))).sort())],
    [
      'by status',
      bars(
        countedInOrder(
          tickets.map(({ status }) => status),
          statuses,
        ),
      ),
    ],
  ];
  return parts.flatMap(([title, lines]) => [` ${title}`, ...lines]);
}

function owners(simulation: Simulation): string[] {
  const { tickets } = simulation;
  const broken = answersTooLate(simulation);
  const first = tickets.map((ticket) => who(firstOwner(ticket)));
  const last = tickets.map(({ owner }) => who(owner));
  const rows = counted([...first, ...last]).map(([name]) => [
    name,
    String(first.filter((one) => one === name).length),
    String(last.filter((one) => one === name).length),
    String(broken.filter(({ breach }) => who(breach.owner) === name).length),
  ]);
  return table(['owner', '>given first', '>in their hands at the end', '>late answers in their hands'], rows);
}

function answered(simulation: Simulation): string[] {
  const { answered, unanswered, median, ninety, late } = firstResponses(simulation);
  if (answered + unanswered === 0) return ['  No ticket has a first response target.'];
  const times =
    median === null || ninety === null
      ? ''
      : `: half within ${duration(median)}, nine of ten within ${duration(ninety)} of working time`;
  return [
    `  ${answered} tickets answered${times}.`,
    `  ${unanswered} never answered, ${late} later than promised.`,
  ];
}

function warnings(simulation: Simulation): string[] {
  const warned = events(simulation, 'warned').map(({ event }) => words(String(event.clock)));
  return warned.length === 0 ? ['  None.'] : bars(counted(warned));
}

const words = (clock: string): string =>
  (clockWords as Readonly<Record<string, string>>)[clock] ??
  { tierTime: 'time at a tier', ownerSilent: 'owner silent' }[clock] ??
  clock;

function breaches(simulation: Simulation, style: Style): string[] {
  const all = brokenPromises(simulation);
  if (all.length === 0) return ['  None: every promise was kept.'];
  const late = answersTooLate(simulation);
  const byClock = counted(all.map(({ breach }) => clockWords[breach.clock]));
  return [
    ...bars(byClock),
    ...(simulation.period.clicks ? [] : [noClicks]),
    ...(late.length > 0 ? longest(late, style) : []),
  ];
}

function longest(late: readonly BrokenPromise[], style: Style): string[] {
  const rows = late
    .slice(0, mostBreaches)
    .map(({ ticket, breach }) => [
      ticket.id,
      short(ticket.subject, 34),
      clockWords[breach.clock],
      duration(breach.overSeconds),
      who(breach.owner),
      breach.metAt === null ? 'never' : 'late',
    ]);
  const [first = '', ...lines] = table(['ticket', 'subject', 'clock', '>over by', 'owner', 'answer'], rows);
  const rest = late.length - rows.length;
  return [
    ' answers too late, the longest first, in working time',
    first,
    ...lines.map(style.alarm),
    ...(rest > 0 ? [`  and ${rest} more, in the JSON.`] : []),
  ];
}

function escalations(simulation: Simulation): string[] {
  const all = events(simulation, 'escalated');
  if (all.length === 0) return ['  None.'];
  const made = all.map(({ event }) => {
    const by = event.actor === 'desk' ? 'automatic' : 'by hand';
    const step = stepOf(event.reason);
    return `${String(event.way)}, ${by}: ${step ?? reasonWords(String(event.because))}`;
  });
  const tickets = new Set(all.map(({ ticket }) => ticket.id)).size;
  const share = Math.round((100 * tickets) / Math.max(1, simulation.tickets.length));
  return [...bars(counted(made)), `  ${tickets} tickets (${share} % of all) were escalated at least once.`];
}

const reasonWords = (because: string): string =>
  ({
    ladder: 'a step of the ladder was due',
    matrix: 'the matrix starts higher',
    phrase: 'a phrase asks for it',
  })[because] ?? because;

/** Mails to customers are told apart: `acknowledge (draft)`. */
const isForStaff = ({ kind }: SimulatedNotice): boolean => !kind.includes('(');

function notices({ notices }: Simulation): string[] {
  const staff = notices.filter(isForStaff);
  const customers = counted(notices.filter((one) => !isForStaff(one)).map(({ kind }) => kind));
  const kinds = [...new Set(staff.map(({ kind }) => kind))].sort();
  const rows = counted(staff.map(({ to }) => to)).map(([to, count]) => [
    who(to),
    String(count),
    ...kinds.map((kind) => String(staff.filter((one) => one.to === to && one.kind === kind).length)),
  ]);
  return [
    ...(staff.length > 0 ? table(['to', '>all', ...kinds.map((kind) => `>${kind}`)], rows) : ['  None.']),
    ...customers.map(([kind, count]) => `  To customers: ${count} x ${kind}.`),
  ];
}

function services({ calls, quota }: Simulation): string[] {
  const top = Object.entries(calls.byMethod).sort((a, b) => b[1] - a[1]);
  const shares = Object.entries(quota)
    .sort((a, b) => b[1].share - a[1].share)
    .map(([name, { used, limit, share, day }]) => [
      name,
      (share * 100).toFixed(1),
      Math.round(used).toLocaleString('en-US'),
      limit.toLocaleString('en-US'),
      day,
    ]);
  return [
    `  ${calls.total.toLocaleString('en-US')} calls in ${calls.ticks.toLocaleString('en-US')} ticks, about ${duration(calls.seconds)} of Google's time in all`,
    ...table(
      ['call', '>times'],
      top.slice(0, 8).map(([name, times]) => [name, times.toLocaleString('en-US')]),
    ),
    ` quota, on the day that used most`,
    ...table(['', '>% of a day', '>used', '>limit', 'day'], shares),
  ];
}

function problems({ problems }: Simulation): string[] {
  if (problems.length === 0) return ['  None.'];
  const lines = problems
    .slice(0, mostProblems)
    .flatMap(({ where, what, advice }) => wrapped(`${where}: ${what} ${advice}`));
  const rest = problems.length - mostProblems;
  return rest > 0 ? [...lines, `  and ${rest} more, in the JSON.`] : lines;
}

/** Broken at words, following lines set in. */
function wrapped(text: string): string[] {
  const lines = [' '];
  for (const word of short(text, 600).split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + 1 + word.length > width) lines.push(`    ${word}`);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
