// How soon a simulation's customers were answered, and which promises were broken.
import type { Simulation } from '../local/simulation.ts';
import {
  brokenPromises,
  clockWords,
  counted,
  firstResponses,
  type LateAnswer,
  lateAnswers,
  who,
} from './figures.ts';
import { bars, duration, number, type Style, short, table } from './layout.ts';

const mostLate = 12;

const noClicks =
  '  An archive holds no clicks: customer update and resolution run on to the end (see --clicks).';

export function firstResponseLines(simulation: Simulation): string[] {
  const { answered, unanswered, median, ninety, late } = firstResponses(simulation);
  if (answered + unanswered === 0) return ['  No ticket has a first response target.'];
  const spread =
    median === null || ninety === null
      ? ''
      : `: half within ${duration(median)}, nine of ten within ${duration(ninety)} of working time`;
  return [
    `  ${number(answered, 'ticket')} answered${spread}.`,
    `  ${unanswered} never answered, ${late} later than promised.`,
  ];
}

export function breachLines(simulation: Simulation, style: Style): string[] {
  const all = brokenPromises(simulation);
  if (all.length === 0) return ['  None: every promise was kept.'];
  const late = lateAnswers(simulation);
  return [
    ...bars(counted(all.map(({ breach }) => clockWords[breach.clock]))),
    ...(simulation.period.clicks ? [] : [noClicks]),
    ...(late.length > 0 ? longest(late, style) : []),
  ];
}

function longest(late: readonly LateAnswer[], style: Style): string[] {
  const rows = late
    .slice(0, mostLate)
    .map(({ ticket, answers, worst, owner, isMissing }) => [
      ticket.id,
      short(ticket.subject, 36),
      answers === 1 ? clockWords[worst.clock] : `${answers} answers`,
      duration(worst.overSeconds),
      who(owner),
      isMissing ? 'never' : 'late',
    ]);
  const [head = '', ...lines] = table(
    ['ticket', 'subject', 'what', '>over by', 'owner then', 'answer'],
    rows,
  );
  const rest = late.length - rows.length;
  return [
    ` ${number(late.length, 'ticket')} answered too late or never, the longest first, in the promise's hours`,
    head,
    ...lines.map(style.alarm),
    ...(rest > 0 ? [`  and ${rest} more, in the JSON.`] : []),
  ];
}
