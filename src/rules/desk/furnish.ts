// What a new tab of the desk holds besides its header: the commands of Control, the questions of Try, hidden columns.
import { commandHelp } from './command-help.ts';
import { overwrite, type SheetRequest } from './sheet-requests.ts';
import { type DeskTab, deskTabs } from './tabs.ts';

/** Rows of Try in which people tell the mail; below them stands the answer. */
export const trialQuestions = ['From', 'Subject', 'Text', 'or Message-ID or ticket'] as const;
export const trialAnswerRow = 6;

const { control, knowledge, trial, versions } = deskTabs;

const box = { condition: { type: 'BOOLEAN' }, strict: true, showCustomUi: true };

/** The rows of commands that are not among these names: deleted, or of a newer Tierline. */
export function missingCommands(names: readonly unknown[]): readonly SheetRequest[] {
  const there = names.map((name) => String(name).trim().toLowerCase());
  const lacking = Object.entries(commandHelp).filter(([name]) => !there.includes(name.toLowerCase()));
  if (lacking.length === 0) return [];
  const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
  const rows = lacking.map(([name, what]) => ({
    values: [text(name), { dataValidation: box }, {}, {}, {}, text(what)],
  }));
  const fields = 'userEnteredValue,dataValidation';
  return [{ appendCells: { sheetId: control.sheetId, rows, fields } }];
}

export function furnishing({ sheetId }: DeskTab): readonly SheetRequest[] {
  switch (sheetId) {
    case control.sheetId:
      return missingCommands([]);
    case trial.sheetId:
      return [
        overwrite(
          sheetId,
          { row: 1, column: 0 },
          trialQuestions.map((question) => [question]),
        ),
      ];
    case versions.sheetId:
      return [hiding(sheetId, versions.header.indexOf('rules'), versions.columns)];
    case knowledge.sheetId:
      return [hiding(sheetId, knowledge.header.indexOf('said'), knowledge.header.length)];
    default:
      return [];
  }
}

const hiding = (sheetId: number, startIndex: number, endIndex: number): SheetRequest => ({
  updateDimensionProperties: {
    range: { sheetId, dimension: 'COLUMNS', startIndex, endIndex },
    properties: { hiddenByUser: true },
    fields: 'hiddenByUser',
  },
});
