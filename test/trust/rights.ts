// Role by action, tried one by one at the door of the shipped desk: what comes out is the table of docs/rights.md.
import type { Request } from '../../src/complaints/request.ts';
import type { DoorRequest } from '../../src/door/request.ts';
import type { Office } from '../../src/local/office.ts';
import type { WorldSnapshot } from '../../src/local/world/world.ts';
import type { Workbook } from '../../src/rules/sheet.ts';
import { starterDefault } from '../../src/rules/starter.ts';
import { journey, post, tickets } from '../journeys/desk-journey.ts';
import { furnish, knock } from '../journeys/door-journey.ts';

const at = (name: string): string => `${name}@fjordlicht.example`;

export const roles = {
  'Not in People': at('nobody'),
  'Agent, other category': at('ida'),
  Agent: at('anna'),
  Lead: at('femke'),
  Admin: at('petra'),
} as const;
export type RoleName = keyof typeof roles;
export const roleNames = Object.keys(roles) as readonly RoleName[];

type Deed = Request['do'];
type Ask = Exclude<DoorRequest['ask'], 'act'>;

/** `after`: what an admin does before, so that only the right to do it is in question. */
interface Scene<R> {
  readonly name: string;
  readonly request: (office: Office, actor: string) => R;
  readonly after?: (office: Office, actor: string) => void;
  /** The ticket that it is about; the first unless told. */
  readonly ticket?: string;
}

const deed = (name: string, request: Request, after?: Scene<Request>['after']): Scene<Request> => ({
  name,
  request: () => request,
  ...(after ? { after } : {}),
});

const note = '';
/** What the category requires before a handover. */
const facts = ['Order number', 'What is broken, and since when', 'Photo or short film', 'Serial number'].map(
  (fact) => ({
    fact,
    value: '4711',
  }),
);
const admin = roles.Admin;
const did =
  (request: Request, ticket = 'FL-1') =>
  (office: Office) =>
    void act(office, admin, ticket, request);

/** Every deed of the protocol: the compiler says when one is missing. */
const deeds: { readonly [D in Deed]: readonly Scene<Request>[] } = {
  take: [deed('take a ticket', { do: 'take' })],
  assign: [
    {
      name: 'assign a ticket to oneself',
      request: (_, actor) => ({ do: 'assign', to: actor === roles['Not in People'] ? roles.Agent : actor }),
    },
    deed('assign a ticket to somebody else', { do: 'assign', to: at('georg') }),
  ],
  'hand over': [deed('hand a ticket over', { do: 'hand over', to: at('david'), note, facts })],
  accept: [
    {
      name: 'accept a handover to oneself',
      request: () => ({ do: 'accept' }),
      after: (office, actor) => did({ do: 'hand over', to: actor, note, facts })(office),
    },
    deed(
      'accept a handover to somebody else',
      { do: 'accept' },
      did({ do: 'hand over', to: at('david'), note, facts }),
    ),
  ],
  return: [
    {
      name: 'return a handover to oneself',
      request: () => ({ do: 'return', note }),
      after: (office, actor) => did({ do: 'hand over', to: actor, note, facts })(office),
    },
  ],
  escalate: [
    deed('escalate to the next tier', {
      do: 'escalate',
      way: 'hierarchical',
      because: 'time',
      to: null,
      note,
    }),
    deed('escalate to an expert', {
      do: 'escalate',
      way: 'functional',
      because: 'knowledge',
      to: at('elena'),
      note,
    }),
  ],
  'set category': [
    deed('correct the category', { do: 'set category', category: 'Other', subcategory: null }),
  ],
  'confirm category': [deed('confirm the category', { do: 'confirm category' })],
  'set severity': [deed('correct the severity', { do: 'set severity', severity: 'high' })],
  wait: [deed('let it wait for the customer', { do: 'wait', on: 'customer', until: null })],
  'go on': [deed('end a wait', { do: 'go on' }, did({ do: 'wait', on: 'customer', until: null }))],
  promise: [
    {
      name: 'promise a time to the customer',
      request: (office) => ({ do: 'promise', until: office.world.now() + 3_600_000 }),
    },
  ],
  note: [deed('write a note', { do: 'note', note: 'Seen', mentions: [] })],
  'add co-owner': [deed('ask a colleague to help', { do: 'add co-owner', person: at('david') })],
  'record fact': [deed('record a fact', { do: 'record fact', fact: 'Order number', value: '4711' })],
  'record facts': [
    deed('record several facts', {
      do: 'record facts',
      facts: [{ fact: 'Order number', value: '4711' }],
    }),
  ],
  resolve: [deed('resolve a ticket', { do: 'resolve', rootCause: null, solution: null })],
  reopen: [
    deed('reopen a ticket', { do: 'reopen' }, did({ do: 'resolve', rootCause: null, solution: null })),
  ],
  'not a ticket': [deed('say that it is no ticket', { do: 'not a ticket' })],
  link: [deed('make it part of an incident', { do: 'link', to: null })],
  unlink: [deed('take it out of an incident', { do: 'unlink' }, did({ do: 'link', to: null }))],
  'update all': [
    {
      ...deed(
        'write to every customer of an incident',
        { do: 'update all', text: 'We are on it', how: 'draft' },
        did({ do: 'link', to: null }),
      ),
      ticket: 'FL-3',
    },
  ],
  merge: [{ ...deed('merge it into an older ticket', { do: 'merge', into: 'FL-1' }), ticket: 'FL-2' }],
  'not same': [deed('say that it is another matter', { do: 'not same' })],
  'take apart': [
    {
      ...deed('take merged tickets apart', { do: 'take apart' }, did({ do: 'merge', into: 'FL-1' }, 'FL-2')),
      ticket: 'FL-2',
    },
  ],
};

const ask = (
  name: string,
  request: DoorRequest,
  after?: Scene<DoorRequest>['after'],
): Scene<DoorRequest> => ({
  name,
  request: () => request,
  ...(after ? { after } : {}),
});

const asks: { readonly [A in Ask]: readonly Scene<DoorRequest>[] } = {
  ticket: [ask('look at any ticket', { ask: 'ticket', id: 'FL-1', mails: [], archiveRow: null })],
  home: [ask('see the queue and the figures', { ask: 'home' })],
  choices: [ask('see pick lists and macros', { ask: 'choices', ticket: 'FL-1', addresses: [] })],
  search: [ask('search all tickets', { ask: 'search', words: 'lamp' })],
  'assign many': [
    {
      name: 'assign several tickets at once',
      request: (office) => ({
        ask: 'assign many',
        tickets: ['FL-1', 'FL-2'].map((ticket) => ({ ticket, version: versionOf(office, ticket) })),
        to: at('georg'),
      }),
    },
  ],
  register: [ask('make a ticket of a mail', { ask: 'register', messageId: '<list@example.com>' })],
  undo: [
    {
      name: "undo one's own last action",
      request: () => ({ ask: 'undo', ticket: 'FL-1' }),
      after: (office, actor) => void act(office, actor, 'FL-1', { do: 'set severity', severity: 'critical' }),
    },
    ask(
      "undo somebody else's last action",
      { ask: 'undo', ticket: 'FL-1' },
      (office) => void act(office, at('helen'), 'FL-1', { do: 'set severity', severity: 'critical' }),
    ),
  ],
  erase: [ask('have a customer forgotten', { ask: 'erase', address: 'kari@example.com' })],
};

export interface Cell {
  readonly action: string;
  readonly role: RoleName;
  readonly may: boolean;
  /** What the desk answered, in short. */
  readonly said: string;
  /** Whether anything in the workbook changed. */
  readonly changed: boolean;
}

export async function rightsCells(): Promise<readonly Cell[]> {
  const office = await begin();
  const saved = office.world.snapshot();
  const acts = Object.values(deeds)
    .flat()
    .map((scene): Scene<DoorRequest> => {
      const { ticket = 'FL-1' } = scene;
      const request = (of: Office, actor: string) => asked(of, ticket, scene.request(of, actor));
      return { ...scene, request };
    });
  return [...Object.values(asks).flat(), ...acts].flatMap((scene) =>
    roleNames.map((role) => cell(office, saved, scene, role)),
  );
}

function cell(office: Office, saved: WorldSnapshot, scene: Scene<DoorRequest>, role: RoleName): Cell {
  office.world.restore(saved);
  const actor = roles[role];
  scene.after?.(office, actor);
  const before = JSON.stringify(office.world.sheets.values(office.workbook, 'Journal'));
  const { answer } = knock(office, scene.request(office, actor), { actor });
  const refused = answer.answer === 'refused' ? answer : null;
  const none = answer.answer === 'done many' && answer.done.length === 0;
  return {
    action: scene.name,
    role,
    may: refused === null && !none,
    said: refused ? `${refused.kind}: ${refused.words}` : answer.answer,
    changed: JSON.stringify(office.world.sheets.values(office.workbook, 'Journal')) !== before,
  };
}

/** FL-1 and FL-2 of one customer, the team's; a list's mail that is no ticket; Ida may handle one other category. */
async function begin(): Promise<Office> {
  const office = await journey('2026-03-24T08:00:00Z', withIdaElsewhere());
  furnish(office);
  office.desk.run('tick');
  post(office, { subject: 'My lamp is broken' });
  post(office, { subject: 'My other lamp is broken too', id: 'two@example.com' });
  post(office, {
    subject: 'News',
    id: 'list@example.com',
    headers: ['List-Unsubscribe: <mailto:u@news.example>', 'List-Id: <n.news.example>'],
  });
  office.world.advance(3 * 60_000);
  if (tickets(office).length !== 2) throw new Error(`${tickets(office).length} tickets`);
  return office;
}

/** Ida may handle one other category only, all others every category. */
function withIdaElsewhere(): Workbook {
  const [header = [], ...people] = starterDefault.People ?? [];
  const [, ...categories] = (starterDefault.Categories ?? []).map(([category]) => String(category));
  const other = categories.find((category) => /billing/i.test(category)) ?? '';
  const rows = people.map((row) =>
    header.map((name, column) => {
      if (name !== 'May handle') return row[column] ?? '';
      return row[header.indexOf('Email')] === roles['Agent, other category'] ? other : '';
    }),
  );
  return { ...starterDefault, People: [header, ...rows] };
}

const versionOf = (office: Office, ticket: string): number =>
  tickets(office).find(({ id }) => id === ticket)?.version ?? 1;

const asked = (office: Office, ticket: string, request: Request): DoorRequest =>
  ({ ask: 'act', ticket, version: versionOf(office, ticket), archiveRow: null, request }) as DoorRequest;

const act = (office: Office, actor: string, ticket: string, request: Request) =>
  knock(office, asked(office, ticket, request), { actor });

/** `yes`, or `-`; a row an action. */
export function rightsTable(cells: readonly Cell[]): string {
  const actions = [...new Set(cells.map(({ action }) => action))];
  const row = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
  return [
    row(['action', ...roleNames]),
    row(['---', ...roleNames.map(() => '---')]),
    ...actions.map((action) =>
      row([
        action,
        ...roleNames.map((role) =>
          cells.find((one) => one.action === action && one.role === role)?.may ? 'yes' : '-',
        ),
      ]),
    ),
  ].join('\n');
}
