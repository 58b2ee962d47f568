// Publishing rules, going back to earlier ones, and piloting: each writes the rules for the next tick to take.

import { type Pilot, pilotRules } from '../complaints/pilot.ts';
import { type Arm, pilotReport } from '../complaints/pilot-report.ts';
import { hashOf } from '../complaints/reading/hash.ts';
import type { Problem, Rules } from '../complaints/rules.ts';
import { counted, durationText } from '../complaints/wording.ts';
import { changes } from '../rules/changes.ts';
import { cut } from '../rules/desk/desk-state.ts';
import { append, overwrite, type SheetRequest } from '../rules/desk/sheet-requests.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { timestamp } from '../rules/desk/timestamp.ts';
import { mostParts, newVersion, partsOf, type Version, type VersionState } from '../rules/desk/versions.ts';
import { problemText } from '../rules/problem.ts';
import { archivedLately } from './archive.ts';
import { type Desk, first } from './commands.ts';
import type { Answered } from './control.ts';
import { padded } from './decided.ts';
import { noteRules } from './memo.ts';
import { unpublished } from './rules-source.ts';
import { waitingRules } from './workbook.ts';

const { versions: tab, pilot: pilotTab } = deskTabs;

export function publish(desk: Desk): Answered {
  const { rules, edited, options } = desk;
  const problems = errorsOf(desk);
  if (rules.pilot)
    return {
      answer: `A pilot of version ${rules.pilot.version} is running: end it first, with publish or discard in Options.`,
    };
  if (problems.length > 0 && !/\b(force|anyway)\b/i.test(options))
    return {
      answer: [
        `Not published: ${counted(problems.length, 'problem')}, and what cannot be read would be lost. Mend the cells, or write force into Options.`,
        ...first(problems.map(problemText), 6),
      ].join('\n'),
    };
  const what = changes(rules, edited);
  if (what.length === 0 && rules.number)
    return { answer: `Nothing to publish: the tabs say what version ${rules.number} says.` };
  const number = nextNumber(desk);
  return {
    answer: [
      `Version ${number} is published and holds from the next tick on.`,
      ...(edited.settings.rulesTakeEffect === 'at once'
        ? ['Settings, Rules take effect: edits after this one hold at once, unpublished.']
        : []),
      ...first(what),
    ].join('\n'),
    requests: [
      ...noLongerPublished(desk),
      ...added(desk, number, 'published', what, edited),
      ...taken(desk, { ...edited, number }),
    ],
  };
}

/** Rows that do not fit together are a warning, and no reason to wait. */
const errorsOf = ({ problems }: Desk): readonly Problem[] => problems.filter(({ level }) => !level);

/** The tabs stay as they are: an edit that is not finished is nobody's to throw away. */
export function rollBack(desk: Desk): Answered {
  const { rules, edited, versions, options } = desk;
  const wanted = Number(/\d+/.exec(options)?.[0] ?? 0);
  const earlier = versions.filter(({ state }) => state === 'earlier');
  const back = wanted ? versions.find(({ number }) => number === wanted) : earlier.at(-1);
  if (!back)
    return {
      answer: wanted ? `There is no version ${wanted}: see Versions.` : 'There is no earlier version.',
    };
  if (!back.rules)
    return {
      answer: `The rules of version ${back.number} are not kept: they were too long, or the cells are damaged.`,
    };
  if (back.number === rules.number && !rules.pilot)
    return { answer: `Version ${back.number} is in force already.` };
  const number = nextNumber(desk);
  const { paused } = rules.settings;
  const restored: Rules = {
    ...back.rules,
    number,
    settings: { ...back.rules.settings, paused, rulesTakeEffect: 'when published' },
  };
  const left = unpublished(restored, edited).length;
  return {
    answer: [
      `The rules of version ${back.number} hold again from the next tick on, as version ${number}.`,
      left === 0
        ? 'The tabs say the same.'
        : `The tabs stay as they are and say something else in ${counted(left, 'place')}: Publish would bring that back.`,
      ...(rules.pilot ? ['The pilot ended.'] : []),
    ].join('\n'),
    requests: [
      ...noLongerPublished(desk),
      ...(rules.pilot ? marked(desk, rules.pilot.version, 'discarded') : []),
      ...added(
        desk,
        number,
        'published',
        [`The rules of version ${back.number} again`, ...changes(rules, restored)],
        restored,
      ),
      ...taken(desk, restored),
    ],
  };
}

export function startPilot(desk: Desk): Answered {
  const { rules, edited, options, now } = desk;
  const problems = errorsOf(desk);
  if (rules.pilot) return { answer: `A pilot of version ${rules.pilot.version} is running: end it first.` };
  if (rules.settings.rulesTakeEffect === 'at once')
    return {
      answer:
        "No pilot: edits hold at once for all tickets. Write 'when published' for Rules take effect in Settings, wait two minutes, then edit.",
    };
  const of = shareIn(options, rules);
  if (!of)
    return {
      answer: 'Write into Options which new tickets get the edited rules: 20% or the name of a category.',
    };
  if (problems.length > 0)
    return {
      answer: `No pilot: ${counted(problems.length, 'problem')}. ${problems.slice(0, 3).map(problemText).join(' ')}`,
    };
  const what = unpublished(rules, edited);
  if (what.length === 0) return { answer: 'No pilot: the tabs say what is in force.' };
  const version = nextNumber(desk);
  const { paused, tickMinutes } = rules.settings;
  const tried: Rules = { ...edited, settings: { ...edited.settings, paused, tickMinutes } };
  const pilot: Pilot = { version, since: now, of, parts: partsOf(rules, tried) };
  return {
    answer: [`Version ${version} is piloted ${ofText(of)} from the next tick on.`, ...first(what)].join('\n'),
    requests: [
      ...added(desk, version, 'pilot', [`Pilot ${ofText(of)}`, ...what], tried),
      ...taken(desk, withPilot(rules, pilot)),
    ],
  };
}

const withPilot = (rules: Rules, pilot: Pilot): Rules => ({
  ...rules,
  version: hashOf(rules.version, JSON.stringify(pilot)),
  pilot,
});

function shareIn(options: string, { categories }: Rules): Pilot['of'] | null {
  const percent = Number(
    /^(\d{1,2}(?:[.,]\d+)?|100(?:[.,]0+)?)\s*%?$/.exec(options)?.[1]?.replace(',', '.') ?? 0,
  );
  if (percent > 0) return { percent };
  const named = categories.find(
    ({ name }) => name.toLowerCase() === options.replace(/^category:?\s+/i, '').toLowerCase(),
  );
  return named ? { category: named.name } : null;
}

const ofText = (of: Pilot['of']): string =>
  'percent' in of ? `for ${of.percent} % of new tickets` : `for new tickets of ${of.category}`;

export function comparePilot({ rules, book, memo, now }: Desk): Answered {
  const { pilot } = rules;
  if (!pilot) return { answer: 'No pilot is running.' };
  const live = book.tickets.map(({ ticket }) => ticket);
  const there = new Set(live.map(({ id }) => id));
  const archived = archivedLately(memo.workbook).filter(({ id }) => !there.has(id));
  const { pilot: tried, published } = pilotReport([...live, ...archived], pilot, rules, now);
  const rows = [
    [
      `Version ${pilot.version}, ${ofText(pilot.of)}`,
      `since ${timestamp(pilot.since, rules.settings.timeZone)}`,
      `Version ${rules.number ?? ''}`,
    ],
    ...armRows.map(([what, of]) => [what, of(tried), of(published)]),
  ];
  const few = tried.tickets < 30 ? ' That is too few to go by.' : '';
  return {
    answer: `${counted(tried.tickets, 'ticket')} in the pilot, ${published.tickets} beside it: see the tab ${pilotTab.name}.${few}`,
    requests: [overwrite(pilotTab.sheetId, { row: 1, column: 0 }, padded(rows, 12, 3))],
  };
}

const share = (part: number, { tickets }: Arm): string =>
  tickets === 0 ? String(part) : `${part} (${Math.round((100 * part) / tickets)} %)`;

const armRows: readonly (readonly [string, (arm: Arm) => string])[] = [
  ['Tickets', ({ tickets }) => String(tickets)],
  ['Tickets with a breach', (arm) => share(arm.breached, arm)],
  ['Breaches', ({ breaches }) => String(breaches)],
  ['Tickets escalated', (arm) => share(arm.escalated, arm)],
  ['Escalations', ({ escalations }) => String(escalations)],
  [
    'First response, median working time',
    ({ firstResponse }) => (firstResponse === null ? 'none yet' : durationText(firstResponse)),
  ],
];

export function endPilot(desk: Desk): Answered {
  const { rules, options } = desk;
  const { pilot, ...published } = rules;
  if (!pilot) return { answer: 'No pilot is running.' };
  const { version } = pilot;
  if (/^publish\b/i.test(options)) {
    const after: Rules = { ...pilotRules(rules, pilot), number: version };
    return {
      answer: `Version ${version} is published and holds for all tickets from the next tick on.`,
      requests: [...noLongerPublished(desk), ...marked(desk, version, 'published'), ...taken(desk, after)],
    };
  }
  if (!/^discard\b/i.test(options)) return { answer: 'Write publish or discard into Options.' };
  return {
    answer: `The pilot of version ${version} ended; its tickets go on by the published rules. The tabs still hold its edits.`,
    requests: [
      ...marked(desk, version, 'discarded'),
      ...taken(desk, { ...published, version: hashOf(published.version, 'no pilot', String(version)) }),
    ],
  };
}

const nextNumber = ({ versions, rules }: Pick<Desk, 'versions' | 'rules'>): number =>
  Math.max(0, rules.number ?? 0, ...versions.map(({ number }) => number)) + 1;

function added(
  desk: Desk,
  number: number,
  state: VersionState,
  what: readonly string[],
  rules: Rules,
): readonly SheetRequest[] {
  return append(tab.sheetId, [newVersion({ number, state, by: desk.by, now: desk.now, what }, rules)]);
}

/** So many versions keep their rules; of older ones only what changed is left to read. */
const mostKept = 40;

function noLongerPublished({ versions }: Desk): readonly SheetRequest[] {
  const old = versions.slice(-mostKept - 5, -mostKept);
  return [
    ...versions.filter(({ state }) => state === 'published').map((one) => stateCell(one, 'earlier')),
    ...old.map(({ row }) =>
      overwrite(tab.sheetId, { row, column: tab.header.indexOf('rules') }, padded([], 1, mostParts)),
    ),
  ];
}

const marked = ({ versions }: Desk, number: number, state: VersionState): readonly SheetRequest[] =>
  versions.filter((one) => one.number === number).map((one) => stateCell(one, state));

const stateCell = ({ row }: Version, state: VersionState): SheetRequest =>
  overwrite(tab.sheetId, { row, column: tab.header.indexOf('State') }, [[state]]);

/** The edit is noted before the write: a tick that comes at once waits for the lock. */
function taken({ book }: Desk, rules: Rules): readonly SheetRequest[] {
  noteRules();
  return [waitingRules(cut(rules), book.rows.next)];
}
