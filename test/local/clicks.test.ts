import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../build/build.ts';
import { simulate } from '../../src/local/simulate.ts';
import type { SimulatedTicket, Simulation } from '../../src/local/simulation.ts';

interface Letter {
  readonly id: string;
  readonly from: string;
  readonly at: string;
  readonly re?: string;
  readonly subject: string;
  readonly words: string;
  readonly more?: string;
}

const support = 'support@fjordlicht.example';
const anna = 'anna@fjordlicht.example';

/** Kari is helped and says thanks on Thursday evening; Tom says thanks and asks again; a parcel note; a prize. */
const letters: readonly Letter[] = [
  {
    id: 'k1',
    from: 'kari@home.example',
    at: 'Thu, 26 Mar 2026 09:00',
    subject: 'Lamp',
    words: 'My lamp flickers.',
  },
  {
    id: 'k2',
    from: anna,
    re: 'k1',
    at: 'Thu, 26 Mar 2026 09:10',
    subject: 'Re: Lamp',
    words: 'A new one is on its way.',
  },
  {
    id: 'k3',
    from: 'kari@home.example',
    re: 'k2',
    at: 'Thu, 26 Mar 2026 18:00',
    subject: 'Re: Lamp',
    words: 'It came by courier, thank you!',
  },
  {
    id: 't1',
    from: 'tom@home.example',
    at: 'Thu, 26 Mar 2026 09:20',
    subject: 'Hub',
    words: 'The hub is broken.',
  },
  {
    id: 't2',
    from: anna,
    re: 't1',
    at: 'Thu, 26 Mar 2026 09:40',
    subject: 'Re: Hub',
    words: 'Please restart it.',
  },
  {
    id: 't3',
    from: 'tom@home.example',
    re: 't2',
    at: 'Thu, 26 Mar 2026 10:00',
    subject: 'Re: Hub',
    words: 'The light is green, thanks!',
  },
  {
    id: 't4',
    from: 'tom@home.example',
    re: 't2',
    at: 'Thu, 26 Mar 2026 10:05',
    subject: 'Re: Hub',
    words: 'No, it is broken again.',
  },
  {
    id: 'n1',
    from: 'no-reply@carrier.example',
    at: 'Thu, 26 Mar 2026 09:30',
    subject: 'Parcel',
    words: 'Your parcel is on its way.',
  },
  {
    id: 's1',
    from: 'winner@x.example',
    at: 'Thu, 26 Mar 2026 10:30',
    subject: 'Prize',
    words: 'You won a lamp.',
    more: 'X-Spam-Flag: YES\r\n',
  },
];

function eml({ id, from, at, re, subject, words, more = '' }: Letter): string {
  const answers = re ? `In-Reply-To: <${re}@mail.example>\r\nReferences: <${re}@mail.example>\r\n` : '';
  const copy = from === anna ? `Cc: ${support}\r\n` : '';
  const to = from === anna ? letters.find((one) => one.id === re)?.from : support;
  return `From: ${from}\r\nTo: ${to}\r\n${copy}Subject: ${subject}\r\nDate: ${at}:00 +0100\r\nMessage-ID: <${id}@mail.example>\r\n${answers}${more}\r\n${words}\r\n`;
}

let folder: string;
let simulation: Simulation;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tierline-clicks-'));
  mkdirSync(join(folder, 'mail'));
  for (const letter of letters) writeFileSync(join(folder, 'mail', `${letter.id}.eml`), eml(letter));
  const { desk } = await build({ only: ['desk'], outdir: join(folder, 'build') });
  simulation = await simulate({
    mail: join(folder, 'mail'),
    rules: null,
    from: null,
    until: Date.UTC(2026, 2, 27, 7, 45),
    tick: 10,
    support: null,
    clicks: true,
    desk: desk ?? null,
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ticketOf = (requester: string): SimulatedTicket => {
  const found = simulation.tickets.find((one) => one.requester === requester);
  if (!found) throw new Error(`no ticket of ${requester}`);
  return found;
};
const clicksOn = (requester: string) =>
  ticketOf(requester).journal.filter(
    ({ event, actor }) => ['resolved', 'closed'].includes(event) && actor.includes('@'),
  );

test('the owner resolves a ticket half an hour after a thank-you, when at work: thanks of Thursday evening on Friday', () => {
  const [resolved, ...more] = clicksOn('kari@home.example');
  expect(more).toEqual([]);
  expect(resolved).toMatchObject({ event: 'resolved', actor: ticketOf('kari@home.example').owner });
  expect(resolved?.at).toMatch(/^2026-03-27T07:30/);
});

test('nobody resolves where the customer wrote again before the click', () => {
  expect(clicksOn('tom@home.example')).toEqual([]);
  expect(ticketOf('tom@home.example').status).toBe('open');
});

test('after an hour and a half of work the owner says of a parcel note and of spam that they are no tickets', () => {
  for (const [requester, at] of [
    ['no-reply@carrier.example', /^2026-03-26T10:00/],
    ['winner@x.example', /^2026-03-26T11:00/],
  ] as const) {
    const [closed] = clicksOn(requester);
    expect(closed).toMatchObject({ event: 'closed', actor: expect.stringContaining('@fjordlicht.example') });
    expect(closed?.at).toMatch(at);
  }
});

test('no click failed', () => {
  expect(simulation.problems).toEqual([]);
});
