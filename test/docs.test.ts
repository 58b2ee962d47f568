// What the pages in docs and the README promise: links that lead somewhere, commands that are there, pictures that are small.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectRoot } from '../build/root.ts';
import { commands } from '../src/cli/commands.ts';
import { kit } from '../src/cli/setup/probe/kit.ts';
import { signInCommand } from '../src/cli/setup/scopes.ts';
import { mostExamples } from '../src/complaints/learning/retained.ts';
import { undoFor } from '../src/door/desk/memory.ts';
import { clockAllowance } from '../src/door/envelope.ts';
import { mostRecent } from '../src/google/learned.ts';
import { mostMails } from '../src/google/see.ts';
import { mostProblems } from '../src/rules/desk/problem-rows.ts';
import { settings } from '../src/rules/tables/settings.ts';
import { settingsShown } from '../src/rules/tables/settings-shown.ts';

const root = projectRoot();
const docs = join(root, 'docs');
const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(docs, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');

/** Links and pictures, without addresses on the web. */
const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)|<img[^>]*\ssrc="([^"]+)"/g)]
    .map((found) => String(found[1] ?? found[2]))
    .filter((link) => !/^(https?|mailto):/.test(link));

/** As GitHub names the anchor of a heading. */
const anchor = (heading: string): string =>
  heading
    .replace(/\]\([^)]*\)/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/^#+ (.+)$/gm)].map((found) => anchor(String(found[1]))));

function broken(page: string, link: string): boolean {
  const [path = '', at = ''] = link.split('#');
  const target = path === '' ? join(root, page) : join(root, dirname(page), decodeURI(path));
  if (relative(root, target).startsWith('..') || !existsSync(target)) return true;
  return at !== '' && !anchorsIn(readFileSync(target, 'utf8')).has(at);
}

test('the pages link to one another at all', () => {
  expect(pages.length).toBeGreaterThan(30);
  expect(pages.flatMap((page) => linksIn(textOf(page))).length).toBeGreaterThan(40);
});

test.each(pages)('every link of %s leads to a file, and to a heading where it names one', (page) => {
  expect(linksIn(textOf(page)).filter((link) => broken(page, link))).toEqual([]);
});

test('a link to nothing, out of the project or to a heading that is not there is found', () => {
  for (const link of ['setup.md#no-such-heading', 'nothing.md', '../../elsewhere.md', '#nowhere'])
    expect({ link, broken: broken('docs/setup.md', link) }).toEqual({ link, broken: true });
  expect(broken('docs/setup.md', '../README.md#try-it')).toBe(false);
});

/** Also those of decisions: what was decided is still run so. */
const named = (pattern: RegExp): readonly string[] =>
  [
    ...new Set(pages.flatMap((page) => [...textOf(page).matchAll(pattern)].map((found) => String(found[1])))),
  ].sort();

test('every npm script that a page names is there', () => {
  const scripts = JSON.parse(textOf('package.json')).scripts as Readonly<Record<string, string>>;
  const names = named(/npm run ([a-z][\w-]*)/g);
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => !(name in scripts))).toEqual([]);
});

test('every tierline command that a page names is there, and every command stands on a page besides the reference', () => {
  const names = named(/(?:`tierline|npm run tierline --) ([a-z][\w-]*)/g);
  expect(names.filter((name) => !(name in commands))).toEqual([]);
  const written = pages
    .filter((page) => !page.startsWith(join('docs', 'reference')))
    .map(textOf)
    .join('\n');
  const untold = Object.keys(commands).filter(
    (name) => !new RegExp(`(?:tierline|npm run tierline --) ${name}\\b`).test(written),
  );
  expect(untold).toEqual([]);
});

test('every option that a page gives a command is one that its help tells of', async () => {
  const used = pages.flatMap((page) =>
    [...textOf(page).matchAll(/npm run tierline -- ([a-z][\w-]*)([^\n`]*)/g)].flatMap(
      ([, name = '', rest = '']) =>
        [...rest.matchAll(/\s(--[a-z-]+)/g)].map((found) => [name, String(found[1])] as const),
    ),
  );
  expect(used.length).toBeGreaterThan(4);
  for (const [name, option] of used) {
    const usage = (await commands[name]?.())?.command.usage ?? '';
    expect({ name, option, told: usage.includes(`${option} `) || usage.includes(`${option}]`) }).toEqual({
      name,
      option,
      told: true,
    });
  }
});

test('every file that a page names by its path from the project is there', () => {
  const paths = named(/`((?:src|test|build)\/[\w./-]+)`/g);
  expect(paths.length).toBeGreaterThan(20);
  const made = /^build\/(desk|sidebar|sidebar-with-labels|menu|cloud)$/;
  const missing = paths.filter(
    (path) => !made.test(path) && !existsSync(join(root, path)) && !existsSync(join(root, `${path}.test.ts`)),
  );
  expect(missing).toEqual([]);
});

test('all pictures together are quickly there', () => {
  const folder = join(docs, 'pictures');
  const shown = new Set(
    pages.flatMap((page) => linksIn(textOf(page)).map((link) => join(root, dirname(page), link))),
  );
  const pictures = readdirSync(folder).map((name) => join(folder, name));
  expect(pictures.filter((one) => !shown.has(one))).toEqual([]);
  expect(pictures.reduce((sum, one) => sum + statSync(one).size, 0)).toBeLessThan(600_000);
});

test('the sign-in that setting up tells is the one that the program asks for', () => {
  expect(textOf('docs/setup.md').split('\n')).toContain(`    ${signInCommand(null)}`);
});

test('the page about the world has every check of the probe, once and in order', () => {
  const numbers = [...textOf('docs/world.md').matchAll(/^\|.*\| (\d+) \|$/gm)].map((found) =>
    Number(found[1]),
  );
  expect(numbers).toEqual(kit.map(({ number }) => number));
});

test('the limits that a page tells are those of the code', () => {
  const limits = textOf('docs/limits.md');
  const lines = [
    `| age of a request at the door | ${clockAllowance / 60_000} minutes either way |`,
    `| undo | ${undoFor / 60_000} minutes |`,
    `| problems listed and marked | ${mostProblems} |`,
    `| examples learned from | ${mostExamples.toLocaleString('en')} |`,
    `| mails compared for incidents | the last ${mostRecent} of three days |`,
    `takes at most ${mostMails} mails`,
  ];
  expect(lines.filter((line) => !limits.includes(line))).toEqual([]);
});

test('how long things are kept is told as a new workbook says it', () => {
  const first = (key: 'keepTicketMonths' | 'keepMailDays'): string =>
    String(settingsShown[key].starter ?? settings[key].starter);
  const [months, days] = [first('keepTicketMonths'), first('keepMailDays')];
  expect(textOf('docs/limits.md')).toContain(`${months} months and ${days} days in a new workbook`);
  expect(textOf('docs/admins.md')).toContain(
    `closed tickets ${months} months, records of mails ${days} days in a new workbook`,
  );
  expect(textOf('docs/privacy.md')).toContain(`*Keep closed tickets (months)*: ${months} in a new workbook`);
});
