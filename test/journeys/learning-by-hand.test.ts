// What hands do to what is learned: names changed, rows moved, emptied; through the shipped bundle.
import { support } from './desk-journey.ts';
import { correct, night, rowsOf, service, taught, ticks, tour } from './learning-journey.ts';

describe('a hand', () => {
  test('that empties the model makes the desk learn it again, that day and not only at night', async () => {
    const office = await taught();
    night(office);
    expect(tour(office, 'A first visit')).toMatchObject(service);
    for (let row = 1; row <= office.rows('Model').length; row++)
      for (const column of [0, 1])
        office.world.sheets.edit(office.workbook, 'Model', row, column, '', { by: support });
    expect(tour(office, 'A visit')).toMatchObject({ category: 'Other' });
    ticks(office, 3);
    expect(tour(office, 'Another visit')).toMatchObject(service);
  });

  test('that empties a row of Learning has the desk forget it the next night', async () => {
    const office = await taught();
    night(office);
    for (const column of [0, 1, 2, 3])
      office.world.sheets.edit(office.workbook, 'Learning', 2, column, '', { by: support });
    night(office);
    expect(JSON.parse(office.rows('Model')[0]?.about ?? '')).toMatchObject({ examples: 2 });
  });
});

describe('a category that an admin renames', () => {
  test('is learned no more under its old name, and its examples wait', async () => {
    const office = await taught();
    night(office);
    const header = () => office.rows('Model')[0]?.model?.split('\n')[1] ?? '';
    expect(header()).toContain('"Service"');
    const rows = office.world.sheets.values(office.workbook, 'Categories');
    const row = rows.findIndex(([name, sub]) => name === service.category && sub === service.subcategory);
    office.world.sheets.edit(office.workbook, 'Categories', row, 1, 'Visits and service', { by: support });
    ticks(office, 1);
    night(office);
    expect(header()).toContain('"Visits and service"');
    expect(header()).not.toContain('"Service"');
    expect(rowsOf(office, 'Learning')).toContain('Service');
  });
});

describe('a hand in Learning', () => {
  test('may sort its rows and leave hundreds of empty ones: all of them are learned again', async () => {
    const office = await taught();
    night(office);
    const { sheets } = office.world;
    const edit = (row: number, column: number, value: string) =>
      sheets.edit(office.workbook, 'Learning', row, column, value, { by: support });
    const rows = sheets.values(office.workbook, 'Learning').slice(1);
    rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        edit(500 - row, column, String(cell));
        edit(1 + row, column, '');
      });
    });
    tour(office);
    correct(office, 'Guided tour');
    night(office);
    expect(JSON.parse(office.rows('Model')[0]?.about ?? '')).toMatchObject({ examples: 4 });
    expect(office.rows('Learning').map(({ Ticket }) => Ticket)).toEqual(['FL-3', 'FL-2', 'FL-1', 'FL-4']);
  });
});
