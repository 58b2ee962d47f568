// SpreadsheetApp for a script that belongs to a spreadsheet: its cells, and the menus and prompts of whoever has it open.
import { exception, WorldError } from '../failure.ts';
import type { Execution } from '../runtime/execution.ts';
import { emptyScreen, type MenuItem, type Screen } from '../screen.ts';
import type { Cells } from '../sheets/sheets.ts';
import { numberOf, textOf, wrongArguments } from './arguments.ts';

const auth = 'https://www.googleapis.com/auth/';
const currentOnly = [`${auth}spreadsheets.currentonly`, `${auth}spreadsheets`];
const containerUi = `${auth}script.container.ui`;

/** SpreadsheetApp is slower than the Sheets API. */
const latency = 800;

export function spreadsheetApp(run: Execution): object {
  const { realm, script, ground } = run;
  const { container } = script;

  function screen(): Screen {
    script.screens ??= {};
    script.screens[run.user] ??= emptyScreen();
    return script.screens[run.user] as Screen;
  }

  function active(): object | null {
    run.local();
    run.needs('SpreadsheetApp.getActiveSpreadsheet', ...currentOnly);
    return container === undefined ? null : spreadsheet(container);
  }

  const spreadsheet = (id: string): object =>
    realm.service('Spreadsheet', {
      getId: () => id,
      getName: () => ground.spreadsheetName(id),
      getSheetByName: (name: unknown) => {
        const title = textOf(name, 'SpreadsheetApp.Spreadsheet.getSheetByName');
        return run.leave(
          'sheets.app',
          () => (ground.sheets.tabs(id).includes(title) ? sheet(id, title) : null),
          latency,
        );
      },
      toast: (text: unknown, title: unknown = '', seconds: unknown = 5) => {
        run.local();
        numberOf(seconds, 'SpreadsheetApp.Spreadsheet.toast');
        screen().toasts.push({ title: String(title), text: String(text) });
      },
    });

  const sheet = (id: string, title: string): object =>
    realm.service('Sheet', {
      getName: () => title,
      getRange: (first: unknown, column?: unknown, rows: unknown = 1, columns: unknown = 1) => {
        run.local();
        const what = 'SpreadsheetApp.Sheet.getRange';
        if (typeof first === 'string') {
          if (column !== undefined) wrongArguments(what, [first, column]);
          const area = ground.sheets.cells(id, title, first);
          if (!area) throw exception('Range not found');
          return range(id, title, area);
        }
        const [row, from, height, width] = [first, column, rows, columns].map((one) => numberOf(one, what));
        if ((row ?? 0) < 1 || (from ?? 0) < 1 || (height ?? 0) < 1 || (width ?? 0) < 1)
          throw exception('The starting row and column, and the numbers of both, must be at least 1.');
        const size = ground.sheets.size(id, title);
        if ((row ?? 0) + (height ?? 0) - 1 > size.rows || (from ?? 0) + (width ?? 0) - 1 > size.columns)
          throw exception('The coordinates of the range are outside the dimensions of the sheet.');
        return range(id, title, {
          row: row as number,
          column: from as number,
          rows: height as number,
          columns: width as number,
        });
      },
    });

  const range = (id: string, title: string, area: Cells): object =>
    realm.service('Range', {
      getRow: () => area.row,
      getColumn: () => area.column,
      getValues: () =>
        run.leave(
          'sheets.app',
          () => {
            // Google gives Date objects there.
            if (ground.sheets.hasDates(id, title, area))
              throw new WorldError('the world does not imitate getValues of dates');
            const values = ground.sheets.values(id, title);
            return Array.from({ length: area.rows }, (_, row) =>
              Array.from(
                { length: area.columns },
                (__, column) => values[area.row - 1 + row]?.[area.column - 1 + column] ?? '',
              ),
            );
          },
          latency,
        ),
      setValue: (value: unknown) => {
        if (!['string', 'number', 'boolean'].includes(typeof value))
          wrongArguments('SpreadsheetApp.Range.setValue', [value]);
        run.leave(
          'sheets.app',
          () => {
            // Edits by a script fire no trigger, neither simple nor installable.
            if (!ground.sheets.write(id, title, area, value as string | number | boolean, { by: run.user }))
              throw exception(
                'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
              );
          },
          latency,
        );
      },
      activate: () => {
        run.local();
        screen().cell = { tab: title, row: area.row, column: area.column };
      },
    });

  const button = Object.fromEntries(
    ['OK', 'CANCEL', 'CLOSE', 'YES', 'NO'].map((name) => [
      name,
      realm.service(`Button ${name}`, { name: () => name }),
    ]),
  );
  const buttonSet = Object.fromEntries(
    ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL'].map((name) => [
      name,
      realm.service(`ButtonSet ${name}`, { name: () => name }),
    ]),
  );

  function menu(caption: string): object {
    const items: MenuItem[] = [];
    const own: object = realm.service('Menu', {
      addItem: (text: unknown, name: unknown) => {
        run.local();
        items.push({ caption: textOf(text, 'Menu.addItem'), function: textOf(name, 'Menu.addItem') });
        return own;
      },
      addSeparator: () => {
        items.push({ caption: '', function: null });
        return own;
      },
      addToUi: () => {
        run.local();
        const shown = screen();
        shown.menus = [
          ...shown.menus.filter((one) => one.caption !== caption),
          { caption, items: [...items] },
        ];
      },
    });
    return own;
  }

  /** Only where somebody has the spreadsheet open: not in a time trigger, a web app or a run from elsewhere. */
  function ui(): object {
    run.local();
    if (container === undefined || (run.kind !== 'simple' && run.kind !== 'menu'))
      throw exception('Cannot call SpreadsheetApp.getUi() from this context.');
    return realm.service('Ui', {
      Button: realm.service('Button', button),
      ButtonSet: realm.service('ButtonSet', buttonSet),
      createMenu: (caption: unknown) => menu(textOf(caption, 'Ui.createMenu')),
      prompt: (...args: unknown[]) => {
        if (run.kind === 'simple') throw exception('You do not have permission to call Ui.prompt.');
        run.needs('Ui.prompt', containerUi);
        if (args.length !== 3 || !Object.values(buttonSet).includes(args[2] as object))
          wrongArguments('Ui.prompt', args);
        const answers = screen().answers;
        if (answers.length === 0) throw new WorldError('nobody said what to answer to the prompt');
        const answer = answers.shift() ?? null;
        return realm.service('PromptResponse', {
          getSelectedButton: () => (answer === null ? button.CANCEL : button.OK),
          getResponseText: () => answer ?? '',
        });
      },
    });
  }

  return realm.service('SpreadsheetApp', { getActive: active, getActiveSpreadsheet: active, getUi: ui });
}
