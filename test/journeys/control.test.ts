// Control: what an admin asks for by ticking a box, through the shipped desk in the imitated world.
import type { Office } from '../../src/local/office.ts';
import { journey, post, support, tickets, withSettings } from './desk-journey.ts';

const admin = support;
const published = withSettings({ 'Rules take effect': 'when published' });

const rowOf = (office: Office, command: string): number =>
  office.world.sheets.values(office.workbook, 'Control').findIndex(([name]) => name === command);

/** Ticks a box by hand; the edit trigger answers at once. */
function tick(office: Office, command: string, options = ''): string {
  const row = rowOf(office, command);
  const { sheets } = office.world;
  if (options !== '') sheets.edit(office.workbook, 'Control', row, 2, options, { by: admin });
  sheets.edit(office.workbook, 'Control', row, 1, true, { by: admin });
  return answerTo(office, command);
}

const answerTo = (office: Office, command: string): string =>
  office.rows('Control').find((row) => row.Command === command)?.Answer ?? '';

function type(office: Office, tab: string, row: string, column: string, value: string): void {
  const cells = office.world.sheets.values(office.workbook, tab);
  const at = cells[0]?.indexOf(column) ?? -1;
  const index = cells.findIndex(([name]) => name === row);
  office.world.sheets.edit(office.workbook, tab, index, at, value, { by: admin });
}

const minutes = (office: Office, n: number): void => office.world.advanceTo(office.world.now() + n * 60_000);

const inForce = (office: Office, setting: 'Ticket prefix'): string => {
  post(office, {});
  minutes(office, 2);
  return tickets(office).at(-1)?.id.replace(/\d+$/, '') ?? setting;
};

const versionRows = (office: Office): readonly string[] =>
  office.rows('Versions').map((row) => `${row.Version} ${row.State}`);

test('install publishes version 1 by itself, and an edit waits until it is published', async () => {
  const office = await journey(undefined, published);
  expect(versionRows(office)).toEqual(['1 published']);
  minutes(office, 2);
  type(office, 'Settings', 'Ticket prefix', 'Value', 'CASE-');
  expect(inForce(office, 'Ticket prefix')).toBe('FL-');
  expect(office.rows('Health').find((row) => row.What === 'Edits not yet published')?.Value).toBe('1');
  expect(tick(office, 'Publish')).toContain('Version 2 is published');
  expect(inForce(office, 'Ticket prefix')).toBe('CASE-');
  expect(versionRows(office)).toEqual(['1 earlier', '2 published']);
  expect(office.rows('Versions')[1]?.['What changed']).toBe('Settings: Ticket prefix was FL-, is CASE-');
  expect(office.rows('Health').some((row) => row.What === 'Edits not yet published')).toBe(false);
});

test('an earlier version holds again in one step, and the tabs are left as they are', async () => {
  const office = await journey(undefined, published);
  minutes(office, 2);
  type(office, 'Settings', 'Ticket prefix', 'Value', 'CASE-');
  tick(office, 'Publish');
  minutes(office, 2);
  expect(tick(office, 'Roll back')).toContain('The tabs stay as they are and say something else in 1 place');
  expect(inForce(office, 'Ticket prefix')).toBe('FL-');
  expect(versionRows(office)).toEqual(['1 earlier', '2 earlier', '3 published']);
  expect(tick(office, 'Roll back', '2')).toContain('The tabs say the same');
  expect(inForce(office, 'Ticket prefix')).toBe('CASE-');
});
