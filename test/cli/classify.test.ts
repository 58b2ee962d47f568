import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { command } from '../../src/cli/classify.ts';
import { toJudge, toLearn } from '../complaints/fixtures/support-mails.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierline-classify-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(args: readonly string[], input = '') {
  const out: string[] = [];
  const err: string[] = [];
  const code = await command.run(args, {
    input: Readable.from([Buffer.from(input)]),
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  });
  return { code, out: out.join(''), err: err.join('') };
}

function lines(name: string, mails: readonly { category: string; text: string; language: string }[]): string {
  const path = join(folder, name);
  const rows = mails.map(({ category, text, language }, at) =>
    JSON.stringify({ id: `${name}-${at}`, text, label: category, lang: language }),
  );
  writeFileSync(path, `${rows.join('\n')}\n`);
  return path;
}

function rules(
  categories = 'Category,Subcategory,Keywords\nHeating,,"boiler, Heizung, radiator"\nRent,,"rent, Miete"\nRent,Twice,"twice, doppelt"\n',
): string {
  const path = join(folder, 'rules');
  mkdirSync(path);
  writeFileSync(join(path, 'Categories.csv'), categories);
  return path;
}

test('mails from standard input are answered in the order they came', async () => {
  const mails = [
    { id: 7, subject: 'Miete', text: 'Die Miete wurde doppelt abgebucht.' },
    { text: 'The boiler is cold and makes noise. This is unacceptable!' },
  ];
  const { code, out } = await run(['--rules', rules()], JSON.stringify(mails));
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject([
    { id: '7', category: 'Rent', sublabel: 'Twice', language: 'de', why: expect.stringContaining('Miete') },
    { category: 'Heating', language: 'en', mood: 'red', severity: 'high' },
  ]);
  expect(JSON.parse(out)[0].alternatives[0]).toMatchObject({ category: 'Heating' });
});

test('what was quoted, the signature and the disclaimer do not count', async () => {
  const examples = lines('learn.jsonl', toLearn);
  const fresh = 'The radiators are cold and the boiler does not start.';
  const quoted =
    '\n\nOn Mon, 2 Mar 2026 at 10:00, Support <support@acme.example> wrote:\n> Your rent was debited twice.\n> The neighbours play loud music, the dog barks.\n';
  const signed =
    '\n\n-- \nDr Anna Rent\nRent & Bank Account Ltd, direct debit of the rent\nThis message is confidential.\n';
  const asked = [fresh, fresh + quoted, fresh + signed].map((text) => ({ text }));
  const { out } = await run(['--examples', examples], JSON.stringify(asked));
  const [plain, ...others] = JSON.parse(out);
  expect(plain).toMatchObject({ category: 'Heating' });
  for (const other of others) expect(other).toEqual(plain);
});

test('an evaluation tells figures and every prediction', async () => {
  const json = join(folder, 'out.json');
  const evaluate = lines('judge.jsonl', toJudge);
  const { code, out } = await run([
    '--examples',
    lines('learn.jsonl', toLearn),
    '--evaluate',
    evaluate,
    '--json',
    json,
  ]);
  expect(code).toBe(0);
  expect(out).toMatch(/12 mails, learned from 48 examples\n {2}accuracy 100\.0 %/);
  const read = JSON.parse(readFileSync(json, 'utf8'));
  expect(read).toMatchObject({ accuracy: 1, macroF1: 1, mails: 12, learnedFrom: 48 });
  expect(read.predictions).toHaveLength(12);
  expect(read.predictions[0]).toMatchObject({ id: 'judge.jsonl-0', label: 'Heating', category: 'Heating' });
  expect(read.labels.map(({ label }: { label: string }) => label)).toEqual(['Heating', 'Neighbours', 'Rent']);
  expect(read.targets.map(({ target }: { target: number }) => target)).toEqual([0.9, 0.95]);
});

test('a stream guesses each mail before learning it, and gets better', async () => {
  const turns = Array.from({ length: 16 }, (_, at) => toLearn.filter((_, place) => place % 16 === at)).flat();
  const evaluate = lines('stream.jsonl', [...turns, ...toJudge]);
  const json = join(folder, 'out.json');
  const { code, out } = await run(['--evaluate', evaluate, '--stream', '--json', json]);
  expect(code).toBe(0);
  expect(out).toContain('Learning curve');
  const { curve, predictions } = JSON.parse(readFileSync(json, 'utf8'));
  expect(predictions).toHaveLength(60);
  expect(curve.at(-1).accuracy).toBeGreaterThan(curve[0].accuracy);
});

test('what cannot be read is told with file and line', async () => {
  const path = join(folder, 'bad.jsonl');
  writeFileSync(path, '{"text":"a","label":"b"}\n{"text":"a"}\n');
  expect(await run(['--evaluate', path])).toMatchObject({ code: 2, err: expect.stringContaining('line 2') });
  expect(await run(['--examples', join(folder, 'none.jsonl')], '[]')).toMatchObject({ code: 2 });
  expect(await run([], 'no json')).toMatchObject({ code: 2, err: expect.stringContaining('standard input') });
  expect(await run(['--stream'])).toMatchObject({ code: 2 });
  expect(await run(['--rules', join(folder, 'none')], '[]')).toMatchObject({ code: 2 });
});

test('what is wrong in the rules is told, and the sound rows decide', async () => {
  const folder = rules('Category,Subcategory,Keywords\nHeating,,boiler\nHeating,,radiator\nRent,,rent\n');
  const { code, out, err } = await run(['--rules', folder], '[{"text":"The boiler is cold"}]');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject([{ category: 'Heating' }]);
  expect(err).toMatch(/^tierline classify: Categories row 3, Category: 'Heating' is in row 2 already\./);
  expect(err).not.toContain('Matrix');
});

test.each(['Nonsense,Columns\n1,2\n', 'Category,Subcategory,Keywords\n"Heating,,boiler\n'])(
  'without one category that can be read nothing is guessed: %j',
  async (categories) => {
    const { code, out, err } = await run(['--rules', rules(categories)], '[{"text":"The boiler is cold"}]');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/Categories.*\n.*rules has no category\./s);
  },
);

test('where nothing is to be measured no figures are made up', async () => {
  const path = join(folder, 'empty.jsonl');
  writeFileSync(path, '\n');
  expect(await run(['--evaluate', path])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('no mails'),
  });
});

test('a mail without a subject and a text is told, not guessed', async () => {
  const path = join(folder, 'bad.jsonl');
  writeFileSync(path, '{"label":"a"}\n');
  expect(await run(['--evaluate', path])).toMatchObject({ code: 2, err: expect.stringContaining('line 1') });
  expect(await run([], '[{"txt":"The boiler is cold"}]')).toMatchObject({ code: 2, out: '' });
});

test('a file that cannot be written is told', async () => {
  const json = join(folder, 'nowhere', 'out.json');
  expect(await run(['--json', json], '[{"text":"Hello"}]')).toMatchObject({
    code: 2,
    err: `tierline classify: ${json} cannot be written.\n`,
  });
});

test('where there is one category only, no second is thought of', async () => {
  const one = toLearn.filter(({ category }) => category === 'Heating');
  const { out } = await run(
    ['--examples', lines('one.jsonl', one)],
    '[{"text":"Zzz"},{"text":"The boiler is cold"}]',
  );
  const [unknown, known] = JSON.parse(out);
  expect(unknown.why).toBe('Heating, though no word of the mail tells much');
  expect(known.why).toMatch(/^Heating, because of [^;]*$/);
});
