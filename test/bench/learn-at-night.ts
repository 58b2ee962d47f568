// The night's work on 20,000 examples through the bundle: seconds of computing and at Google, slices, calls.
// Twice: as the script runs here, and with V8's optimiser off, a pessimistic stand-in for Apps Script.
import { setFlagsFromString } from 'node:v8';
import { type Built, build } from '../../build/build.ts';
import { exampleOf } from '../../src/complaints/learning/example.ts';
import type { Category } from '../../src/complaints/rules.ts';
import { type Office, openOffice } from '../../src/local/office.ts';
import { rememberedRow } from '../../src/rules/desk/learning-rows.ts';
import { readRules } from '../../src/rules/read.ts';
import { starterDefault } from '../../src/rules/starter.ts';

const support = 'support@fjordlicht.example';
const start = Date.parse('2026-03-24T08:00:00Z');
const count = Number(process.env.COUNT ?? 20_000);
const { rules } = readRules(starterDefault, null);

/** Always the same numbers, from 0 up to `below`. */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const syllables = 'ba ko li mer ta su ven do ri pas el gan to fi mu ser ka lo ni der'.split(' ');
const syllable = (number: number): string => syllables[number % syllables.length] ?? '';
/** A word that no keyword knows; small numbers are frequent. */
const filler = (number: number): string =>
  `${syllable(number)}${syllable(Math.floor(number / 20))}${syllable(Math.floor(number / 400))}`;

/** Some 90 words: three of the category's own, now and then one of another, the rest what everybody writes. */
function letter(at: number, own: Category, draw: (below: number) => number): string {
  const words = Array.from({ length: 60 + draw(60) }, () =>
    filler(Math.floor(8_000 ** (draw(1_000) / 1_000))),
  );
  const put = ({ keywords }: Category): void => {
    words[draw(words.length)] = keywords[draw(keywords.length)] ?? '';
  };
  for (let n = 0; n < 3; n++) put(own);
  const { categories } = rules;
  if (draw(3) === 0) put(categories[draw(categories.length)] ?? own);
  return `${words.join(' ')}. Order ${at}.`;
}

function learningRows(): string[][] {
  const taught = rules.categories.filter(({ keywords }) => keywords.length > 0);
  const draw = chance(1);
  return Array.from({ length: count }, (_, at) => {
    const own = taught[draw(taught.length)] as Category;
    const words = letter(at, own, draw);
    const path = { category: own.name, subcategory: own.subcategory };
    const example = exampleOf(
      { subject: '', words, from: { name: '', address: `c${at}@example.com` } },
      { path, at: start - at * 60_000, key: `FL-${at + 1}`, trust: at % 4 === 0 ? 0.4 : 1 },
      rules,
    );
    return [...rememberedRow({ example, spoke: [] })];
  });
}

function append(office: Office, tab: string, values: readonly (readonly string[])[]): void {
  for (let from = 0; from < values.length; from += 1_000) {
    const { status, body } = office.world.sheets.handle(
      {
        method: 'POST',
        url: `https://sheets.googleapis.com/v4/spreadsheets/${office.workbook}/values/${tab}!A1:append?valueInputOption=RAW&insertDataOption=INSERT_ROWS`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ values: values.slice(from, from + 1_000) }),
      },
      { email: support, scopes: ['https://www.googleapis.com/auth/spreadsheets'] },
    );
    if (status !== 200) throw new Error(body);
  }
}

interface Shift {
  readonly done: readonly string[];
  readonly failed: readonly string[];
  readonly left: string | null;
  readonly at: number;
}

const shiftOf = (office: Office): Shift => JSON.parse(office.desk.properties.NIGHT ?? '{"done":[]}');

const computed = (): number => process.cpuUsage().user / 1_000;

type Line = Readonly<Record<string, string | number>>;

/** From three in the morning until all chores are done. */
function night(office: Office, how: string): readonly Line[] {
  const lines: Line[] = [];
  for (let tick = 0; tick < 40; tick++) {
    office.world.advance(60_000);
    const before = shiftOf(office);
    const [began, cpu] = [office.world.now(), computed()];
    const calls = office.world.calls.during(() => void office.desk.run('tick'));
    const after = shiftOf(office);
    const chore = after.done.find((name) => !before.done.includes(name));
    if (chore !== undefined || after.left !== before.left || after.failed.length > 0)
      lines.push({
        run: how,
        chore: chore ?? 'goes on',
        seconds: Math.round((office.world.now() - began) / 1_000),
        'of them at Google': Math.round(calls.seconds),
        'CPU here': Math.round((computed() - cpu) / 1_000),
        calls: calls.total,
        'HTTP requests': calls.requests,
        left: after.left ?? '',
        failed: after.failed.join(', '),
      });
    if (before.done.length > 0 && after.done.length === 0) break;
  }
  return lines;
}

function measured(built: Built, rows: readonly (readonly string[])[], how: string): readonly Line[] {
  const office = openOffice({
    start,
    rules: starterDefault,
    support,
    built,
    computed,
    patience: 30 * 60_000,
  });
  office.desk.run('uninstall');
  office.desk.run('tick');
  append(office, 'Learning', rows);
  office.world.advance(20 * 3_600_000);
  const lines = night(office, how);
  const about = office.rows('Model')[0]?.about ?? '';
  const cells = office.rows('Model').reduce((sum, { model = '' }) => sum + model.length, 0);
  process.stderr.write(`${how}: ${about}, model ${cells} characters\n`);
  return lines;
}

export async function measure(): Promise<{ title: string; rows: Line[] }> {
  const built = await build({ only: ['desk'] });
  const rows = learningRows();
  const size = rows.reduce((sum, row) => sum + row.join('').length, 0) / 1e6;
  const asHere = measured(built, rows, 'as here');
  setFlagsFromString('--no-opt');
  const slow = measured(built, rows, 'optimiser off');
  return { title: `A night with ${count} examples (${size.toFixed(0)} MB)`, rows: [...asHere, ...slow] };
}
