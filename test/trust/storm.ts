// A storm of faults by seeded chance over a desk at work; afterwards nothing may be missing, doubled or untold.

import { createHmac } from 'node:crypto';
import { seal } from '../../src/door/envelope.ts';
import type { Office } from '../../src/local/office.ts';
import { createChance } from '../../src/local/world/random.ts';
import type { Fault } from '../../src/local/world/world.ts';
import { mailIds, post, support } from '../journeys/desk-journey.ts';
import { minute } from './busy-day.ts';
import { at, click, secret, ticketAbout } from './person.ts';
import { broken, journalText, leftIds, stateOf } from './promises.ts';
import type { Stage } from './two-at-once.ts';

type Chance = () => number;

export interface Gale {
  readonly name: string;
  /** Begins it; what is returned ends it. */
  readonly blow: (office: Office, chance: Chance) => () => void;
  /** A row of Health that tells of it, where it must be told. */
  readonly told?: RegExp;
  /** What the desk logs where it met it; absent: it always meets it. */
  readonly met?: RegExp;
}

const nothing = (): void => undefined;

const once = (name: string, match: RegExp, fault: Fault): Gale => ({
  name,
  blow: ({ world }, chance) => {
    const n = 1 + Math.floor(chance() * 12);
    world.faults.at(n, { script: 'desk', method: match, after: chance() < 0.4 }, fault);
    return nothing;
  },
});

const always = (name: string, match: RegExp, fault: Fault, [told, met]: readonly RegExp[]): Gale => ({
  name,
  blow: ({ world }) => {
    world.faults.always({ script: 'desk', method: match }, fault);
    return nothing;
  },
  ...(told && met ? { told, met } : {}),
});

/** A service that was down while nobody needed it is no news. */
const ended = [/Google refused/, /goes on from the same place|Error/] as const;
const heldUp = [/held up/, /An effect was refused/] as const;

const api = /^(gmail|sheets)\./;

const hand = (name: string, edit: (office: Office) => void): Gale => ({
  name,
  blow: (office, chance) => {
    let left = 1 + Math.floor(chance() * 8);
    office.world.faults.beforeCall(({ script }) => {
      left -= 1;
      if (script === 'desk' && left === 0) edit(office);
    });
    return nothing;
  },
});

export const gales: readonly Gale[] = [
  once('500 from Google', api, { status: 500, reason: 'backendError' }),
  once('503 from Google', api, { status: 503, reason: 'backendError' }),
  once('rate limit', api, 'rateLimit'),
  once('429', api, { status: 429, reason: 'RESOURCE_EXHAUSTED' }),
  once('timeout', api, 'timeout'),
  once('killed', /./, 'kill'),
  once('label 409', /labels\.create/, { status: 409, reason: 'aborted' }),
  always('Gmail down', /^gmail\./, { status: 503, reason: 'backendError' }, ended),
  always('Sheets down', /^sheets\./, { status: 503, reason: 'backendError' }, ended),
  always('every answer late', api, 'timeout', ended),
  always('sending quota spent', /messages\.send/, 'rateLimit', heldUp),
  always('workbook moved to another account', /^sheets\./, { status: 403, reason: 'forbidden' }, ended),
  {
    name: 'history expired',
    blow: ({ world }) => {
      world.gmail.expireHistory(support);
      return nothing;
    },
    told: /Mailbox looked through anew/,
  },
  {
    name: 'lock denied',
    blow: ({ world }) => {
      world.faults.always({ script: 'desk' }, 'lock denied');
      return nothing;
    },
  },
  {
    name: 'property store full',
    blow: ({ desk }) => {
      // Written by somebody else of the same project; the store takes 500 KB.
      for (let n = 0; n < 60; n++) desk.properties[`JUNK${n}`] = 'x'.repeat(9_000);
      return () => {
        for (let n = 0; n < 60; n++) delete desk.properties[`JUNK${n}`];
      };
    },
  },
  ...(['skip', 'double', 'late'] as const).map(
    (kind): Gale => ({
      name: `trigger ${kind}`,
      blow: ({ world }) => {
        world.faults.trigger({ kind, function: 'tick', times: 3, minutes: 7 });
        return nothing;
      },
    }),
  ),
  {
    name: 'no trigger for a day',
    blow: ({ world }) => {
      world.faults.trigger({ kind: 'skip', function: 'tick', times: 24 * 60 });
      world.advance(24 * 60 * minute);
      return nothing;
    },
    told: /No tick ran/,
  },
  hand('Tickets sorted in mid-tick', ({ world, workbook }) =>
    world.sheets.sort(workbook, 'Tickets', 1, 'DESCENDING', { by: support }),
  ),
  hand('a row deleted in mid-tick', ({ world, workbook }) =>
    world.sheets.deleteRow(workbook, 'Tickets', 1, { by: support }),
  ),
  hand('a ticket emptied in mid-tick', ({ world, workbook }) =>
    world.sheets.edit(workbook, 'Tickets', 1, 15, '', { by: support }),
  ),
  {
    name: 'a sidebar whose clock is off',
    blow: (office, chance) => {
      const off = (chance() < 0.5 ? -1 : 1) * (chance() < 0.5 ? 4 : 9) * minute;
      const mac = (text: string, key: string) => [...createHmac('sha256', key).update(text).digest()];
      const at = office.world.now() + off;
      const request = { ask: 'home' } as const;
      const nonce = `${Math.floor(chance() * 1e16)}`.padStart(16, '0');
      const text = seal(request, { actor: 'anna@fjordlicht.example', at, nonce, secret, mac });
      office.desk.webapp.post(text, { as: 'anna@fjordlicht.example' });
      return nothing;
    },
  },
];

export interface Storm {
  readonly seed: number;
  readonly gales: readonly string[];
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly untold: readonly string[];
}

/** Steps of mail and clicks under three gales at most; then calm, three ticks, and a look at everything. */
export function storm({ office, scenes }: Stage, seed: number): Storm {
  const { world } = office;
  const { next } = createChance(seed);
  world.restore(scenes['at work']);
  world.faults.clear();
  const before = journalText(office);
  const notes: string[] = [];
  const blown: Gale[] = [];
  const mustBeTold = new Set<Gale>();
  const wrong: string[] = [];
  for (let step = 0; step < 6; step++) {
    happen(office, next, `${seed}-${step}`, notes);
    const gale = gales[Math.floor(next() * gales.length)] as Gale;
    const since = world.now();
    const end = next() < 0.7 ? gale.blow(office, next) : null;
    if (end) blown.push(gale);
    happen(office, next, `${seed}-${step}b`, notes);
    world.advance((1 + Math.floor(next() * 3)) * minute);
    end?.();
    world.faults.clear();
    const said = saidBy(office, since);
    if (end && gale.told && (!gale.met || said.some((line) => gale.met?.test(line)))) mustBeTold.add(gale);
  }
  if (office.desk.triggers.some(({ dead }) => dead)) office.desk.run('install');
  world.advance(3 * minute);
  // With the history goes what people did to labels meanwhile: Gmail keeps no other record of it.
  const forgotten = blown.some(({ name }) => name === 'history expired');
  wrong.push(...broken(office, before).filter((one) => !(forgotten && one.includes('should not have'))));
  wrong.push(...stillHeld(office));
  for (const note of notes) {
    const times = office
      .rows('Journal')
      .filter(({ Event, data = '' }) => Event === 'noted' && JSON.parse(data).note === note);
    if (times.length !== 1) wrong.push(`${note} stands ${times.length} times`);
  }
  const health = office.rows('Health').map(({ What = '' }) => What);
  return {
    seed,
    gales: blown.map(({ name }) => name),
    lost: wrong.filter((one) => !isDouble(one)),
    doubled: wrong.filter(isDouble),
    untold: [...mustBeTold]
      .filter(({ told }) => told && !health.some((row) => told.test(row)))
      .map(({ name }) => name),
  };
}

/** What the desk logged since then, and how its ticks ended that failed. */
const saidBy = ({ desk }: Office, since: number): readonly string[] => [
  ...desk.logs.flatMap(({ at, text }) => (at >= since ? text : [])),
  ...desk.executions.flatMap(({ startedAt, function: name, status, error }) =>
    startedAt >= since && name === 'tick' && status === 'failed' ? `Error: ${error}` : [],
  ),
];

/** Three calm ticks are enough for everything that is due. */
function stillHeld(office: Office): readonly string[] {
  const { waiting = [], unread = [] } = stateOf(office);
  const left = leftIds(office);
  const late = waiting
    .map(({ outgoing }) => outgoing)
    .filter(
      ({ id, notBefore, effect }) => isMail(effect) && notBefore <= office.world.now() && !left.includes(id),
    );
  return [
    ...late.map(({ id }) => `mail ${id} still waits`),
    ...unread.map(({ id }) => `mail ${id} is still unread`),
  ];
}

const isMail = ({ do: how }: { readonly do: string }): boolean => how === 'send' || how === 'notice';

const isDouble = (text: string): boolean => /twice|two rows|left \d+ times|stands [2-9]/.test(text);

/** A mail comes, an answer comes, a label is moved, or somebody clicks. */
function happen(office: Office, chance: Chance, name: string, notes: string[]): void {
  const kind = Math.floor(chance() * 5);
  if (kind === 0)
    post(office, { subject: `Lamp ${name}`, id: `lamp-${name}@example.com`, from: `${name}@example.com` });
  if (kind === 1)
    post(office, {
      subject: 'Re: My lamp is broken',
      id: `re-${name}@example.com`,
      inReplyTo: 'lamp@example.com',
      body: 'And now?',
    });
  if (kind === 2) {
    const ids = mailIds(office, 'My lamp is broken').slice(0, 1);
    const label = chance() < 0.5 ? 'Tierline/Shipping/Lost' : 'Tierline/Quality/Defect';
    office.world.gmail.mailbox(support).modify(ids, [label], []);
  }
  if (kind < 3 || !ticketAbout(office, 'I was charged twice')) return;
  const note = `note ${name}`;
  const answer = click(office, 'bram', 'I was charged twice', { do: 'note', note, mentions: [at('femke')] });
  if (answer?.answer === 'done') notes.push(note);
}
