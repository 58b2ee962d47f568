// A busy day at the desk, moment by moment: mails of every kind, clicks, labels moved by hand, deadlines, a lost
// history, an edited rule, a night with chores, and tickets that close and come back.
import { type Office, openOffice } from '../../src/local/office.ts';
import { starterDefault } from '../../src/rules/starter.ts';
import { bundle, mailIds, post, support, withSettings } from '../journeys/desk-journey.ts';
import { at, click, does, knock, nonceOf, secret, ticketAbout } from './person.ts';

export interface Moment {
  readonly name: string;
  readonly happens: (office: Office) => void;
  /** Ticks until the next moment. */
  readonly minutes: number;
}

export const minute = 60_000;

export async function openDesk(settings: Readonly<Record<string, string>> = {}): Promise<Office> {
  const rules = withSettings({ Acknowledge: 'send', 'Holding reply': 'send', ...settings });
  const office = openOffice({
    start: '2026-03-24T07:00:00Z',
    rules,
    support,
    people: [at('anna')],
    built: await bundle(),
  });
  office.desk.properties.DOOR_SECRET = secret;
  office.desk.run('tick');
  return office;
}

const moment = (name: string, happens: Moment['happens'], minutes = 3): Moment => ({
  name,
  happens,
  minutes,
});

/** No tick until then: a while in which nothing of this day happens. */
function passUntil(office: Office, instant: string): void {
  const ticks = Math.floor((Date.parse(instant) - office.world.now()) / minute);
  office.world.faults.trigger({ kind: 'skip', function: 'tick', times: ticks });
  office.world.advance(ticks * minute);
}

const kari = (office: Office, subject: string, more: Parameters<typeof post>[1] = {}): void =>
  void post(office, { subject, id: `${subject.replace(/\W+/g, '-')}@example.com`, ...more });

function moveLabel(office: Office, subject: string, add: readonly string[], remove: readonly string[]): void {
  const ids = mailIds(office, subject).slice(0, 1);
  office.world.gmail.mailbox(support).modify(ids, add, remove);
}

function editSetting(office: Office, name: string, value: string): void {
  const row = (starterDefault.Settings ?? []).findIndex(([one]) => one === name);
  office.world.sheets.edit(office.workbook, 'Settings', row, 1, value, { by: support });
}

const lamp = 'My lamp is broken';
const money = 'I was charged twice';
const parcel = 'Where is my parcel';
const hotel = 'URGENT: all lamps on fire';

export const busyDay: readonly Moment[] = [
  moment('the first mails', (office) => {
    kari(office, lamp, { id: 'lamp@example.com' });
    kari(office, money, {
      id: 'money@example.com',
      from: 'Tom <tom@example.com>',
      body: 'My invoice is wrong.',
    });
    kari(office, 'News', {
      headers: ['List-Id: <n.example.com>', 'Precedence: bulk'],
      from: 'n@example.com',
    });
  }),
  moment('a hotel burns, and a machine writes', (office) => {
    kari(office, hotel, {
      id: 'hotel@aurora-hotels.example',
      from: 'Desk <desk@aurora-hotels.example>',
      body: 'There is a fire, this is dangerous. I want to speak to your manager at once!',
    });
    kari(office, 'Automatic reply: Hello', {
      headers: ['Auto-Submitted: auto-replied'],
      from: 'o@example.com',
    });
  }),
  moment('Anna takes a case', (office) => does(office, 'anna', lamp, { do: 'take' })),
  moment('a colleague answers by mail while a parcel is missed', (office) => {
    kari(office, `Re: ${lamp}`, {
      id: 'answer@fjordlicht.example',
      from: 'Anna <anna@fjordlicht.example>',
      to: `kari@example.com, ${support}`,
      inReplyTo: 'lamp@example.com',
      body: 'Have you tried another socket?',
    });
    kari(office, parcel, {
      id: 'parcel@example.com',
      from: 'Ben <ben@example.com>',
      body: 'My parcel is lost.',
    });
  }),
  moment('the customer answers, and a note is written before the tick', (office) => {
    kari(office, `Re: ${lamp}`, {
      id: 'yes@example.com',
      inReplyTo: 'lamp@example.com',
      body: 'Yes, I did.',
    });
    does(office, 'bram', money, { do: 'note', note: 'The bank knows', mentions: [at('femke')] });
  }),
  moment('a label is moved by hand', (office) => moveLabel(office, lamp, ['Tierline/Shipping/Lost'], [])),
  moment('the lead assigns several', (office) => {
    const chosen = [money, parcel].map((subject) => ticketAbout(office, subject));
    const seen = chosen.flatMap((one) => (one ? [{ ticket: one.id, version: one.version }] : []));
    const request = { ask: 'assign many', tickets: seen, to: at('ida') } as const;
    knock(office, at('femke'), request, nonceOf('many'));
  }),
  moment('a case is handed over', (office) =>
    does(office, 'ida', parcel, { do: 'hand over', to: at('ole'), note: 'Yours', facts: neededFacts }),
  ),
  moment('accepted, and another escalated', (office) => {
    does(office, 'ole', parcel, { do: 'accept' });
    does(office, 'ida', money, {
      do: 'escalate',
      way: 'hierarchical',
      because: 'authority',
      to: null,
      note: 'Refund',
    });
  }),
  moment(
    'a slip is undone, and a mail nobody can read comes',
    (office) => {
      does(office, 'anna', lamp, { do: 'set severity', severity: 'high' });
      const ticket = ticketAbout(office, lamp)?.id ?? '';
      knock(office, at('anna'), { ask: 'undo', ticket }, nonceOf('undo'));
      office.world.gmail.mailbox(support).insert(Buffer.from('\r\n'), {
        labels: ['INBOX'],
        // It has no name but its instant, and that must not hang on how long the click before it took.
        at: Date.parse('2026-03-24T07:25:00Z'),
      });
    },
    5,
  ),
  moment('a rule is edited', (office) => {
    editSetting(office, 'Mails per address and day', '5');
    kari(office, 'Second lamp', { id: 'second@example.com' });
  }),
  moment(
    'an hour without an answer',
    (office) => {
      passUntil(office, '2026-03-24T08:30:00Z');
      kari(office, 'Price?', {
        id: 'price@example.com',
        from: 'Eva <eva@example.com>',
        body: 'What does it cost?',
      });
    },
    4,
  ),
  moment(
    'the history expires',
    (office) => {
      kari(office, 'Meanwhile', { id: 'meanwhile@example.com', from: 'Mia <mia@example.com>' });
      kari(office, lamp, { id: 'lamp@example.com', headers: ['Date: Tue, 24 Mar 2026 08:31:00 +0000'] });
      office.world.gmail.expireHistory(support);
    },
    4,
  ),
  moment('waiting, promising, registering', (office) => {
    does(office, 'anna', 'Meanwhile', {
      do: 'wait',
      on: 'customer',
      until: Date.parse('2026-03-25T09:00:00Z'),
    });
    does(office, 'ole', parcel, { do: 'promise', until: Date.parse('2026-03-24T14:00:00Z') });
    kari(office, 'Take me in', { id: 'register@example.com', from: 'Leo <leo@example.com>' });
    const request = { ask: 'register', messageId: '<register@example.com>' } as const;
    knock(office, at('anna'), request, nonceOf('register'));
  }),
  moment('one is solved, another was none', (office) => {
    does(office, 'anna', lamp, { do: 'resolve', rootCause: 'A loose wire', solution: 'Send a new one' });
    does(office, 'femke', 'Price?', { do: 'not a ticket' });
    kari(office, 'Re: Take me in', {
      id: 'thanks@example.com',
      from: 'Leo <leo@example.com>',
      inReplyTo: 'register@example.com',
      body: 'Thank you very much!',
    });
  }),
  moment('it comes back', (office) => {
    kari(office, `Re: ${lamp}`, {
      id: 'again@example.com',
      inReplyTo: 'lamp@example.com',
      body: 'It is broken again!',
    });
    click(office, 'anna', lamp, { do: 'add co-owner', person: at('david') });
  }),
  moment('the afternoon', (office) => passUntil(office, '2026-03-24T12:00:00Z'), 4),
  moment('the night', (office) => passUntil(office, '2026-03-25T01:58:00Z'), 12),
  moment(
    'the morning',
    (office) => {
      passUntil(office, '2026-03-25T08:58:00Z');
      kari(office, 'Good morning', { id: 'morning@example.com', from: 'Ann <ann@example.com>' });
    },
    5,
  ),
  moment('two weeks later', (office) => passUntil(office, '2026-04-08T09:00:00Z'), 4),
  // Time enough for the night's work to end, even where a slice of it died.
  moment(
    'an answer to an archived ticket',
    (office) =>
      kari(office, 'Re: Price?', {
        id: 'price2@example.com',
        from: 'Eva <eva@example.com>',
        inReplyTo: 'price@example.com',
        body: 'I never heard from you.',
      }),
    14,
  ),
  // What the night before told of its place in the journal depends on whether a late chore saw the last mail.
  moment('one more night', (office) => passUntil(office, '2026-04-09T00:58:00Z'), 22),
  // Health is told again at the desk's next heartbeat.
  moment('a quiet half hour', () => undefined, 35),
];

const neededFacts = ['Promised date', 'Date the goods are needed', 'Order number', 'Delivery address'].map(
  (fact) => ({
    fact,
    value: '4711',
  }),
);
