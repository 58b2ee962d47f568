// A workbook that an earlier version made gets the columns it lacks, and nothing else.
import { widening } from '../../src/rules/desk/making-tab.ts';
import { deskTabs } from '../../src/rules/desk/tabs.ts';

const { knowledge } = deskTabs;

test('Knowledge of five columns gets the sixth, with its header', () => {
  const [longer, header, ...more] = widening(knowledge, { gridProperties: { columnCount: 5 } });
  expect(longer).toEqual({
    appendDimension: { sheetId: knowledge.sheetId, dimension: 'COLUMNS', length: 1 },
  });
  expect(JSON.stringify(header)).toContain('"stringValue":"said"');
  expect(more).toEqual([]);
});

test('a tab that is wide enough, or not there yet, is left as it is', () => {
  expect(widening(knowledge, { gridProperties: { columnCount: 26 } })).toEqual([]);
  expect(widening(knowledge, undefined)).toEqual([]);
});
