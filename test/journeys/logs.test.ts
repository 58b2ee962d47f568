// Nothing personal in the logs: a day of the sample, with everything going wrong that can, and not one word of it there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeWords } from '../../src/google/safe-words.ts';
import type { Office } from '../../src/local/office.ts';
import { readSample } from '../../src/local/sample/sample.ts';
import { journey, post, support, tickets, withSettings } from './desk-journey.ts';
import { furnish, knock, postText, secret } from './door-journey.ts';

const minute = 60_000;

/** Words of the code itself, which logs are made of. */
function ownWords(): ReadonlySet<string> {
  const folder = join(__dirname, '../../src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(google|door|complaints|rules)\/.*\.ts$/.test(name),
  );
  return wordsIn(files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n'));
}

const wordsIn = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}{5,}/gu) ?? []);

/** What Apps Script would keep of its executions: the log, and what was thrown. */
const logOf = (office: Office): string =>
  [
    ...office.desk.logs.map(({ text }) => text),
    ...office.desk.executions.map(({ error }) => error ?? ''),
  ].join('\n');

test('a day with faults at every turn leaves no name, address, word or secret in the log', async () => {
  const office = await journey('2026-03-23T06:00:00Z', withSettings({ Acknowledge: 'send' }));
  furnish(office);
  const mails = (await readSample()).slice(0, 24);
  const words = new Set<string>();
  for (const [index, { raw, from, subject }] of mails.entries()) {
    const text = Buffer.from(raw).toString('utf8');
    for (const word of wordsIn(text.length > 100_000 ? subject : text)) words.add(word);
    office.world.gmail.deliver({ raw: Buffer.from(raw), to: [support] });
    const faults = office.world.faults;
    const kinds = [
      'rateLimit',
      'timeout',
      { status: 400, reason: 'invalidArgument' },
      { status: 503, reason: 'backendError' },
      { status: 404, reason: 'notFound' },
    ] as const;
    const fault = kinds[index % kinds.length] ?? 'timeout';
    const methods = [/history/, /batchUpdate/, /messages/, /labels/, /send/, /values/, /urlfetch/];
    if (index % 2 === 0) faults.at(1, { method: methods[index % methods.length] ?? /urlfetch/ }, fault);
    office.desk.attempt('tick');
    const ticket = tickets(office).at(-1);
    if (ticket && index % 3 === 0) {
      faults.at(1, { method: /sheets/ }, fault);
      knock(office, {
        ask: 'act',
        ticket: ticket.id,
        version: ticket.version,
        archiveRow: null,
        request: { do: 'note', note: subject, mentions: [] },
      });
      postText(office, `${subject} ${from}`);
    }
    faults.clear();
    office.world.advance(minute);
  }
  // A cell that holds half a text: reading it fails, and the error quotes it.
  const [, state = []] = office.world.sheets.values(office.workbook, 'State');
  office.world.sheets.edit(office.workbook, 'State', 1, 0, `Marit Solheim ${String(state[0]).slice(0, 40)}`, {
    by: support,
  });
  office.desk.properties.LABELS0 = 'Marit Solheim';
  post(office, { subject: 'After the edit' });
  office.desk.attempt('tick');
  const log = logOf(office);
  expect(office.desk.executions.length).toBeGreaterThan(24);
  expect(log.length).toBeGreaterThan(500);
  expect(log).not.toMatch(/\S@\S/);
  expect(log).not.toContain(secret);
  const own = ownWords();
  const leaked = [...wordsIn(log)].filter((word) => words.has(word) && !own.has(word));
  expect(leaked).toEqual([]);
});

test('an error that quotes what was read is logged by its kind, the desk’s own words as they are', () => {
  const caught = (does: () => unknown): string => {
    try {
      does();
    } catch (error) {
      expect(String(error)).toMatch(/Solheim/);
      return safeWords(error);
    }
    throw new Error('It did not fail');
  };
  const google = Object.assign(new Error('Address unavailable: https://mail.example/?q=Solheim'), {
    name: 'Exception',
  });
  expect(caught(() => JSON.parse('Solheim wrote'))).toMatch(/^SyntaxError/);
  expect(
    caught(() => {
      throw google;
    }),
  ).toMatch(/^Exception/);
  for (const error of [google]) expect(safeWords(error)).not.toMatch(/Solheim/);
  expect(caught(() => JSON.parse('Solheim wrote'))).not.toMatch(/Solheim/);
  expect(safeWords(new Error('Reading the mail: HTTP 404 notFound'))).toBe(
    'Reading the mail: HTTP 404 notFound',
  );
});
