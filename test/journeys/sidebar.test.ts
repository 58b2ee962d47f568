// What an agent reads beside a mail and on the home card: the shipped sidebar asks the shipped desk.
import { readFileSync } from 'node:fs';
import { build } from '../../build/build.ts';
import type { Office } from '../../src/local/office.ts';
import type { Script, WorldSnapshot } from '../../src/local/world/world.ts';
import { journey, onlyTicket, support } from './desk-journey.ts';
import { anna, furnish, secret } from './door-journey.ts';

const minutes = (count: number): number => count * 60_000;

interface Begun {
  readonly office: Office;
  readonly sidebar: Script;
  readonly saved: WorldSnapshot;
}

let begun: Promise<Begun> | null = null;

/** A customer's mail that support and Anna both have a copy of, and a desk that made FL-1 of it. */
async function beside(): Promise<Begun> {
  begun ??= begin();
  const { office, saved } = await begun;
  office.world.restore(saved);
  return begun;
}

async function begin(): Promise<Begun> {
  const { sidebar: built } = await build({ only: ['sidebar'] });
  if (!built) throw new Error('The sidebar is not built');
  const office = await journey();
  furnish(office);
  office.desk.run('tick');
  const { world } = office;
  const sidebar = world.addScript({
    name: 'sidebar',
    owner: support,
    code: built.text,
    manifest: JSON.parse(readFileSync(built.manifest, 'utf8')),
    properties: { DESK_URL: office.desk.webapp.url, DOOR_SECRET: secret },
  });
  sidebar.addEditor(anna);
  sidebar.grant(anna);
  deliver(office, 'lamp@example.com', lamp);
  world.advance(minutes(2));
  return { office, sidebar, saved: world.snapshot() };
}

function deliver(office: Office, id: string, subject: string): void {
  const head = [
    'From: Kari <kari@example.com>',
    `To: ${support}`,
    `Subject: ${subject}`,
    `Message-ID: <${id}>`,
  ];
  const raw = Buffer.from([...head, '', 'The lamp I bought does not work.', ''].join('\r\n'));
  office.world.gmail.deliver({ raw, to: [support, anna] });
}

const lamp = 'My lamp <b>is</b> broken';

/** Anna opens her copy of a mail; the card's texts as she reads them. */
function opens({ office, sidebar }: Begun, subject = lamp): string {
  const copy = office.world.gmail
    .mailbox(anna)
    .messages()
    .find(({ payload }) =>
      payload?.headers?.some(({ name, value }) => name === 'Subject' && value === subject),
    );
  const id = copy?.id ?? '';
  const accessToken = office.world.gmail.openMessage(anna, id);
  const event = { gmail: { messageId: `msg-f:${BigInt(`0x${id}`)}`, accessToken } };
  return texts(sidebar.runAs(anna, 'onMessage', event));
}

const goesHome = ({ sidebar }: Begun): string => texts(sidebar.runAs(anna, 'onHome', {}));

const texts = (card: unknown): string => (card as { printJson(): string }).printJson();

test('beside her copy of the mail an agent reads ticket, category and why, owner, tier and what is due next', async () => {
  const world = await beside();
  const card = opens(world);
  expect(card).toContain('FL-1: new');
  expect(card).toContain('Product and service quality &gt; Defect');
  expect(card).toMatch(/Categories row/);
  expect(card).toContain('Tier 1 of 3');
  expect(card).toMatch(/● (First|Next) response: \d+ h/);
  expect(card).not.toContain('cannot be reached');
});

test('opening a mail costs one request to the desk', async () => {
  const world = await beside();
  const before = world.office.desk.executions.length;
  const calls = world.office.world.calls.during(() => void opens(world));
  expect(world.office.desk.executions.length - before).toBe(1);
  expect(calls.byMethod['urlfetch.fetch']).toBe(1);
});

test('a mail without a ticket is said to have none', async () => {
  const world = await beside();
  deliver(world.office, 'new@example.com', 'Something else');
  expect(opens(world, 'Something else')).toContain('The desk knows no ticket for this mail');
});

test('on the home card an agent reads the next case and the figures of the team', async () => {
  const world = await beside();
  const owner = onlyTicket(world.office).owner;
  const card = goesHome(world);
  expect(card).toContain('Next case');
  expect(card).toContain('1 open, 0 overdue');
  expect(card.includes('FL-1')).toBe(owner === anna);
});

test.each([
  ['the address is wrong', { DESK_URL: 'https://script.google.com/macros/s/none/exec' }, 'cannot be reached'],
  ['the secrets differ', { DOOR_SECRET: 'another secret of twenty-four signs' }, 'compare the secrets'],
  ['an address is missing', { DESK_URL: '' }, 'not connected yet'],
])('when %s, the card says so and shows no ticket', async (_, properties, words) => {
  const world = await beside();
  Object.assign(world.sidebar.properties, properties);
  const card = opens(world);
  expect(card).toContain(words);
  expect(card).not.toContain('FL-1');
});

test('one lost answer is asked for again, two are said', async () => {
  const world = await beside();
  const { faults } = world.office.world;
  faults.at(1, { method: 'urlfetch.fetch', script: 'sidebar' }, { status: 500, reason: 'lost' });
  expect(opens(world)).toContain('FL-1');
  faults.always({ method: 'urlfetch.fetch', script: 'sidebar' }, { status: 500, reason: 'lost' });
  const card = opens(world);
  faults.clear();
  expect(card).toContain('cannot be reached');
  expect(card).toContain('Mail is handled all the same');
});

test('who is not in People reads whom to ask', async () => {
  const world = await beside();
  const eve = 'eve@fjordlicht.example';
  world.office.world.addAccount(eve);
  world.sidebar.addEditor(eve);
  world.sidebar.grant(eve);
  expect(texts(world.sidebar.runAs(eve, 'onHome', {}))).toContain('eve@fjordlicht.example is not in People');
});

test('where Google lets nobody read the properties, the card says what an admin does', async () => {
  const world = await beside();
  const ida = 'ida@fjordlicht.example';
  world.office.world.addAccount(ida);
  world.sidebar.grant(ida);
  expect(texts(world.sidebar.runAs(ida, 'onHome', {}))).toContain('install the sidebar for the organisation');
});
