// Every card in every state: what the tests of cards go through.

import { press } from '../../src/cards/actions.ts';
import { archivedCard, noTicketCard } from '../../src/cards/beside.ts';
import type { Card } from '../../src/cards/card.ts';
import { changedCard } from '../../src/cards/changed.ts';
import { type FormName, formCard, forms } from '../../src/cards/forms/forms.ts';
import { bulkCard, bulkDoneCard } from '../../src/cards/home/bulk.ts';
import { foundCard } from '../../src/cards/home/found.ts';
import { homeCard } from '../../src/cards/home/home.ts';
import { noFilter, queueCard } from '../../src/cards/home/queue.ts';
import { type Reader, readerOf } from '../../src/cards/reader.ts';
import { composeCard, repliesCard } from '../../src/cards/texts.ts';
import { ticketCard } from '../../src/cards/ticket/ticket.ts';
import {
  type Scope,
  scopesCard,
  type Trouble,
  troubleCard,
  unreadableCard,
} from '../../src/cards/trouble.ts';
import { refusalKinds } from '../../src/door/answer.ts';
import type { ChoicesView, HomeView, TicketView } from '../../src/door/views.ts';
import {
  anna,
  archived,
  choices,
  crowd,
  home,
  ida,
  incident,
  line,
  memberOfIncident,
  now,
  sameMatter,
  texts,
  ticket,
  withTexts,
} from './views.ts';

export const locales = ['en-GB', 'de', 'nb', 'nl'] as const;
export const readers: readonly Reader[] = locales.map((locale) =>
  readerOf({ locale, timeZone: 'Europe/Oslo' }, now),
);

const minutes = (count: number): number => count * 60_000;

/** A ticket in each of its states. */
export const tickets: Readonly<Record<string, TicketView>> = {
  'in work': ticket,
  new: { ...ticket, status: 'new', owner: null, coOwners: [], undo: null, promise: null, flags: [] },
  'of somebody else': { ...ticket, owner: ida, undo: null },
  'seen by a lead': { ...ticket, me: { ...ticket.me, role: 'lead' }, owner: ida },
  overdue: {
    ...ticket,
    deadlines: ticket.deadlines.map((one) => ({
      ...one,
      due: now - minutes(90),
      left: -3600,
      state: 'overdue' as const,
    })),
  },
  'waiting for the customer': {
    ...ticket,
    status: 'waiting for customer',
    waiting: { on: 'customer', until: null },
    deadlines: ticket.deadlines.map((one) => ({ ...one, due: null, state: 'stopped' as const })),
  },
  'waiting until a date': {
    ...ticket,
    status: 'waiting for third party',
    waiting: { on: 'third party', until: now + minutes(3000) },
  },
  'offered to me': {
    ...ticket,
    owner: ida,
    handover: { from: ida, to: anna, acceptBy: now + minutes(40), note: 'You know them' },
  },
  'offered to another': {
    ...ticket,
    handover: { from: anna, to: ida, acceptBy: null, note: '' },
  },
  resolved: {
    ...ticket,
    status: 'resolved',
    resolvedAt: now - minutes(30),
    deadlines: [],
    rootCause: 'Two bookings',
    solution: 'One was refunded',
  },
  archived: { ...ticket, status: 'closed', archiveRow: 5, resolvedAt: now - minutes(90_000), deadlines: [] },
  'not mine to handle': { ...ticket, barred: 'You may not handle Billing and payments (People, May handle)' },
  'at the top tier': { ...ticket, tier: 3 },
  'of a likely category': { ...ticket, guess: { verdict: 'likely', others: [] } },
  'of an unsure category': {
    ...ticket,
    guess: {
      verdict: 'unsure',
      others: [
        { category: 'Product and service quality', subcategory: 'Service' },
        { category: 'Other', subcategory: null },
      ],
    },
  },
  'that is an incident': incident,
  'of an incident': memberOfIncident,
  'that may be another': sameMatter,
  'merged into another': { ...ticket, status: 'closed', mergedInto: 'FL-9', deadlines: [], undo: null },
  bare: {
    ...ticket,
    customer: null,
    categoryWhy: '',
    severityWhy: '',
    moodWhy: '',
    mood: 'green',
    flags: [],
    required: [],
    guideline: null,
    checklist: [],
    similar: [],
    history: { before: 0, open: [] },
    events: [],
    deadlines: [],
    promise: null,
    mail: null,
    requester: { name: '', address: 'x@example.com' },
  },
  full: {
    ...ticket,
    required: Array.from({ length: 40 }, (_, index) => ({ fact: `Fact ${index}`, value: null })),
    checklist: Array.from({ length: 60 }, (_, index) => `Step ${index}`),
    similar: [ticket.similar[0], ticket.similar[0], ticket.similar[0]].flatMap((one) => one ?? []),
    history: { before: 90, open: [line, line, line, line, line] },
    events: Array.from({ length: 8 }, () => ticket.events[0]).flatMap((one) => one ?? []),
    deadlines: Array.from({ length: 5 }, () => ticket.deadlines[0]).flatMap((one) => one ?? []),
    tiers: Array.from({ length: 9 }, (_, index) => `Tier name ${index}`),
  },
};

const troubles: Readonly<Record<string, Trouble>> = {
  'not set up': { trouble: 'not set up', missing: ['DESK_URL', 'DOOR_SECRET'] },
  'who are you': { trouble: 'identity' },
  unreachable: { trouble: 'unreachable', unsure: null },
  'unreachable after an action': {
    trouble: 'unreachable',
    unsure: { request: '{"ask":"undo","ticket":"FL-1"}', nonce: 'n'.repeat(36) },
  },
  ...Object.fromEntries(
    refusalKinds.map((kind) => [
      `refused: ${kind}`,
      { trouble: 'refused', kind, words: texts.hostile } satisfies Trouble,
    ]),
  ),
};

const scopes: readonly Scope[] = ['metadata', 'request', 'email', 'compose', 'modify'];

/** All cards, by what they are and the language they are in. */
export function everyCard(): readonly (readonly [string, Card])[] {
  return readers.flatMap((reader) =>
    cardsFor(reader).map(([name, card]) => [`${name} (${reader.locale})`, card] as const),
  );
}

export function cardsFor(reader: Reader): readonly (readonly [string, Card])[] {
  const again = press('look again', { ticket: '', row: '' });
  const draw = (view: TicketView, watchers: readonly string[] = []): Card =>
    ticketCard({ ticket: view, watchers, beside: false }, reader);
  return [
    ...Object.entries(tickets).map(([name, view]) => [`ticket ${name}`, draw(view)] as const),
    ['ticket that others have open', draw(ticket, ['Ida Solberg', texts.hostile])],
    ['ticket beside its mail', ticketCard({ ticket, watchers: [ida.name], beside: true }, reader)],
    ...Object.entries(texts).flatMap(([name, text]) => [
      [`ticket with ${name} texts`, draw(withTexts(ticket, text), [text])] as const,
      [`resolved ticket with ${name} texts`, draw(withTexts(tickets.resolved ?? ticket, text))] as const,
      [`home with ${name} texts`, homeCard(withTexts(home, text), reader)] as const,
      [`form with ${name} texts`, formOf('hand over', withTexts(choices, text), reader)] as const,
      [`compose with ${name} texts`, composeCard(withTexts(choices, text), reader)] as const,
      [`archived with ${name} texts`, archivedCard(withTexts(archived, text), reader)] as const,
      [
        `no ticket with ${name} texts`,
        noTicketCard({ subject: text, messageId: '<a@b>', references: [], noticeOf: null }, reader),
      ] as const,
      [
        `found with ${name} texts`,
        foundCard(
          text,
          { tickets: [withTexts(line, text)], closed: [withTexts(archived, text)], more: 3 },
          reader,
        ),
      ] as const,
    ]),
    ...homes().flatMap(([name, view]) => [
      [`home ${name}`, homeCard(view, reader)] as const,
      [`queue ${name}`, queueCard(view, noFilter, 0, reader)] as const,
      [`queue page ${name}`, queueCard(view, { ...noFilter, show: 'urgent' }, 40, reader)] as const,
      [`bulk ${name}`, bulkCard(view, 0, reader)] as const,
    ]),
    ['queue of nobody', queueCard(home, { show: 'waiting', owner: ida.email, tier: '3' }, 0, reader)],
    [
      'bulk done',
      bulkDoneCard({ done: ['FL-1'], refused: [{ ticket: 'FL-2', words: texts.hostile }] }, reader),
    ],
    ['bulk refused', bulkDoneCard({ done: [], refused: [{ ticket: 'FL-2', words: 'It changed' }] }, reader)],
    ['found nothing', foundCard('x', { tickets: [], closed: [], more: 0 }, reader)],
    ...(Object.keys(forms) as FormName[]).flatMap((name) => [
      [`form ${name}`, formOf(name, choices, reader)] as const,
      [
        `form ${name} at the top`,
        formOf(name, { ...choices, ticket: tickets['at the top tier'] ?? null }, reader),
      ] as const,
      [
        `form ${name} of a full ticket`,
        formOf(name, { ...choices, ticket: tickets.full ?? null }, reader),
      ] as const,
    ]),
    ['replies', repliesCard(choices, reader)],
    ['no replies', repliesCard({ ...choices, macros: [] }, reader)],
    ['compose', composeCard(choices, reader)],
    ['compose without a ticket', composeCard({ ...choices, ticket: null, others: [], macros: [] }, reader)],
    ['archived', archivedCard(archived, reader)],
    ['no ticket', noTicketCard({ subject: '', messageId: null, references: [], noticeOf: null }, reader)],
    [
      'parked',
      noTicketCard({ subject: 'Odd', messageId: '<a@b>', references: [], noticeOf: null }, reader, true),
    ],
    ['unreadable', unreadableCard(reader)],
    ['one scope missing', scopesCard(['email'], null, reader)],
    ['scopes missing', scopesCard(scopes, 'https://script.google.com/consent', reader)],
    ['changed', changedCard({ ticket, since: ticket.events }, { do: 'take' }, reader)],
    [
      'changed a lot',
      changedCard({ ticket, since: [] }, { do: 'note', note: texts.hostile, mentions: [] }, reader),
    ],
    ...Object.entries(troubles).map(
      ([name, trouble]) => [name, troubleCard(trouble, again, reader)] as const,
    ),
  ];
}

const homes = (): readonly (readonly [string, HomeView])[] => [
  ['of a lead', home],
  ['of an agent', { ...home, me: { ...ticket.me, role: 'agent' } }],
  ['with a hundred tickets', crowd()],
  [
    'with nothing',
    {
      ...home,
      next: null,
      mine: [],
      team: [],
      handovers: [],
      load: [],
      health: [],
      problems: [],
      figures: { open: 0, mine: 0, overdue: 0, atRisk: 0, waiting: 0, unassigned: 0, parked: 0 },
    },
  ],
];

const formOf = (name: FormName, view: ChoicesView, reader: Reader): Card =>
  formCard(name, { ticket: view.ticket ?? ticket, choices: view, reader });
