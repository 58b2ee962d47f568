// The columns a rules tab should have, numbered ones written out, with their help notes and drop-downs.
import { folded } from '../../../rules/cell.ts';
import type { Choices } from '../../../rules/column.ts';
import { numberIn } from '../../../rules/header.ts';
import { headersOf, type ShownTable } from '../../../rules/shown-tables.ts';

export interface WantedColumn {
  readonly header: string;
  readonly note: string;
  readonly choices: Choices | null;
}

/** The first header's note also says what the tab is for. */
export function columnsOf(table: ShownTable): readonly WantedColumn[] {
  return headersOf(table).map((header, index) => {
    const column = table.columns.find(
      (one) =>
        one.header === header || (one.column.numbered && numberIn(folded(header), one.header) !== null),
    );
    const help = column?.help ?? '';
    return {
      header,
      note: index === 0 ? `${table.about}\n\n${help}` : help,
      choices: column?.choices ?? null,
    };
  });
}
