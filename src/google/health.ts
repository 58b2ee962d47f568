// Health: what the desk says of itself, in the workbook.

import type { Rules } from '../complaints/rules.ts';
import { isLive, type Ticket } from '../complaints/ticket.ts';
import type { Instant } from '../complaints/time.ts';
import type { DeskState } from '../rules/desk/desk-state.ts';
import { timestamp } from '../rules/desk/timestamp.ts';
import { problemText } from '../rules/problem.ts';

export function healthRows(
  state: DeskState,
  tickets: readonly Ticket[],
  rules: Rules,
  now: Instant,
): readonly (readonly string[])[] {
  const live = tickets.filter(isLive);
  const unassigned = live.filter((ticket) => ticket.owner === null).length;
  const zone = rules.settings.timeZone;
  return [
    ['Last tick that had work', timestamp(now, zone), 'If this is over an hour old, run install again'],
    ['Open tickets', String(live.length), unassigned > 0 ? `${unassigned} have no owner` : ''],
    counted('Overdue tickets', live.filter((ticket) => ticket.breaches.length > 0).length),
    counted('Mails not read yet', state.unread.length, 'The next ticks read them'),
    counted('Parked mails', state.parked, 'See Mails, outcome parked: answer them by hand'),
    counted('Mails and labels waiting', state.waiting.length),
    counted('Given up', state.givenUp, 'Gmail refused these mails or labels three times'),
    ...mendedRows(state, now),
    ...learningRow(state, zone),
    [
      'Rules read',
      timestamp(state.rulesReadAt, zone),
      rules.number ? `Version ${rules.number}` : 'Edits take effect at once',
    ],
    ...unpublishedRow(state.unpublished ?? 0),
    counted('Problems in the workbook', state.problems.length, 'Listed below'),
    ...state.problems.slice(0, 30).map((problem) => ['Problem', problemText(problem), problem.advice]),
  ];
}

/** Advice where there is any. */
const counted = (what: string, count: number, advice = ''): readonly string[] => [
  what,
  String(count),
  count > 0 ? advice : '',
];

/** Told for a day. */
function mendedRows({ mended }: DeskState, now: Instant): readonly (readonly string[])[] {
  if (!mended || now - mended.at > 24 * 3_600_000) return [];
  const { tickets, lost } = mended;
  return [
    [
      'Repaired in Tickets',
      tickets.slice(0, 20).join(', ') || 'rows that were no tickets',
      'Somebody changed rows of Tickets by hand; the desk told them again from the Journal. Use filter views to sort',
    ],
    ...(lost.length === 0
      ? []
      : [['Lost from Tickets', lost.join(', '), 'Bring the tab back: File, Version history']]),
  ];
}

function learningRow({ learning }: DeskState, zone: string): readonly (readonly string[])[] {
  if (!learning) return [];
  const { damaged, examples, at } = learning;
  if (damaged)
    return [
      [
        'Learned from examples',
        'damaged',
        'Only keywords decide; the desk learns anew by itself within minutes',
      ],
    ];
  return [['Learned from examples', String(examples), `Last learned anew ${timestamp(at, zone)}`]];
}

const unpublishedRow = (edits: number): readonly (readonly string[])[] =>
  edits === 0 ? [] : [counted('Edits not yet published', edits, 'Tick Publish in Control, or undo them')];

export const slowRows = (every: number, wanted: number): readonly (readonly string[])[] =>
  every === wanted
    ? []
    : [
        [
          'Looks less often',
          `every ${every} minutes`,
          'Much of the trigger time of the day is spent; from midnight Pacific time on as in Settings',
        ],
      ];

/** Tickets that could not be looked at in this tick; the others were. */
export const troubleRows = (troubled: ReadonlyMap<string, string>): readonly (readonly string[])[] =>
  [...troubled]
    .slice(0, 5)
    .map(([id, error]) => [
      'Ticket that gave trouble',
      `${id} (${error})`,
      'Look at its row and its rules; the desk tries again in half an hour',
    ]);

/** Night work that went wrong when it was last tried. */
export const nightRows = (failed: readonly string[]): readonly (readonly string[])[] =>
  failed.map((name) => [
    'Night work left undone',
    name,
    'The desk tries again next night; see Executions in Apps Script',
  ]);
