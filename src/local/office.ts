// A desk set up in the emulated world: the support mailbox, its people, the workbook, and the built script.
import { readFileSync } from 'node:fs';
import type { Built } from '../../build/build.ts';
import type { Cell, Workbook } from '../rules/sheet.ts';
import { createWorld, type Script, type World } from './world/world.ts';

export interface Office {
  readonly world: World;
  readonly desk: Script;
  /** The add-on, where it was built; everybody may use it. */
  readonly sidebar: Script | null;
  /** The menu in the workbook, where it was built. */
  readonly menu: Script | null;
  /** The mailbox that the desk works in. */
  readonly support: string;
  /** What customers write to: the group's address, else the support mailbox. */
  readonly address: string;
  readonly workbook: string;
  /** A tab's rows below the header, each by its headers. */
  rows(tab: string): readonly Readonly<Record<string, string>>[];
}

export interface OfficeOptions {
  readonly start: string | number;
  readonly rules: Workbook;
  readonly support: string;
  /** A Google Group of the support mailbox and all colleagues: each gets a copy of what is written to it. */
  readonly group?: string;
  /** Colleagues with an account of their own. */
  readonly people?: readonly string[];
  readonly built: Pick<Built, 'desk' | 'sidebar' | 'menu'>;
  readonly edition?: 'consumer' | 'workspace';
  /** As in the world's options. */
  readonly programsFireOnChange?: boolean;
  readonly computed?: () => number;
  readonly patience?: number;
}

export function openOffice(options: OfficeOptions): Office {
  const { support, rules, built } = options;
  if (!built.desk) throw new Error('The desk is not built');
  const { start, programsFireOnChange = false, computed, patience } = options;
  const world = createWorld({
    start,
    programsFireOnChange,
    ...(computed && { computed }),
    ...(patience && { patience }),
  });
  const team = [support, ...(options.people ?? [])];
  for (const person of team) world.addAccount(person, { edition: options.edition ?? 'workspace' });
  if (options.group) meet(world, options.group, team);
  const workbook = world.sheets.create(support, 'Tierline', Object.keys(rules));
  fill(world, support, workbook, rules);
  const desk = world.addScript({
    name: 'desk',
    owner: support,
    code: built.desk.text,
    manifest: JSON.parse(readFileSync(built.desk.manifest, 'utf8')),
    properties: { WORKBOOK: workbook, ...(built.sidebar ? { DOOR_SECRET: secret } : {}) },
  });
  desk.grant(support);
  desk.run('install');
  if (built.sidebar) addSidebar(world, desk, { team, built: built.sidebar });
  if (built.menu) addMenu(world, workbook, { owner: support, built: built.menu });
  return officeIn(world, options);
}

/** An office in a world that has one already, such as a restored one. */
export function officeIn(
  world: World,
  { support, group, built }: Pick<OfficeOptions, 'support' | 'group' | 'built'>,
): Office {
  const desk = world.script('desk');
  const workbook = desk.properties.WORKBOOK ?? '';
  return {
    world,
    desk,
    sidebar: built.sidebar ? world.script('sidebar') : null,
    menu: built.menu ? world.script('menu') : null,
    support,
    address: group ?? support,
    workbook,
    rows: (tab) => named(world.sheets.values(workbook, tab)),
  };
}

/** Both projects know it; it guards a door of an imitated world only. */
const secret = 'known to the desk and the sidebar of this world';

function meet(world: World, group: string, members: readonly string[]): void {
  world.addGroup(group, members, { name: 'Support' });
  for (const member of members) world.gmail.allowSendAs(member, group);
}

function addSidebar(
  world: World,
  desk: Script,
  { team, built }: { readonly team: readonly string[]; readonly built: NonNullable<Built['sidebar']> },
): void {
  const sidebar = world.addScript({
    name: 'sidebar',
    owner: desk.owner,
    code: built.text,
    manifest: JSON.parse(readFileSync(built.manifest, 'utf8')),
    properties: { DESK_URL: desk.webapp.url, DOOR_SECRET: secret },
  });
  for (const person of team) {
    if (person !== desk.owner) sidebar.addEditor(person);
    sidebar.grant(person);
  }
}

function addMenu(
  world: World,
  workbook: string,
  { owner, built }: { readonly owner: string; readonly built: NonNullable<Built['menu']> },
): void {
  const manifest: unknown = JSON.parse(readFileSync(built.manifest, 'utf8'));
  world.addScript({ name: 'menu', owner, code: built.text, manifest, container: workbook });
}

function fill(world: World, owner: string, workbook: string, rules: Workbook): void {
  const data = Object.entries(rules).map(([tab, rows]) => ({
    range: `'${tab}'!A1`,
    values: rows.map((row) => row.map(entered)),
  }));
  const response = world.sheets.handle(
    {
      method: 'POST',
      url: `https://sheets.googleapis.com/v4/spreadsheets/${workbook}/values:batchUpdate`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ valueInputOption: 'RAW', data }),
    },
    { email: owner, scopes: ['https://www.googleapis.com/auth/spreadsheets'] },
  );
  if (response.status !== 200) throw new Error(`The workbook was not filled: ${response.body}`);
}

const entered = (cell: Cell): string | number | boolean => cell ?? '';

function named(values: readonly (readonly unknown[])[]): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = values;
  return rows.map((row) =>
    Object.fromEntries(header.map((name, index) => [String(name), String(row[index] ?? '')])),
  );
}
