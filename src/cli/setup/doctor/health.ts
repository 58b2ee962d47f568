// What the desk says of itself in the tab Health, as far as somebody must do something about it.
import { deskTabs } from '../../../rules/desk/tabs.ts';
import { type Check, type Patient, right, unknown, watch } from './finding.ts';

type Row = readonly [what: string, value: string, advice: string];

export async function healthRows({ google, doing, memory }: Patient): Promise<readonly Row[]> {
  const { data } = await doing.ask('sheets.spreadsheets.values.get', () =>
    google.sheets.spreadsheets.values.get({
      spreadsheetId: memory.now.workbook ?? '',
      range: `${deskTabs.health.name}!A2:C`,
    }),
  );
  return (data.values ?? []).map(([what = '', value = '', advice = '']) => [
    String(what),
    String(value),
    String(advice),
  ]);
}

/** Days ahead: the desk reckons it from what it used on the last days. */
export const isForecast = ([what]: Row): boolean => what.startsWith('Quota:');

/** Rows that other checks look at more closely (the doctor's own knock is a refused request), or that only tell. */
const told =
  /^(Quota:|Problem|Last tick|Open tickets|Overdue|Mails not read|Mails and labels|Learned|Rules read|Edits not|Requests refused)/;

export const health: Check = {
  name: 'Health',
  look: async (patient) => {
    const rows = await healthRows(patient);
    if (rows.length === 0) return unknown('The desk has written nothing yet.', 'Wait for its next tick.');
    const [first, ...others] = rows.filter(
      (row) => !told.test(row[0]) && !['', '0'].includes(row[1]) && row[2] !== '',
    );
    if (!first) return right('The desk says nothing that asks for somebody.');
    const more = others.length > 0 ? ` (and ${others.length} more: see the Health tab)` : '';
    return watch(`${first[0]}: ${first[1]}${more}.`, first[2]);
  },
};
