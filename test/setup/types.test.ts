// Everything that setup and doctor send, and everything the imitated Apps Script API answers, against Google's types.
import { examine } from '../../src/cli/setup/doctor/examine.ts';
import { pushBoth } from '../../src/cli/setup/push-both.ts';
import { setUp } from '../../src/cli/setup/setup.ts';
import { complaintsOf, typesOf } from '../contract/compiled.ts';
import { bundles, type Exchange, openTestGoogle } from './google.ts';

/** HTTP method and path, what is sent and what is answered; null: nothing, or not of this part of the world. */
const methods: readonly (readonly [RegExp, string | null, string | null])[] = [
  [/^POST \/v4\/spreadsheets$/, 'sheets_v4.Schema$Spreadsheet', 'sheets_v4.Schema$Spreadsheet'],
  [
    /^POST \/v4\/spreadsheets\/[^/]+:batchUpdate$/,
    'sheets_v4.Schema$BatchUpdateSpreadsheetRequest',
    'sheets_v4.Schema$BatchUpdateSpreadsheetResponse',
  ],
  [/^GET \/v4\/spreadsheets\/[^/]+$/, null, 'sheets_v4.Schema$Spreadsheet'],
  [/^GET \/v4\/spreadsheets\/[^/]+\/values:batchGet$/, null, 'sheets_v4.Schema$BatchGetValuesResponse'],
  [/^GET \/v4\/spreadsheets\/[^/]+\/values\/[^/]+$/, null, 'sheets_v4.Schema$ValueRange'],
  [/^POST \/v1\/projects$/, 'script_v1.Schema$CreateProjectRequest', 'script_v1.Schema$Project'],
  [/^GET \/v1\/projects\/[^/]+$/, null, null],
  [/^GET \/v1\/projects\/[^/]+\/content$/, null, 'script_v1.Schema$Content'],
  [/^PUT \/v1\/projects\/[^/]+\/content$/, 'script_v1.Schema$Content', 'script_v1.Schema$Content'],
  [/^GET \/v1\/projects\/[^/]+\/versions$/, null, 'script_v1.Schema$ListVersionsResponse'],
  [/^POST \/v1\/projects\/[^/]+\/versions$/, 'script_v1.Schema$Version', 'script_v1.Schema$Version'],
  [/^GET \/v1\/projects\/[^/]+\/deployments$/, null, 'script_v1.Schema$ListDeploymentsResponse'],
  [
    /^POST \/v1\/projects\/[^/]+\/deployments$/,
    'script_v1.Schema$DeploymentConfig',
    'script_v1.Schema$Deployment',
  ],
  [
    /^PUT \/v1\/projects\/[^/]+\/deployments\/[^/]+$/,
    'script_v1.Schema$UpdateDeploymentRequest',
    'script_v1.Schema$Deployment',
  ],
  [/^GET \/v1\/processes:listScriptProcesses$/, null, 'script_v1.Schema$ListScriptProcessesResponse'],
  [/^POST \/gmail\/v1\/users\/me\/messages\/import$/, 'gmail_v1.Schema$Message', 'gmail_v1.Schema$Message'],
  [/^GET \/gmail\/v1\/users\/me\/messages$/, null, 'gmail_v1.Schema$ListMessagesResponse'],
  [/^GET \/gmail\/v1\/users\/me\/labels$/, null, 'gmail_v1.Schema$ListLabelsResponse'],
  [/^GET \/gmail\/v1\/users\/me\/history$/, null, 'gmail_v1.Schema$ListHistoryResponse'],
  [/^GET \/drive\/v3\/files$/, null, 'drive_v3.Schema$FileList'],
  [/^POST \/tokeninfo$/, null, null],
];

let exchanges: readonly Exchange[] = [];
beforeAll(async () => {
  await bundles();
  const google = await openTestGoogle();
  await setUp(google.ground());
  for (const project of google.scripts.projects.values()) {
    project.files = project.files.slice(0, 1);
    project.versions.splice(0, 1, { number: 1, at: 0, files: project.files });
  }
  await pushBoth(google.ground());
  await examine({ ...google.ground(), colleague: null });
  exchanges = [...google.exchanges];
  await google.close();
}, 60_000);

const placeOf = ({ request }: Exchange): string =>
  `${request.method} ${decodeURIComponent(new URL(request.url).pathname)}`;
const methodOf = (exchange: Exchange) => methods.find(([pattern]) => pattern.test(placeOf(exchange)));
const sent = ({ request }: Exchange): string => Buffer.from(request.body ?? '').toString('utf8');

const imports = [
  typesOf('drive', 'drive_v3', 'v3'),
  typesOf('gmail', 'gmail_v1', 'v1'),
  typesOf('script', 'script_v1', 'v1'),
  typesOf('sheets', 'sheets_v4', 'v4'),
];
const complaints = (lines: readonly string[]): string => complaintsOf([...imports, ...lines], 'literals.ts');

/** Scripts are long and of no type: cut short. */
const shortened = (json: string): string => json.replace(/"source":"(?:[^"\\]|\\.)*"/g, '"source":""');

test('setup and doctor call nothing but methods that Google publishes, and all of those listed here', () => {
  expect(exchanges.filter((one) => !methodOf(one)).map(placeOf)).toEqual([]);
  const used = new Set(exchanges.map((one) => methodOf(one)?.[0]));
  expect(methods.filter(([pattern]) => !used.has(pattern)).map(([pattern]) => String(pattern))).toEqual([]);
});

test('every request and every answer is of Google’s published type', () => {
  const literals = exchanges.flatMap((one) => {
    const [, asks, answers] = methodOf(one) ?? [];
    return [
      ...(asks ? [`${asks} = ${shortened(sent(one))}`] : []),
      ...(answers && one.response.status === 200 ? [`${answers} = ${shortened(one.response.body)}`] : []),
    ];
  });
  const lines = [...new Set(literals)].map((literal, index) => `export const one${index}: ${literal};`);
  expect(lines.length).toBeGreaterThan(25);
  expect(complaints(lines)).toBe('');
  const wrong = 'export const wrong: script_v1.Schema$Content = {"files":[{"nom":"x"}]};';
  expect(complaints([wrong])).toContain('literals.ts');
}, 60_000);
