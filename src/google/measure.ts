// Night chore: how many cells the workbook has, so that its limit is seen weeks ahead.
import { withCells } from '../rules/desk/usage.ts';
import { askOne, read } from './answers.ts';
import { cellsProperty } from './memo.ts';
import type { Chore } from './night.ts';
import { properties } from './properties.ts';
import { api } from './workbook.ts';

interface Grids {
  readonly sheets?: readonly {
    readonly properties?: {
      readonly gridProperties?: { readonly rowCount?: number; readonly columnCount?: number };
    };
  }[];
}

export const measure: Chore = {
  name: 'Count the cells of the workbook',
  work: ({ memo, now }) => {
    const url = `${api}/${memo.workbook}?fields=sheets.properties.gridProperties`;
    const { sheets = [] } = read<Grids>(askOne({ method: 'get', url }), 'Measuring the workbook');
    const cells = sheets.reduce((sum, { properties }) => {
      const { rowCount = 0, columnCount = 0 } = properties?.gridProperties ?? {};
      return sum + rowCount * columnCount;
    }, 0);
    const text = JSON.stringify(withCells(memo.cells, cells, now));
    properties().setProperty(cellsProperty, text);
    return null;
  },
};
