// The imitated Sheets, through Google's own client over HTTP, and its answers against Google's published types.
import { sheets } from 'googleapis/build/src/apis/sheets';
import { OAuth2Client } from 'googleapis-common';
import { createClock } from '../../src/local/world/clock.ts';
import { serveGmail } from '../../src/local/world/gmail/server.ts';
import { googleMethodOf } from '../../src/local/world/google-methods.ts';
import { createChance } from '../../src/local/world/random.ts';
import { createSheets } from '../../src/local/world/sheets/sheets.ts';
import { complaintsOf, typesOf } from './compiled.ts';
import { type SheetsTarget, sheetsContract } from './sheets.contract.ts';

/** What each method answers in `sheets_v4`. */
const answersWith: Readonly<Record<string, string>> = {
  'sheets.spreadsheets.create': 'Spreadsheet',
  'sheets.spreadsheets.get': 'Spreadsheet',
  'sheets.spreadsheets.batchUpdate': 'BatchUpdateSpreadsheetResponse',
  'sheets.spreadsheets.values.get': 'ValueRange',
  'sheets.spreadsheets.values.batchGet': 'BatchGetValuesResponse',
  'sheets.spreadsheets.values.update': 'UpdateValuesResponse',
  'sheets.spreadsheets.values.append': 'AppendValuesResponse',
  'sheets.spreadsheets.values.clear': 'ClearValuesResponse',
};

const literals: { readonly method: string; readonly body: string }[] = [];
let target: SheetsTarget & { close(): Promise<void> };

beforeAll(async () => {
  const clock = createClock(Date.parse('2026-03-02T09:00:00Z'));
  const world = createSheets({ clock, random: createChance(1).next, onHandEdit: () => {} });
  const caller = { email: 'support@example.com', scopes: ['https://www.googleapis.com/auth/spreadsheets'] };
  const served = await serveGmail(world, {
    who: (token) => (token === 'good' ? caller : null),
    watch: (request, response) => {
      const { host, pathname } = new URL(request.url);
      const method = googleMethodOf(request.method, host, decodeURIComponent(pathname))?.id ?? 'unknown';
      if (response.status === 200) literals.push({ method, body: response.body });
    },
  });
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: 'good', expiry_date: Date.now() + 3_600_000 });
  const api = sheets({ version: 'v4', rootUrl: served.url, auth, fetchImplementation: fetch, retry: false });
  target = { api, nextMinute: () => clock.advance(61_000), close: served.close };
});

afterAll(() => target.close());

beforeEach(() => target.nextMinute());

test.each(sheetsContract.map((one) => [one.name, one] as const))('%s', async (_, { run }) => {
  await run(target);
});

/** The compiler's complaints about a program of these lines. */
const complaints = (lines: readonly string[]): string =>
  complaintsOf([typesOf('sheets', 'sheets_v4', 'v4'), ...lines]);

test('every answer of the suite is of Google’s published type', () => {
  expect(new Set(literals.map(({ method }) => method))).toEqual(new Set(Object.keys(answersWith)));
  const lines = literals.map(
    ({ method, body }, index) =>
      `export const answer${index}: sheets_v4.Schema$${answersWith[method]} = ${body};`,
  );
  expect(complaints([...new Set(lines)])).toBe('');
  const wrong = 'export const wrong: sheets_v4.Schema$ValueRange = {"range":5,"rows":[]};';
  expect(complaints([wrong])).toContain('answers.ts');
}, 30_000);
