// A ticket as figures need it: folded from the journal, without whom it is about or what was said.
import type { Event } from '../event.ts';
import { evolve } from '../evolve.ts';
import type { Regime, Ticket, TicketMessage } from '../ticket.ts';
import type { Instant } from '../time.ts';

export interface Matter {
  readonly ticket: Ticket;
  /** Gmail id of the mail that opened it. */
  readonly mail: string;
  /** Who had it before it was first escalated; undefined: it never was. */
  readonly before?: string | null;
  /** Somebody else took part after the escalation. */
  readonly helped: boolean;
}

/** The matter after the event; null where its ticket was not seen opening. */
export function follow(matter: Matter | null, event: Event): Matter | null {
  if (event.what.type === 'opened')
    return { ticket: slim(evolve(null, event)), mail: event.what.message.gmailId, helped: false };
  if (!matter) return null;
  const ticket = slim(evolve(matter.ticket, event));
  if (event.what.type === 'escalated' && matter.before === undefined)
    return { ...matter, ticket, before: matter.ticket.owner };
  return { ...matter, ticket, helped: matter.helped || isHelp(matter, event) };
}

/** Work by a person who did not have the ticket before it was escalated. */
const isHelp = ({ before }: Matter, { actor, what }: Event): boolean => {
  if (before === undefined) return false;
  const who = what.type === 'agent wrote' || what.type === 'colleague wrote' ? what.person : actor;
  return who.includes('@') && who !== before && what.type !== 'escalated' && what.type !== 'undone';
};

/** What clocks and counts go by, besides messages and regimes; nothing else of a ticket is followed. */
const followed = [
  'id',
  'status',
  'category',
  'mood',
  'tier',
  'tierSince',
  'owner',
  'opened',
  'resolvedAt',
  'closedAt',
  'reopened',
  'restartedAt',
  'waits',
  'rests',
  'pilot',
  'incident',
] as const satisfies readonly (keyof Ticket)[];

const slim = (ticket: Ticket): Ticket => ({
  ...nobodys,
  ...Object.fromEntries(followed.flatMap((name) => (name in ticket ? [[name, ticket[name]]] : []))),
  messages: ticket.messages.filter((one, at) => at === 0 || movesClocks(one)).map(bare),
  regimes: ticket.regimes.map((regime) => ({ ...regime, source: '' })),
});

const movesClocks = ({ by, counts }: TicketMessage): boolean =>
  by === 'agent' || ((by === 'customer' || by === 'desk') && counts);
const bare = ({ at, by, counts }: TicketMessage): TicketMessage => ({
  key: '',
  print: '',
  gmailId: '',
  threadId: '',
  at,
  by,
  counts,
});

/** Matters as compact JSON; regimes, which many tickets share, are kept once. */
export interface PackedMatters {
  readonly regimes: readonly string[];
  readonly matters: readonly Packed[];
}
type Packed = readonly [
  fields: Partial<Ticket>,
  messages: readonly (readonly [Instant, string])[],
  regimes: readonly (readonly [since: Instant, policy: number])[],
  before: string | null | 0,
  helped: 0 | 1,
  mail: string,
];

const first = { agent: 'a', customer: 'c', desk: 'd', internal: 'i', machine: 'm' } as const;
const byLetter = Object.fromEntries(Object.entries(first).map(([by, letter]) => [letter, by]));

export function packMatters(matters: Iterable<Matter>): PackedMatters {
  const regimes = new Map<string, number>();
  const packed = [...matters].map(({ ticket, mail, before, helped }): Packed => {
    const told = followed.filter((name) => JSON.stringify(ticket[name]) !== blank.get(name));
    return [
      Object.fromEntries(told.map((name) => [name, ticket[name]])),
      ticket.messages.map(({ at, by, counts }) => [at, first[by] + (counts ? '+' : '')]),
      ticket.regimes.map(({ since, ...policy }) => {
        const text = JSON.stringify(policy);
        const known = regimes.get(text) ?? regimes.size;
        regimes.set(text, known);
        return [since, known];
      }),
      before === undefined ? 0 : before,
      helped ? 1 : 0,
      mail,
    ];
  });
  return { regimes: [...regimes.keys()], matters: packed };
}

/** A ticket of which nothing is known: what is like it here is not kept. */
const nobodys: Ticket = evolve(null, {
  at: 0,
  ticket: '',
  actor: '',
  reason: '',
  key: '',
  what: {
    type: 'opened',
    message: bare({ key: '', print: '', gmailId: '', threadId: '', at: 0, by: 'customer', counts: true }),
    messageId: null,
    subject: '',
    requester: { name: '', address: '' },
    customer: null,
    customerTier: '',
    language: '',
    mayAnswer: true,
    tier: 1,
    follows: null,
  },
});
const blank = new Map(followed.map((name) => [name, JSON.stringify(nobodys[name])]));

export function unpackMatters({ regimes, matters }: PackedMatters): Map<string, Matter> {
  const policies = regimes.map((text) => JSON.parse(text) as Omit<Regime, 'since'>);
  return new Map(
    matters.map(([fields, messages, since, before, helped, mail]) => {
      const ticket: Ticket = {
        ...nobodys,
        ...fields,
        messages: messages.map(([at, by]) =>
          bare({
            ...(nobodys.messages[0] as TicketMessage),
            at,
            by: byLetter[by.charAt(0)] as TicketMessage['by'],
            counts: by.endsWith('+'),
          }),
        ),
        regimes: since.map(([from, policy]) => ({ ...(policies[policy] as Regime), since: from })),
      };
      return [ticket.id, { ticket, mail, ...(before === 0 ? {} : { before }), helped: helped === 1 }];
    }),
  );
}
