// The doctor: a sound desk has nothing wrong, and each thing that can be wrong is found with its remedy.
import { examine, written } from '../../src/cli/setup/doctor/examine.ts';
import type { Finding } from '../../src/cli/setup/doctor/finding.ts';
import { pushBoth } from '../../src/cli/setup/push-both.ts';
import { setUp } from '../../src/cli/setup/setup.ts';
import type { WorldSnapshot } from '../../src/local/world/world.ts';
import { admin, bundles, openTestGoogle, support, type TestGoogle } from './google.ts';

const minute = 60_000;
let google: TestGoogle;
let sound: WorldSnapshot;
let projects: string;

/** One desk is set up; each test breaks it in its own way. */
beforeAll(async () => {
  await bundles();
  google = await openTestGoogle();
  await setUp(google.ground());
  google.world.advance(30 * minute);
  sound = google.world.snapshot();
  projects = JSON.stringify([...google.scripts.projects]);
}, 60_000);
afterEach(() => {
  google.world.restore(sound);
  for (const [id, project] of JSON.parse(projects))
    Object.assign(google.scripts.projects.get(id) ?? {}, project);
});
afterAll(() => google?.close());

const look = (): Promise<readonly Finding[]> => examine({ ...google.ground(), colleague: null });

async function ill(): Promise<readonly string[]> {
  const found = (await look()).filter(({ verdict }) => verdict === 'wrong' || verdict === 'watch');
  for (const { remedy } of found) expect(remedy.length).toBeGreaterThan(10);
  return found.map(({ check }) => check);
}

const workbook = (): string => google.ground().memory.now.workbook ?? '';
const project = (title: string) =>
  [...google.scripts.projects.values()].find((one) => one.title === title) as NonNullable<
    ReturnType<typeof google.scripts.projects.get>
  >;

test('a sound desk has nothing wrong', async () => {
  expect(await ill()).toEqual([]);
  const findings = await look();
  expect(findings.filter(({ verdict }) => verdict === 'right').length).toBeGreaterThanOrEqual(12);
  expect(written(findings)).toContain('ok    Trigger and heartbeat: It ran 0 minutes ago.');
});

test('a trigger that stopped is found by its missing heartbeat', async () => {
  google.world.restore({ ...sound, scripts: sound.scripts.map((one) => ({ ...one, triggers: [] })) });
  google.world.advance(40 * minute);
  expect(await ill()).toEqual(['Trigger and heartbeat']);
});

test('code that somebody changed in the editor is found', async () => {
  const desk = project('Tierline desk');
  desk.files = desk.files.map((file) => ({
    ...file,
    source: file.type === 'SERVER_JS' ? `${file.source}\n` : file.source,
  }));
  expect(await ill()).toEqual(['Code and manifests as built']);
});

test('a push puts changed code right, and moves the same deployment on', async () => {
  const sidebar = project('Tierline sidebar');
  const old = sidebar.versions[0];
  sidebar.files = sidebar.files.slice(0, 1);
  sidebar.versions.splice(0, 1, { number: 1, at: old?.at ?? 0, files: sidebar.files });
  expect(await ill()).toEqual(['Code and manifests as built', 'Deployed versions']);
  const ids = () => sidebar.deployments.map(({ id }) => id);
  const before = ids();
  await pushBoth(google.ground());
  expect(await ill()).toEqual([]);
  expect(ids()).toEqual(before);
  expect(sidebar.deployments.map(({ version }) => version)).toEqual([null, 2]);
});

test('a missing tab, a person that the rules do not know and a label that is gone are found', async () => {
  const values = google.world.sheets.values(workbook(), 'Settings');
  const row = values.findIndex(([name]) => name === 'Fallback owner');
  google.world.sheets.edit(workbook(), 'Settings', row, 1, 'nobody@acme.example', { by: support });
  expect(await ill()).toEqual(['Rules in the workbook']);
  const root = values.findIndex(([name]) => name === 'Label root');
  google.world.sheets.edit(workbook(), 'Settings', root, 1, 'Other', { by: support });
  expect(await ill()).toEqual(['Rights of the desk', 'Rules in the workbook']);
});

/** Writes over the last row of Health. */
function inHealth(cells: readonly string[]): void {
  const row = google.world.sheets.values(workbook(), 'Health').length;
  for (const [column, text] of cells.entries())
    google.world.sheets.edit(workbook(), 'Health', row, column, text, { by: support });
}

test('a quota that the desk sees running out, and mails it gave up, are told with what to do', async () => {
  inHealth(['Quota: mails sent', '60 %, spent in 12 days', 'Let Acknowledge make drafts']);
  inHealth(['Parked mails', '2', 'See Mails, outcome parked: answer them by hand']);
  expect(await ill()).toEqual(['Quotas', 'Health']);
  const findings = written(await look());
  expect(findings).toContain('Quota: mails sent 60 %, spent in 12 days.');
  expect(findings).toContain('Parked mails: 2.');
});

test('how old the newest mail is stands beside the place in the mailbox', async () => {
  expect(written(await look())).toMatch(/Place in the mailbox: .* Its newest mail is 0 days old\./);
});

test('a desk that does not know the secret is found', async () => {
  google.script('desk').properties.DOOR_SECRET = 'another secret of more than 24 letters';
  expect(await ill()).toEqual(['Door']);
});

test('a clock that is wrong on this computer is found', async () => {
  const ground = google.ground();
  const findings = await examine({ ...ground, now: () => ground.now() + 3 * minute, colleague: null });
  expect(findings.filter(({ verdict }) => verdict === 'wrong').map(({ check }) => check)).toEqual(['Clocks']);
});

test('without a sign-in for the desk’s account nothing else is looked at', async () => {
  google.scripts.off.add(support);
  expect(await look()).toHaveLength(1);
  google.scripts.off.clear();
});

const letter = (id: string) =>
  Buffer.from(
    `From: kari@example.com\r\nTo: ${support}\r\nSubject: Hello\r\nMessage-ID: <${id}@example.com>\r\n\r\nHello\r\n`,
  );
const groupOf = async (): Promise<string | undefined> =>
  (await examine({ ...google.ground(), colleague: google.colleague })).find(({ check }) => check === 'Group')
    ?.verdict;

test('a Group whose mails reach a colleague is right, and one that leaves them out is found', async () => {
  google.world.gmail.deliver({ raw: letter('one'), to: [support, admin] });
  expect(await groupOf()).toBe('right');
  google.world.gmail.deliver({ raw: letter('two'), to: [support] });
  expect(await groupOf()).toBe('wrong');
});
