// What a new tab of the desk holds besides its header: the commands of Control, the questions of Try, hidden columns.
import { commands, controlRows } from './control.ts';
import { overwrite, type SheetRequest } from './sheet-requests.ts';
import { type DeskTab, deskTabs } from './tabs.ts';

/** Rows of Try in which people tell the mail; below them stands the answer. */
export const trialQuestions = ['From', 'Subject', 'Text', 'or Message-ID or ticket'] as const;
export const trialAnswerRow = 6;

const { control, knowledge, trial, versions } = deskTabs;

export function furnishing({ sheetId }: DeskTab): readonly SheetRequest[] {
  switch (sheetId) {
    case control.sheetId:
      return [
        overwrite(
          sheetId,
          { row: 1, column: 0 },
          Object.keys(commands).map((name) => [name]),
        ),
        overwrite(
          sheetId,
          { row: 1, column: control.header.indexOf('What it does') },
          Object.values(commands).map((text) => [text]),
        ),
        {
          setDataValidation: {
            range: {
              sheetId,
              startRowIndex: 1,
              endRowIndex: 1 + controlRows,
              startColumnIndex: 1,
              endColumnIndex: 2,
            },
            rule: { condition: { type: 'BOOLEAN' }, strict: true, showCustomUi: true },
          },
        },
      ];
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
