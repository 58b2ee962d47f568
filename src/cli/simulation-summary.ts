// A simulation as a page that a support lead reads: what came in, who had it, what was late, what it would cost.
import type { Outcome } from '../complaints/plan.ts';
import { outcomes } from '../complaints/plan.ts';
import type { SimulatedNotice, SimulatedProblem, Simulation } from '../local/simulation.ts';
import { clockWords, counted, countedInOrder, events, who } from './figures.ts';
import {
  bars,
  duration,
  inALine,
  moment,
  noColour,
  number,
  type Style,
  short,
  table,
  width,
} from './layout.ts';
import { escalationLines } from './summary-escalations.ts';
import { breachLines, firstResponseLines } from './summary-late.ts';
import { peopleLines, ticketLines } from './summary-tickets.ts';

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

const mostProblems = 10;
const mostQuotas = 4;

/** At most 96 columns, in plain text; `style` adds colours for a terminal. What makes the figures doubtful comes first. */
export function summary(simulation: Simulation, style: Style = noColour): string {
  const doubts = simulation.problems.filter(isDoubt);
  const others = simulation.problems.filter((problem) => !isDoubt(problem));
  const sections = [
    head(simulation),
    ...(doubts.length > 0 ? [section('Read this first', problems(doubts).map(style.alarm))] : []),
    section('Mails', mails(simulation)),
    section('Tickets', ticketLines(simulation)),
    section('People', peopleLines(simulation)),
    section('First response', firstResponseLines(simulation)),
    section('Warnings', warnings(simulation)),
    section('Breaches', breachLines(simulation, style)),
    section('Escalations', escalationLines(simulation)),
    section('Notices', notices(simulation)),
    section("Google's services", services(simulation)),
    section('Problems', problems(others)),
  ];
  return `${sections.map(([title, ...lines]) => [style.heading(title ?? ''), ...lines].join('\n')).join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]): string[] => [title, ...lines];

function head({ mails, tickets, period }: Simulation): string[] {
  const { from, until, timeZone, tickMinutes, support } = period;
  const minutes = tickMinutes === 1 ? 'minute' : `${tickMinutes} minutes`;
  return [
    `Tierline simulated ${support}: ${number(mails.length, 'mail')}, ${number(tickets.length, 'ticket')}`,
    `${moment(from, timeZone)} to ${moment(until, timeZone)} (${timeZone}), looking every ${minutes}`,
    ...(period.supportFrom === 'mails'
      ? [`The support mailbox was inferred from the mails; --support ADDRESS names another.`]
      : []),
    ...(period.clicks
      ? ['People click as they usually do: they resolve after a thank-you, and put spam aside.']
      : []),
  ];
}

function mails({ mails }: Simulation): string[] {
  const outside = mails.filter(({ outcome }) => outcome !== 'agent' && outcome !== 'own');
  const silent = outside.filter(({ mayAnswer }) => !mayAnswer).length;
  const names = mails.map(({ outcome }) => outcomeWords[outcome]);
  const order = outcomes.map((outcome) => outcomeWords[outcome]);
  return [
    ...bars(countedInOrder(names, order)),
    `  ${silent} of the ${outside.length} from outside no machine may ever answer.`,
  ];
}

function warnings(simulation: Simulation): string[] {
  const warned = events(simulation, 'warned').map(({ event }) => words(String(event.clock)));
  return warned.length === 0 ? ['  None.'] : [`  ${inALine(counted(warned))}`];
}

const words = (clock: string): string =>
  (clockWords as Readonly<Record<string, string>>)[clock] ??
  { tierTime: 'time at a tier', ownerSilent: 'owner silent' }[clock] ??
  clock;

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
    .slice(0, mostQuotas)
    .map(([name, { used, limit, share, day }]) => [
      name,
      (share * 100).toFixed(1),
      Math.round(used).toLocaleString('en-US'),
      limit.toLocaleString('en-US'),
      day,
    ]);
  return [
    `  ${calls.total.toLocaleString('en-US')} calls in ${calls.ticks.toLocaleString('en-US')} ticks, about ${duration(calls.seconds)} of Google's time in all`,
    `  most often ${short(top.map(([name, times]) => `${name} ${times.toLocaleString('en-US')}`).join(', '), 80)}`,
    ' quota, on the day that used most',
    ...table(['', '>% of a day', '>used', '>limit', 'day'], shares),
  ];
}

/** The whole team is unknown: no figure can be right. */
const isDoubt = ({ where }: SimulatedProblem): boolean => where === 'People';

function problems(problems: readonly SimulatedProblem[]): string[] {
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
