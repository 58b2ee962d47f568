// The workbench shows what the Reports tab holds: its tables as they are formatted, its charts from their cells.
import type { ReportView } from '../../src/local/workbench/views.ts';
import { type Quiet, quietWorkbench } from './quiet-workbench.ts';
import { passMinutes } from './screen.ts';

jest.setTimeout(60_000);

let quiet: Quiet;
beforeAll(async () => {
  quiet = await quietWorkbench();
  await quiet.begin();
});
afterAll(() => quiet.close());

test('before the first report there is nothing, and then figures and three charts of the week', async () => {
  expect(await quiet.get<ReportView>('reports')).toEqual({ blocks: [], charts: [] });
  await quiet.post('write', {
    from: 'Kari Nordmann <kari@example.com>',
    to: ['support@fjordlicht.example'],
    cc: [],
    subject: 'My lamp is broken',
    text: 'The lamp I bought does not work.',
    inReplyTo: null,
    references: [],
  });
  await passMinutes(quiet, 2);
  await quiet.workbench.session.change(({ office: { world, workbook, support } }) => {
    const row = world.sheets.values(workbook, 'Control').findIndex(([name]) => name === 'Reports now');
    world.sheets.edit(workbook, 'Control', row, 1, true, { by: support });
  });
  const { blocks, charts } = await quiet.get<ReportView>('reports');
  expect(blocks.map(({ title }) => title)).toEqual([
    'At a glance',
    'By week',
    'By month',
    'Load and work of each person',
  ]);
  expect(blocks[0]?.rows.slice(0, 3)).toEqual([
    ['Tickets opened', '1', '0', '1', '0'],
    ['Resolved', '0', '0', '0', '0'],
    ['Resolved at first contact', '', '', '', ''],
  ]);
  expect(blocks[0]?.rows.at(-1)).toEqual(['Category right at once', '100%', '', '100%', '']);
  expect(charts.map(({ title }) => title)).toEqual([
    'Tickets by week',
    'In time by week',
    'Breaches and escalations by week',
  ]);
  expect(charts[0]).toMatchObject({
    kind: 'column',
    labels: ['2026-W13'],
    series: [
      { name: 'Tickets opened', values: [1] },
      { name: 'Resolved', values: [0] },
    ],
  });
});
