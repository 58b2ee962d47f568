// docs/reference/workbook.md: every tab and column that an admin fills in, every setting, and the tabs of the desk.

import type { Settings } from '../../src/complaints/rules.ts';
import type { Choices } from '../../src/rules/column.ts';
import { deskTabs } from '../../src/rules/desk/tabs.ts';
import { type ShownTable, shownTables } from '../../src/rules/shown-tables.ts';
import { settings } from '../../src/rules/tables/settings.ts';
import { settingsShown } from '../../src/rules/tables/settings-shown.ts';
import { page, table } from './markdown.ts';

export const workbookPage = (): string =>
  page(
    'The workbook',
    'Tabs that admins fill in. A column may be moved, and columns of your own may stand beside it; its header must stay.',
    ...shownTables.map((shown) => [`## ${shown.tab}`, shown.about, columnTable(shown)].join('\n\n')),
    '## The settings, row by row',
    settingTable(),
    '## Tabs that the desk writes',
    table(
      ['Tab', 'Columns'],
      Object.values(deskTabs).map(({ name, header, hidden }) => [
        hidden ? `${name} (hidden)` : name,
        header.filter((title) => /^\p{Lu}/u.test(title)).join(', '),
      ]),
    ),
  );

const columnTable = ({ columns }: ShownTable): string =>
  table(
    ['Column', 'What goes in', 'Needed', 'Choices'],
    columns.map(({ column, header, help, choices }) => [
      column.numbered ? `${header} 1, 2, ...` : header,
      help,
      !column.numbered && column.blank === null ? 'yes' : '',
      choicesText(choices),
    ]),
  );

function settingTable(): string {
  const names = Object.keys(settings) as (keyof Settings)[];
  const rows = names.map((key) => {
    const { name, starter } = settings[key];
    const { help, choices = null, starter: first = starter } = settingsShown[key];
    return [name, help, starter, first === starter ? '' : first, choicesText(choices)];
  });
  return table(['Setting', 'What it does', 'Without the row', 'In a new workbook', 'Choices'], rows);
}

function choicesText(choices: Choices | null): string {
  if (!choices) return '';
  return choices.from === 'list' ? choices.values.join(', ') : `from ${choices.tab}, ${choices.header}`;
}
