// The Reports tab as blocks of rows: a summary on top, then weeks, months, escalations, promises, people and words.
import { keptBy, personalOf, rate, under } from '../../complaints/figures/figures.ts';
import { isWeek, type Period } from '../../complaints/figures/period.ts';
import type { SharedWord } from '../../complaints/figures/shared-words.ts';
import { type Side, sides, type Tally } from '../../complaints/figures/tally.ts';
import { clockNames } from '../../complaints/rules.ts';
import { clockText } from '../../complaints/wording.ts';
import { figureCells, figureColumns, hours } from './report-figures.ts';

export type ReportCell = string | number | null;
type Row = readonly ReportCell[];

export interface Report {
  /** This week, last week, this month, last month. */
  readonly now: readonly Period[];
  /** Of the periods that are still open. */
  readonly tallies: Readonly<Record<Period, Tally>>;
  /** Figures of finished periods, in the order of `figureColumns`. */
  readonly past: Readonly<Record<Period, readonly (number | null)[]>>;
  readonly words: readonly (SharedWord & { readonly week: Period })[];
  /** Open tickets by owner. */
  readonly load: ReadonlyMap<string, number>;
}

interface Block {
  readonly name: 'summary' | 'weeks' | 'months' | 'escalations' | 'promises' | 'people' | 'words';
  /** 0 is the first row of the tab. */
  readonly top: number;
  /** Title and head included. */
  readonly height: number;
  readonly rows: (report: Report) => readonly Row[];
}

const periodWords = ['this week', 'last week', 'this month', 'last month'];

/** Each has its place for good, so that charts and formats stay right. */
export const blocks: readonly Block[] = [
  { name: 'summary', top: 1, height: 20, rows: summary },
  { name: 'weeks', top: 22, height: 28, rows: (report) => table('By week', report, isWeek) },
  { name: 'months', top: 51, height: 14, rows: (report) => table('By month', report, (one) => !isWeek(one)) },
  { name: 'escalations', top: 66, height: 22, rows: escalations },
  { name: 'promises', top: 89, height: 62, rows: promises },
  { name: 'people', top: 152, height: 42, rows: people },
  { name: 'words', top: 195, height: 50, rows: words },
];

export const reportWidth = figureColumns.length + 1;

function summary({ now, tallies }: Report): readonly Row[] {
  const columns = now.map((period) => figureCells(tallies[period] ?? {}));
  return [
    ['', ...now],
    ...figureColumns.map(({ title }, at) => [title, ...columns.map((column) => column[at] ?? null)]),
  ];
}

function table(title: string, { tallies, past }: Report, fits: (period: Period) => boolean): readonly Row[] {
  const open = Object.entries(tallies).map(([period, tally]) => [period, figureCells(tally)] as const);
  const all = [...Object.entries(past), ...open].filter(([period]) => fits(period));
  return [
    [title],
    ['', ...figureColumns.map((column) => column.title)],
    ...all.sort((a, b) => (a[0] < b[0] ? 1 : -1)).map(([period, cells]) => [period, ...cells]),
  ];
}

function escalations({ now, tallies }: Report): readonly Row[] {
  const part = (name: string): readonly Row[] => {
    const counts = now.map((period) => new Map(under(tallies[period] ?? {}, name)));
    return [...new Set(counts.flatMap((each) => [...each.keys()]))].map((key) => [
      key,
      ...counts.map((each) => each.get(key) ?? 0),
    ]);
  };
  return [
    ['Escalations by type and reason'],
    ['', ...periodWords],
    ...part('type'),
    ...part('why').map(([why, ...counts]) => [`because: ${why}`, ...counts]),
  ];
}

/** In time by category, tier and person: this month, then the last. */
function promises({ now, tallies }: Report): readonly Row[] {
  const months = now.slice(2).map((period) => tallies[period] ?? {});
  const names = (side: Side): readonly string[] =>
    [
      ...new Set(
        months.flatMap((tally) =>
          ['kept', 'late'].flatMap((end) =>
            clockNames.flatMap((clock) => under(tally, `${end}|${clock}|${side}`).map(([name]) => name)),
          ),
        ),
      ),
    ].sort();
  const rows = sides.flatMap((side) =>
    names(side).map((name) => [
      side,
      name,
      ...months.flatMap((tally) => clockNames.map((clock) => rate(keptBy(tally, clock, side, name)))),
    ]),
  );
  const heads = periodWords
    .slice(2)
    .flatMap((when) => clockNames.map((clock) => `${clockText(clock)}, ${when}`));
  return [['In time by category, tier and person'], ['', '', ...heads], ...rows];
}

function people({ now, tallies, load }: Report): readonly Row[] {
  const [week = {}, , month = {}, before = {}] = now.map((period) => tallies[period] ?? {});
  const all = [week, month, before].flatMap((tally) =>
    ['taken', 'answers', 'resolved'].flatMap((name) => under(tally, name).map(([person]) => person)),
  );
  const names = [...new Set([...load.keys(), ...all])].sort();
  return [
    ['Load and work of each person'],
    [
      '',
      'Open now',
      ...['this week', 'this month', 'last month'].flatMap((when) =>
        ['Taken on', 'Answers', 'Resolved', 'Resolution, mean (h)'].map((what) => `${what}, ${when}`),
      ),
    ],
    ...names.map((name) => [
      name,
      load.get(name) ?? 0,
      ...[week, month, before].flatMap((tally) => {
        const { taken, answers, resolved, resolution } = personalOf(tally, name);
        return [taken, answers, resolved, hours(resolution)];
      }),
    ]),
  ];
}

function words({ words }: Report): readonly Row[] {
  return [
    ['Words that stand out in escalated tickets'],
    ['Week', 'Word', 'Escalated tickets', 'of', 'Share', 'Other tickets', 'of', 'Share'],
    ...words.map(({ week, word, escalated, ofEscalated, others, ofOthers }) => [
      week,
      word,
      escalated,
      ofEscalated,
      escalated / Math.max(1, ofEscalated),
      others,
      ofOthers,
      others / Math.max(1, ofOthers),
    ]),
  ];
}
