// Who may do what, tried at the door of the shipped desk; docs/rights.md shows the same table.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cell, rightsCells, rightsTable, roleNames } from './rights.ts';

const page = join(__dirname, '../../docs/rights.md');
let cells: readonly Cell[] = [];
beforeAll(async () => {
  cells = await rightsCells();
}, 60_000);

test('who is not in People may do nothing, and sees nothing', () => {
  const strangers = cells.filter(({ role }) => role === 'Not in People');
  expect(strangers.length).toBeGreaterThan(25);
  for (const { action, said } of strangers)
    expect([action, said]).toEqual([action, expect.stringMatching(/^unknown person/)]);
});

test('what somebody may not do changes nothing', () => {
  expect(cells.filter(({ may, changed }) => !may && changed)).toEqual([]);
});

test('whatever a lower role may do, a higher one may do as well', () => {
  const order = roleNames.slice(2);
  for (const action of new Set(cells.map((one) => one.action))) {
    const may = order.map((role) => cells.find((one) => one.action === action && one.role === role)?.may);
    expect([action, ...may]).toEqual([action, ...[...may].sort()]);
  }
});

test('every action can be done by an admin, so that each "no" is one of rights', () => {
  const barred = cells.filter(({ role, may }) => role === 'Admin' && !may);
  expect(barred.map(({ action, said }) => `${action} ${said}`)).toEqual([
    expect.stringMatching(/^undo somebody else's last action/),
  ]);
});

test('an agent sees every ticket but works only on categories of theirs', () => {
  const of = cells.filter(({ role }) => role === 'Agent, other category');
  expect(of.filter(({ may }) => may).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['look at any ticket', 'search all tickets']),
  );
  expect(of.find(({ action }) => action === 'take a ticket')?.said).toMatch(/You may not handle/);
});

test('the page in docs shows this table', () => {
  const table = rightsTable(cells);
  const written = readFileSync(page, 'utf8');
  const fresh = written.replace(/\| action \|[\s\S]*?(?=\n\n|$)/, table);
  if (process.env.WRITE_RIGHTS) writeFileSync(page, fresh.endsWith('\n') ? fresh : `${fresh}\n`);
  else expect(fresh.trim()).toBe(written.trim());
});
