// Names, types and masks are Google's, in every request that reaches the imitated Gmail and Sheets and in every answer.

import { readFileSync } from 'node:fs';
import { createClock } from '../../src/local/world/clock.ts';
import { createGmail } from '../../src/local/world/gmail/gmail.ts';
import { wrongAnswer } from '../../src/local/world/published/published.ts';
import { createChance } from '../../src/local/world/random.ts';
import { createSheets } from '../../src/local/world/sheets/sheets.ts';
import { publishedFile, publishedText } from '../contract/published.ts';

const clock = createClock(Date.parse('2026-03-02T09:00:00Z'));
const sheets = createSheets({ clock, random: createChance(1).next, onHandEdit: () => {} });
const gmail = createGmail({ clock });
const email = 'support@example.com';
gmail.addMailbox(email);
const book = sheets.create(email, 'Desk', ['Tickets']);
const scopes = [
  'https://www.googleapis.com/auth/spreadsheets',
  'https://www.googleapis.com/auth/gmail.modify',
];

function ask(path: string, body?: unknown): { status: number; message: string } {
  const api = path.startsWith('/v4') ? sheets : gmail;
  clock.advance(61_000);
  const { status, body: text } = api.handle(
    {
      method: body === undefined ? 'GET' : 'POST',
      url: `https://${api.hosts[0]}${path}`,
      headers: {},
      body: body === undefined ? null : JSON.stringify(body),
    },
    { email, scopes },
  );
  return { status, message: text === '' ? '' : (JSON.parse(text).error?.message ?? '') };
}
const change = (...requests: readonly object[]) => ask(`/v4/spreadsheets/${book}:batchUpdate`, { requests });

// Source: googleapis, the types of its Sheets v4 and Gmail v1 clients, made from Google's discovery documents.
test.each(['sheets', 'gmail'] as const)('the world knows every name that Google publishes for %s', (api) => {
  expect(readFileSync(publishedFile(api), 'utf8')).toBe(publishedText(api));
});

// Source: Google's answer to an unknown name, at any depth: 400, Cannot find field.
test('a name that Google does not have is refused, however deep it stands', () => {
  const wrong = { backgroundColour: { red: 1 } };
  expect(
    change({
      repeatCell: { range: {}, cell: { userEnteredFormat: wrong }, fields: 'userEnteredFormat' },
    }),
  ).toEqual({
    status: 400,
    message: `Invalid JSON payload received. Unknown name "backgroundColour" at 'requests[0].repeat_cell.cell.user_entered_format': Cannot find field.`,
  });
  expect(ask('/gmail/v1/users/me/labels', { name: 'a', color: { background: '#000000' } }).message).toContain(
    `Unknown name "background" at 'color'`,
  );
});

test.each([
  ['a number for a text', { updateCells: { start: {}, rows: [{ values: [{ note: 5 }] }], fields: 'note' } }],
  ['a text for a list', { updateCells: { start: {}, rows: 'a', fields: 'note' } }],
  ['a list for an object', { addSheet: [] }],
  ['a text for yes or no', { addSheet: { properties: { hidden: 'yes' } } }],
  ['words for a number', { addSheet: { properties: { sheetId: 'nine' } } }],
])('%s is refused', (_, request) => {
  expect(change(request)).toMatchObject({ status: 400, message: expect.stringMatching(/^Invalid value at/) });
});

// Source: reference of Sheets API v4, the words of each field.
test.each([
  [
    'an alignment',
    {
      repeatCell: { range: {}, cell: { userEnteredFormat: { horizontalAlignment: 'MIDDLE' } }, fields: '*' },
    },
  ],
  ['a dimension', { appendDimension: { dimension: 'ROW', length: 1 } }],
  [
    'a kind of number',
    {
      repeatCell: {
        range: {},
        cell: { userEnteredFormat: { numberFormat: { type: 'DATETIME' } } },
        fields: '*',
      },
    },
  ],
])('%s that Google does not have is refused', (_, request) => {
  expect(change(request)).toMatchObject({ status: 400, message: expect.stringMatching(/^Invalid value at/) });
});

test('null is as if nothing had been said, and whole numbers may come as text', () => {
  const properties = { title: 'More', sheetId: '7', hidden: null };
  expect(change({ addSheet: { properties } }).status).toBe(200);
});

// Source: field report, a mask of Sheets with a space after the comma answers 400.
test.each([
  ['properties,sheets.properties(title,sheetId)', 200],
  ['sheets/data/rowData/values/note', 200],
  ['sheets(properties.title,charts.chartId)', 200],
  ['*', 200],
  ['properties, sheets.properties', 400],
  ['sheets.properties.name', 400],
  ['sheets.data.rowData.values.notes', 400],
])('the mask %s of a spreadsheet is answered %d', (mask, status) => {
  expect(ask(`/v4/spreadsheets/${book}?fields=${encodeURIComponent(mask)}`).status).toBe(status);
});

test.each([
  ['historyId,history(messagesAdded)', 200],
  ['history/messagesAdded/message(id,labelIds)', 200],
  ['history(messageAdded)', 400],
])('the mask %s of a history is answered %d', (mask, status) => {
  const { historyId } = JSON.parse(
    gmail.handle(
      {
        method: 'GET',
        url: 'https://gmail.googleapis.com/gmail/v1/users/me/profile',
        headers: {},
        body: null,
      },
      { email, scopes },
    ).body,
  );
  const query = `startHistoryId=${historyId}&fields=${encodeURIComponent(mask)}`;
  expect(ask(`/gmail/v1/users/me/history?${query}`).status).toBe(status);
});

test.each([
  ['an invented parameter', 'values/Tickets?render=FORMULA'],
  ['a parameter of another method', '?majorDimension=ROWS'],
  ['yes for true', '?includeGridData=yes'],
  ['another way to show values', 'values/Tickets?valueRenderOption=PLAIN'],
])('%s is refused', (_, path) => {
  expect(ask(`/v4/spreadsheets/${book}${path.startsWith('?') ? '' : '/'}${path}`).status).toBe(400);
});

// Source: field report, Sheets reads the whole request before it looks for the spreadsheet.
test('a wrong request for a spreadsheet that is not there is 400, a sound one 404', () => {
  const requests = (name: string) => ({ requests: [{ addSheet: { properties: { [name]: 'x' } } }] });
  expect(ask('/v4/spreadsheets/nowhere:batchUpdate', requests('name')).status).toBe(400);
  expect(ask('/v4/spreadsheets/nowhere:batchUpdate', requests('title')).status).toBe(404);
});

// Source: field report, Google's Sheets answers `errors` with reasons only to `$.xgafv=1`.
test('a refusal of Sheets has code, message and status, and no reasons unless the old form is asked for', () => {
  const errorOf = (query: string) =>
    JSON.parse(
      sheets.handle(
        {
          method: 'GET',
          url: `https://sheets.googleapis.com/v4/spreadsheets/nowhere${query}`,
          headers: {},
          body: null,
        },
        { email, scopes },
      ).body,
    ).error;
  expect(errorOf('')).toEqual({ code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' });
  expect(errorOf('?$.xgafv=1').errors).toEqual([
    { message: 'Requested entity was not found.', domain: 'global', reason: 'notFound' },
  ]);
});

test('an answer that Google could not give is found', () => {
  const answer = (labelIds: unknown) => ({
    history: [{ id: '1', messagesAdded: [{ message: { labelIds } }] }],
  });
  expect(wrongAnswer('gmail', 'gmail.users.history.list', answer(['INBOX']))).toBeNull();
  expect(wrongAnswer('gmail', 'gmail.users.history.list', answer('INBOX'))).toContain('labelIds');
});
