// The workbook's tabs as editable tables: headers with their help, drop-downs, and what is wrong in which cell.

import type { Problem } from '../../complaints/rules.ts';
import { folded } from '../../rules/cell.ts';
import type { Choices } from '../../rules/column.ts';
import { type DeskTab, deskTabs } from '../../rules/desk/tabs.ts';
import { spotOf } from '../../rules/marks.ts';
import { inWeight } from '../../rules/problems.ts';
import type { Workbook } from '../../rules/sheet.ts';
import { shownTables } from '../../rules/shown-tables.ts';
import { settings, settingsTable } from '../../rules/tables/settings.ts';
import { settingsShown } from '../../rules/tables/settings-shown.ts';
import type { Bench } from './bench.ts';
import { rulesNow, workbookNow } from './rules-now.ts';
import type { ColumnView, TabSummary, TabView } from './views.ts';

/** Written by the desk and by people. */
const shared: readonly DeskTab[] = [deskTabs.control, deskTabs.trial];
export const isShared = (name: string): boolean => shared.some((tab) => tab.name === name);

const shownByDesk = [
  deskTabs.tickets,
  deskTabs.journal,
  deskTabs.outbox,
  deskTabs.mails,
  deskTabs.knowledge,
  deskTabs.reports,
  deskTabs.problems,
  deskTabs.health,
  deskTabs.archive,
  deskTabs.versions,
  deskTabs.dryRun,
  deskTabs.pilot,
];

export function tabSummaries(bench: Bench): readonly TabSummary[] {
  const { problems } = rulesNow(bench);
  const count = (tab: string): number => problems.filter((problem) => problem.tab === tab).length;
  return [
    ...shownTables.map(({ tab, about }) => ({ tab, about, problems: count(tab), byDesk: false })),
    ...shared.map(({ name }) => ({ tab: name, about: aboutShared(name), problems: 0, byDesk: false })),
    ...shownByDesk.map(({ name }) => ({
      tab: name,
      about: 'Written by the desk; people look at it.',
      problems: 0,
      byDesk: true,
    })),
  ];
}

const mostRows = 400;

export function tabView(bench: Bench, name: string): TabView {
  const values = bench.office.world.sheets.values(bench.office.workbook, name).map((row) => row.map(String));
  const table = shownTables.find(({ tab }) => tab === name);
  if (!table) return isShared(name) ? sharedTab(name, values) : deskTab(name, values);
  const headerAt = Math.max(
    0,
    values.findIndex((row) => row.some((cell) => cell.trim() !== '')),
  );
  const headers = values[headerAt] ?? [];
  const width = Math.max(headers.length, ...values.map((row) => row.length));
  return {
    tab: name,
    about: table.about,
    byDesk: false,
    columns: Array.from({ length: width }, (_, index) => columnView(bench, name, headers[index] ?? '')),
    firstRow: headerAt + 2,
    rows: values.slice(headerAt + 1).map((row) => padded(row, width)),
    problems: inWeight(rulesNow(bench).problems.filter(({ tab }) => tab === name)).map((problem) =>
      atItsCell(problem, headers, workbookNow(bench)),
    ),
  };
}

/** Where the desk puts its note: a setting's problem beside the setting. What concerns the whole tab stays above it. */
function atItsCell(problem: Problem, headers: readonly string[], workbook: Workbook): Problem {
  const spot = spotOf(problem, workbook);
  const isWhole = problem.row === null && problem.tab !== settingsTable.tab;
  return spot === null || isWhole
    ? problem
    : { ...problem, row: spot.row + 1, column: headers[spot.column] ?? problem.column };
}

const aboutShared = (name: string): string =>
  name === deskTabs.control.name
    ? 'Tick a box: the desk answers in its row. The menu Tierline ticks it for you.'
    : 'A mail on trial, or the Message-ID or ticket of one: then choose Try a mail.';

function sharedTab(name: string, [header = [], ...rows]: readonly (readonly string[])[]): TabView {
  const isControl = name === deskTabs.control.name;
  const kind = (title: string): Partial<ColumnView> => {
    if (!isControl || title === 'Options') return {};
    return title === 'Do it' ? { box: true } : { fixed: true };
  };
  return {
    tab: name,
    about: aboutShared(name),
    byDesk: false,
    columns: header.map((title) => ({
      header: title,
      help: '',
      choices: [],
      strict: false,
      long: false,
      ...kind(title),
    })),
    firstRow: 2,
    rows: rows.map((row) => padded(row, header.length)),
    problems: [],
  };
}

const { tickets, health, problems, dryRun, pilot } = deskTabs;
const asTheyStand: readonly string[] = [tickets, health, problems, dryRun, pilot].map(({ name }) => name);

/** The last rows first where a tab only grows, and nothing that only the desk can read. */
function deskTab(name: string, [header = [], ...rows]: readonly (readonly string[])[]): TabView {
  const shown = header
    .map((title, index) => ({ title, index }))
    .filter(({ title }) => !['keys', 'state', 'data', 'Key', 'rules', ''].includes(title));
  const newest = asTheyStand.includes(name) ? rows : [...rows].reverse();
  return {
    tab: name,
    about: 'Written by the desk; people look at it.',
    byDesk: true,
    columns: shown.map(({ title }) => ({ header: title, help: '', choices: [], strict: false, long: false })),
    firstRow: 2,
    rows: newest
      .filter((row) => row.some((cell) => cell !== ''))
      .slice(0, mostRows)
      .map((row) => shown.map(({ index }) => row[index] ?? '')),
    problems: [],
  };
}

const padded = (row: readonly string[], width: number): readonly string[] =>
  Array.from({ length: width }, (_, index) => row[index] ?? '');

function columnView(bench: Bench, tab: string, header: string): ColumnView {
  const columns = shownTables.find((table) => table.tab === tab)?.columns ?? [];
  const column = columns.find((one) =>
    one.column.numbered ? numberedBy(header, one.header) : folded(one.header) === folded(header),
  );
  const choices = column?.choices;
  return {
    header,
    help: column?.help ?? '',
    choices: choices ? valuesOf(bench, choices) : [],
    strict: choices?.strict ?? false,
    long: /ladder|body|words|phrases|keywords|guideline|checklist|examples/i.test(header),
  };
}

const numberedBy = (header: string, start: string): boolean =>
  folded(header).startsWith(`${folded(start)} `) && /\d$/.test(header);

function valuesOf(bench: Bench, choices: Choices): readonly string[] {
  if (choices.from === 'list') return choices.values;
  const [header = [], ...rows] = bench.office.world.sheets.values(bench.office.workbook, choices.tab);
  const at = header.findIndex((title) => folded(String(title)) === folded(choices.header));
  return at < 0 ? [] : [...new Set(rows.map((row) => String(row[at] ?? '')).filter((value) => value !== ''))];
}

/** Settings have their drop-downs by row. */
export const settingChoices = (bench: Bench): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.values(settings).map(({ name }, index) => {
      const { choices } = Object.values(settingsShown)[index] ?? {};
      return [name, choices ? valuesOf(bench, choices) : []];
    }),
  );
