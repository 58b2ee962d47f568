// Two at once: at each service call of one execution another runs whole, as Google's servers may let it.
import type { Request } from '../../src/complaints/request.ts';
import type { DoorAnswer } from '../../src/door/answer.ts';
import { asDeed, type DoorRequest } from '../../src/door/request.ts';
import type { Office } from '../../src/local/office.ts';
import { createChance } from '../../src/local/world/random.ts';
import type { WorldSnapshot } from '../../src/local/world/world.ts';
import { mailIds, post, support } from '../journeys/desk-journey.ts';
import { busyDay, minute, openDesk } from './busy-day.ts';
import { at, knock, nonceOf, ticketAbout } from './person.ts';
import { broken, journalText } from './promises.ts';

export interface Stage {
  readonly office: Office;
  /** The desk with open tickets, at work, and with deadlines that have passed. */
  readonly scenes: Readonly<Record<'at work' | 'overdue', WorldSnapshot>>;
}

/** What a person was told, to be held against the journal. */
export interface Said {
  readonly who: string;
  readonly request: Request;
  readonly answer: DoorAnswer | null;
}

export interface Deed {
  readonly name: string;
  /** Everything is looked at now, and done when the returned function runs. */
  readonly begin: (office: Office, said: Said[]) => () => void;
}

export async function setStage(): Promise<Stage> {
  const office = await openDesk();
  for (const { happens, minutes } of busyDay.slice(0, 6)) {
    happens(office);
    office.world.advance(minutes * minute);
  }
  const atWork = office.world.snapshot();
  const ticks = 70;
  office.world.faults.trigger({ kind: 'skip', function: 'tick', times: ticks });
  office.world.advance(ticks * minute);
  return { office, scenes: { 'at work': atWork, overdue: office.world.snapshot() } };
}

const lamp = 'My lamp is broken';

const tick: Deed = { name: 'an idle tick', begin: (office) => () => void office.desk.attempt('tick') };

let letters = 0;

const tickWithMail: Deed = {
  name: 'a tick with mail',
  begin: (office) => {
    letters += 1;
    post(office, { subject: 'New lamp', id: `new-${letters}@example.com`, from: 'Zoe <zoe@example.com>' });
    post(office, { subject: `Re: ${lamp}`, id: `re-${letters}@example.com`, inReplyTo: 'lamp@example.com' });
    return () => void office.desk.attempt('tick');
  },
};

const clicks = (name: string, who: string, request: Request, subject = lamp): Deed => ({
  name,
  begin: (office, said) => {
    const ticket = ticketAbout(office, subject);
    const asked: DoorRequest = {
      ask: 'act',
      ticket: ticket?.id ?? '',
      version: ticket?.version ?? 0,
      archiveRow: null,
      request: asDeed(request),
    };
    return () => void said.push({ who, request, answer: knock(office, at(who), asked, nonceOf(name, who)) });
  },
});

const question: Deed = {
  name: 'a question',
  begin: (office) => () => {
    let answer: DoorAnswer | null = null;
    const calls = office.world.calls.during(() => {
      answer = knock(office, at('bram'), { ask: 'home' }, nonceOf('home'));
    });
    if ((answer as DoorAnswer | null)?.answer !== 'home') throw new Error('a question was not answered');
    if (calls.byMethod['lock.try']) throw new Error('a question took the lock');
  },
};

const hand = (name: string, does: (office: Office) => void): Deed => ({
  name,
  begin: (office) => () => does(office),
});

const cell = (office: Office, row: number, column: number, value: string): void =>
  office.world.sheets.edit(office.workbook, 'Tickets', row, column, value, { by: support });

export const people: readonly Deed[] = [
  clicks('Anna takes', 'anna', { do: 'take' }),
  clicks('Bram takes', 'bram', { do: 'take' }),
  clicks('Bram notes', 'bram', { do: 'note', note: 'Called the customer', mentions: [at('femke')] }),
  clicks('Femke escalates', 'femke', {
    do: 'escalate',
    way: 'hierarchical',
    because: 'complexity',
    to: null,
    note: 'Hard',
  }),
  clicks('Femke resolves', 'femke', { do: 'resolve', rootCause: 'Wire', solution: 'New one' }),
];

export const hands: readonly Deed[] = [
  hand('somebody sorts Tickets', (office) =>
    office.world.sheets.sort(office.workbook, 'Tickets', 1, 'DESCENDING', { by: support }),
  ),
  hand('somebody deletes a row of Tickets', (office) =>
    office.world.sheets.deleteRow(office.workbook, 'Tickets', 1, { by: support }),
  ),
  hand('somebody overwrites an owner', (office) => cell(office, 1, 8, 'nobody@example.com')),
  hand('somebody empties the state of a ticket', (office) => cell(office, 1, 15, '')),
  hand('somebody edits Settings', (office) =>
    office.world.sheets.edit(office.workbook, 'Settings', 1, 1, 'Fjordlicht AS', { by: support }),
  ),
  hand('somebody moves a label', (office) => {
    const ids = mailIds(office, 'Where is my parcel').slice(0, 1);
    office.world.gmail.mailbox(support).modify(ids, ['Tierline/Quality/Defect'], []);
  }),
];

export const ticks: readonly Deed[] = [tick, tickWithMail];

type Pair = readonly [Deed, Deed];

const scenes = ['at work', 'overdue'] as const;

/** Every pair in which at least one is an execution of the desk. */
export function pairs(): readonly Pair[] {
  const runs = [...ticks, ...people];
  // One person cannot press the same button in two sidebars with one request.
  return runs.flatMap((one) =>
    [...runs, question, ...hands]
      .filter((other) => other !== one || !people.includes(one))
      .map((other) => [one, other] as const),
  );
}

export type Outcome = 'no such call' | readonly string[];

/** `second` runs whole before the `call`-th service call of `first`. Returns the promises that were broken. */
export function interleave(
  { office, scenes }: Stage,
  scene: keyof Stage['scenes'],
  [first, second]: Pair,
  call: number,
): Outcome {
  const { world } = office;
  world.restore(scenes[scene]);
  world.faults.clear();
  const before = journalText(office);
  const said: Said[] = [];
  const wrong: string[] = [];
  const [one, other] = [first.begin(office, said), second.begin(office, said)];
  let count = 0;
  world.faults.beforeCall(({ script }) => {
    if (script !== 'desk') return;
    count += 1;
    if (count === call) wrong.push(...tried(other));
  });
  wrong.push(...tried(one));
  world.faults.clear();
  if (count < call) return 'no such call';
  world.advance(4 * minute);
  return [...wrong, ...broken(office, before), ...kept(office, said)];
}

function tried(work: () => void): readonly string[] {
  try {
    work();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** What people were told was done stands in the journal, once, and nothing else of theirs does. */
function kept(office: Office, said: readonly Said[]): readonly string[] {
  const events = { note: 'noted', escalate: 'escalated', resolve: 'resolved', take: 'owner set' };
  return said.flatMap(({ who, request, answer }) => {
    if (answer === null) return [`${who} got no answer`];
    const name = events[request.do as keyof typeof events];
    const seen = office.rows('Journal').filter((row) => row.Event === name && row.Actor === at(who)).length;
    const before = request.do === 'take' && who === 'anna' ? 1 : request.do === 'note' ? 1 : 0;
    const times = answer.answer === 'done' ? 1 : 0;
    const owns = request.do === 'take' && answer.answer === 'done' && seen === before;
    return seen === before + times || owns
      ? []
      : [`${who} was told "${answer.answer}" and ${request.do} stands ${seen - before} times`];
  });
}

export interface Interleaved {
  readonly what: string;
  readonly broken: readonly string[];
}

/** Every pair at every call, in both scenes; with `sample` only that many, chosen by chance that is always the same. */
export function* interleavings(stage: Stage, sample = Number.POSITIVE_INFINITY): Generator<Interleaved> {
  const chance = createChance(sample);
  const chosen = Number.isFinite(sample)
    ? Array.from({ length: sample }, () => pairs()[Math.floor(chance.next() * pairs().length)] as Pair)
    : pairs();
  for (const pair of chosen)
    for (const scene of scenes)
      for (let call = Number.isFinite(sample) ? 1 + Math.floor(chance.next() * 8) : 1; ; call++) {
        const outcome = interleave(stage, scene, pair, call);
        if (outcome === 'no such call') break;
        yield { what: `${pair[0].name} and ${pair[1].name}, ${scene}, call ${call}`, broken: outcome };
        if (Number.isFinite(sample)) break;
      }
}
