// The option: a ticket's labels on the agent's own copy of the conversation, which the plain sidebar never touches.
import { mailIds, onlyTicket } from './desk-journey.ts';
import { anna, knock } from './door-journey.ts';
import { type Begun, begin, lamp, openPanel } from './sidebar-journey.ts';

let begun: Promise<Begun> | null = null;

async function withLabels(): Promise<Begun> {
  begun ??= begin('sidebar-with-labels');
  const one = await begun;
  one.office.world.restore(one.saved);
  one.office.world.faults.clear();
  return one;
}

beforeAll(withLabels, 30_000);

/** Names of the desk's labels on Anna's copy. */
function labelsAtAnna({ office }: Begun): readonly string[] {
  const mailbox = office.world.gmail.mailbox(anna);
  const copy = mailbox
    .messages()
    .find(({ payload }) => payload?.headers?.some(({ name, value }) => name === 'Subject' && value === lamp));
  const names = mailbox.labelsOn(copy?.id ?? '').filter((name) => name.startsWith('Tierline/'));
  return [...names].sort();
}

test('opening a mail puts the ticket’s labels on the agent’s own copy, and takes off what no longer holds', async () => {
  const world = await withLabels();
  expect(mailIds(world.office, lamp)).toHaveLength(1);
  expect(labelsAtAnna(world)).toEqual([]);
  openPanel(world);
  expect(labelsAtAnna(world)).toEqual(['Tierline/Quality/Defect', 'Tierline/Tier 1']);
  const request = { do: 'escalate', way: 'hierarchical', because: 'time', to: null, note: '' } as const;
  const { version } = onlyTicket(world.office);
  knock(world.office, { ask: 'act', ticket: 'FL-1', version, archiveRow: null, request });
  openPanel(world);
  expect(labelsAtAnna(world)).toEqual(['Tierline/Escalated', 'Tierline/Quality/Defect', 'Tierline/Tier 2']);
});

test('opened again it changes nothing', async () => {
  const world = await withLabels();
  openPanel(world);
  const again = world.office.world.calls.during(() => void openPanel(world));
  // One for the labels, one is the desk's own.
  expect(again.byMethod['urlfetch.fetchAll']).toBe(2);
});

test('where Gmail refuses the labels the card is shown all the same', async () => {
  const world = await withLabels();
  const { faults } = world.office.world;
  faults.always({ method: 'gmail.users.labels.list' }, { status: 500, reason: 'backendError' });
  expect(openPanel(world).card.header?.title).toBe('FL-1 · New');
  expect(labelsAtAnna(world)).toEqual([]);
});

test('without the consent that only this sidebar asks for, the card says why it is needed', async () => {
  const world = await withLabels();
  const all = world.sidebar.manifest.oauthScopes ?? [];
  world.sidebar.grant(
    anna,
    all.filter((scope) => !scope.endsWith('gmail.modify')),
  );
  expect(openPanel(world).text()).toContain('to show the ticket’s labels on your own copy');
});
