// Conditional formats: what is overdue, due soon or critical in Tickets, and what is wrong in Health.
import { deskTabs } from '../../../rules/desk/tabs.ts';
import { lettersOf } from '../../../rules/letters.ts';
import type { Requests } from '../google.ts';
import type { SeenBook } from './seen.ts';

const tickets = deskTabs.tickets;
const cell = (header: (typeof tickets.header)[number]): string =>
  `$${lettersOf(tickets.header.indexOf(header))}2`;
/** Instants are texts that sort as they are; semicolons are understood in every language of Sheets. */
export const nowAsText = (plus = ''): string => `TEXT(NOW()${plus};"yyyy-mm-dd hh:mm")`;

interface Colouring {
  readonly sheetId: number;
  readonly columns: number;
  readonly formula: string;
  readonly format: object;
}

const background = (red: number, green: number, blue: number): object => ({
  backgroundColorStyle: { rgbColor: { red, green, blue } },
});

/** Earlier ones win. */
export const colourings: readonly Colouring[] = [
  {
    sheetId: tickets.sheetId,
    columns: tickets.header.length,
    formula: `=AND(${cell('Due')}<>"";${cell('Due')}<=${nowAsText()})`,
    format: background(0.96, 0.78, 0.76),
  },
  {
    sheetId: tickets.sheetId,
    columns: tickets.header.length,
    formula: `=AND(${cell('Due')}<>"";${cell('Due')}<=${nowAsText('+2/24')})`,
    format: background(0.99, 0.91, 0.7),
  },
  {
    sheetId: tickets.sheetId,
    columns: tickets.header.length,
    formula: `=${cell('Severity')}="critical"`,
    format: { textFormat: { bold: true } },
  },
  {
    sheetId: deskTabs.health.sheetId,
    columns: 3,
    formula: '=$A2="Problem"',
    format: background(0.96, 0.78, 0.76),
  },
  {
    sheetId: deskTabs.health.sheetId,
    columns: 3,
    formula: '=AND(OR($A2="Parked mails";$A2="Given up";$A2="Overdue tickets");$B2<>"";$B2<>"0")',
    format: background(0.99, 0.91, 0.7),
  },
];

export function colourRequests(book: SeenBook): Requests {
  const places = new Map<number, number>();
  return colourings.flatMap(({ sheetId, columns, formula, format }) => {
    const index = places.get(sheetId) ?? 0;
    places.set(sheetId, index + 1);
    const seen = book.tabs.find((tab) => tab.sheetId === sheetId);
    if (seen?.formats.includes(formula)) return [];
    const ranges = [{ sheetId, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: columns }];
    const condition = { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] };
    const at = Math.min(index, seen?.formats.length ?? index);
    return [
      { addConditionalFormatRule: { index: at, rule: { ranges, booleanRule: { condition, format } } } },
    ];
  });
}
