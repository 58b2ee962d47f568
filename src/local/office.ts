// A desk set up in the emulated world: the support mailbox, its people, the workbook, and the built script.
import { readFileSync } from 'node:fs';
import type { Built } from '../../build/build.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import type { Cell, Workbook } from '../rules/sheet.ts';
import { createWorld, type Script, type World } from './world/world.ts';

export interface Office {
  readonly world: World;
  readonly desk: Script;
  readonly support: string;
  readonly workbook: string;
  /** A tab's rows below the header, each by its headers. */
  rows(tab: string): readonly Readonly<Record<string, string>>[];
}

export interface OfficeOptions {
  readonly start: string | number;
  readonly rules: Workbook;
  readonly support: string;
  /** Colleagues with an account of their own. */
  readonly people?: readonly string[];
  readonly built: Pick<Built, 'desk'>;
  readonly edition?: 'consumer' | 'workspace';
}

export function openOffice(options: OfficeOptions): Office {
  const { support, rules, built } = options;
  if (!built.desk) throw new Error('The desk is not built');
  const world = createWorld({ start: options.start });
  for (const person of [support, ...(options.people ?? [])])
    world.addAccount(person, { edition: options.edition ?? 'workspace' });
  const workbook = world.sheets.create(support, 'Tierline', Object.keys(rules));
  fill(world, support, workbook, rules);
  const desk = world.addScript({
    name: 'desk',
    owner: support,
    code: built.desk.text,
    manifest: JSON.parse(readFileSync(built.desk.manifest, 'utf8')),
    properties: { WORKBOOK: workbook },
  });
  desk.grant(support);
  desk.run('install');
  return { world, desk, support, workbook, rows: (tab) => named(world.sheets.values(workbook, tab)) };
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

/** The tickets as the desk keeps them. */
export const ticketsIn = (office: Office): readonly unknown[] =>
  office.rows(deskTabs.tickets.name).map((row) => JSON.parse(row['state'] ?? 'null'));
