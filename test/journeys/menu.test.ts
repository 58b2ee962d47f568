// The menu Tierline in the workbook: the shipped menu and the shipped desk together in the imitated world.
import { type Built, build } from '../../build/build.ts';
import { type Office, openOffice } from '../../src/local/office.ts';
import { starterDefault } from '../../src/rules/starter.ts';
import { support } from './desk-journey.ts';

const admin = 'helen@fjordlicht.example';
const reader = 'anna@fjordlicht.example';

let built: Promise<Built> | null = null;

async function opened(): Promise<Office & { readonly menu: NonNullable<Office['menu']> }> {
  built ??= build({ only: ['desk', 'menu'] });
  const start = '2026-03-24T08:00:00Z';
  const people = [admin, reader];
  const office = openOffice({ start, rules: starterDefault, support, people, built: await built });
  office.world.sheets.share(office.workbook, admin);
  office.world.sheets.share(office.workbook, reader, 'reader');
  office.world.advance(120_000);
  if (!office.menu) throw new Error('The menu was not built');
  return { ...office, menu: office.menu };
}

const row = (office: Office, command: string): Readonly<Record<string, string>> | undefined =>
  office.rows('Control').find((one) => one.Command === command);

test('whoever may edit the workbook sees the menu when it opens, before any right was given', async () => {
  const { menu } = await opened();
  const [shown] = menu.open(admin).menus;
  expect(shown?.caption).toBe('Tierline');
  expect(shown?.items.map(({ caption }) => caption)).toEqual([
    'Check rules',
    'Try a mail',
    'What would change',
    'Publish',
    'Roll back ...',
    '',
    'Start pilot ...',
    'Compare pilot',
    'End pilot ...',
    '',
    'Pause desk',
    'Resume desk',
    'Install',
    'Health',
  ]);
  expect(menu.open(reader).menus).toEqual([]);
});

test('every item of the menu is a function that the script has', async () => {
  const { menu } = await opened();
  menu.grant(admin);
  for (const { caption, function: name } of menu.open(admin).menus.flatMap(({ items }) => items))
    if (name !== null)
      expect([caption, menu.choose(admin, caption, [null]).status]).toEqual([caption, 'completed']);
});

test('an item ticks the box, shows where the answer comes, and the desk answers with its next tick', async () => {
  const office = await opened();
  const { menu, world } = office;
  menu.grant(admin);
  menu.open(admin);
  expect(menu.choose(admin, 'Health').status).toBe('completed');
  expect(menu.screen(admin).cell).toEqual({ tab: 'Control', row: 13, column: 5 });
  expect(menu.screen(admin).toasts.at(-1)?.text).toContain('within a minute');
  expect(row(office, 'Health')?.['Do it']).toBe('true');
  world.advance(120_000);
  expect(row(office, 'Health')).toMatchObject({
    'Do it': 'false',
    Answer: expect.stringContaining('The desk is at work'),
  });
});

test('what a command must be told is asked for, and Cancel asks the desk nothing', async () => {
  const office = await opened();
  office.menu.grant(admin);
  office.menu.open(admin);
  office.menu.choose(admin, 'Roll back ...', [null]);
  expect(row(office, 'Roll back')?.['Do it']).toBe('');
  office.menu.choose(admin, 'Roll back ...', [' 7 ']);
  office.world.advance(120_000);
  expect(row(office, 'Roll back')).toMatchObject({
    Options: '7',
    Answer: 'There is no version 7: see Versions.',
  });
});

test('without a mail in Try the menu leads there first', async () => {
  const office = await opened();
  office.menu.grant(admin);
  office.menu.open(admin);
  office.menu.choose(admin, 'Try a mail');
  expect(office.menu.screen(admin).cell).toEqual({ tab: 'Try', row: 2, column: 2 });
  expect(row(office, 'Try a mail')?.['Do it']).toBe('');
});

test('the menu can reach the workbook it belongs to, and neither mail nor network', async () => {
  const { menu } = await opened();
  expect(menu.manifest.oauthScopes).toEqual([
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
    'https://www.googleapis.com/auth/script.container.ui',
  ]);
  expect(menu.properties).toEqual({});
  menu.open(admin);
  expect(() => menu.choose(admin, 'Health')).toThrow('asked for consent');
  menu.grant(admin, menu.manifest.oauthScopes?.slice(0, 1));
  expect(menu.choose(admin, 'Start pilot ...')).toMatchObject({ status: 'failed' });
  expect(menu.choose(admin, 'Health')).toMatchObject({ status: 'completed' });
});
