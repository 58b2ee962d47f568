// One problem of many customers becomes one incident; what only looks like it does not.
import { noMemory, receive } from '../../src/complaints/desk.ts';
import type { Mail } from '../../src/complaints/mail.ts';
import { readRules } from '../../src/rules/read.ts';
import { starterDefault, type Workbook } from '../../src/rules/starter.ts';
import { arrives, happened, mail, notices, type Story, starterRules, story, ticket } from './story.ts';

const outage = [
  'Hello, your cloud service is down, the app says service unavailable since eight. Do you know more?',
  'The app shows "service unavailable", I think your cloud service is down. When will it be back?',
  'Is the cloud service down? Since eight o’clock the app says service unavailable in both our houses.',
  'service unavailable in the app since this morning, cloud service down?',
];

const customers = ['anna.a', 'bob.b', 'cleo.c', 'dora.d'];

/** The starter workbook with other values in Settings. */
function withSettings(changes: Readonly<Record<string, string>>): Workbook {
  const rows = (starterDefault.Settings ?? []).map(([name, value, ...rest]) => [
    name ?? '',
    changes[String(name)] ?? value ?? '',
    ...rest,
  ]);
  return { ...starterDefault, Settings: rows };
}

const minutesPast = (minutes: number): string =>
  new Date(Date.parse('2026-03-24T08:00:00Z') + minutes * 60_000).toISOString();

const from = (customer: string) => ({ name: customer, address: `${customer}@${customer}.example` });

const write = (told: Story, minutes: number, customer: string, words: string, subject = 'App') =>
  arrives(told, minutesPast(minutes), mail({ from: from(customer), subject, words, text: words }));

/** A desk that was at work the day before: it knows what is usual. */
function begun(rules = starterRules): Story {
  const told = story(rules);
  write(told, -26 * 60, 'old.o', 'May I return a lamp that I do not like?', 'Return');
  return told;
}

function wave(told: Story = begun(), at = 0): Story {
  for (const [index, words] of outage.entries()) write(told, at + 10 * index, customers[index] ?? '', words);
  return told;
}

test('one customer alone is no incident, whatever Settings say', () => {
  const { rules } = readRules(withSettings({ 'Incident from customers': '1' }), null);
  const told = begun(rules);
  write(told, 0, 'anna.a', outage[0] ?? '');
  expect([...told.tickets.values()].filter(({ incident }) => incident)).toEqual([]);
});

describe('an incident', () => {
  test('is one ticket above those of three customers who write alike within two hours', () => {
    const told = wave();
    const parent = [...told.tickets.values()].find(({ incident }) => incident);
    expect(parent).toMatchObject({
      id: 'FL-5',
      incident: true,
      status: 'new',
      category: 'Technical problems',
      subject: expect.stringMatching(/^Incident: Technical problems.* \(FL-2, FL-3, FL-4\)$/),
      flags: ['widespread'],
    });
    expect(['FL-2', 'FL-3', 'FL-4'].map((id) => ticket(told, id).parent)).toEqual(['FL-5', 'FL-5', 'FL-5']);
    expect(happened(told, 'opened', 'FL-5')[0]?.reason).toMatch(/3 customers wrote alike.*FL-2, FL-3, FL-4/);
  });

  test('is owned and timed by the row of the Matrix that asks for widespread', () => {
    const told = wave();
    const parent = ticket(told, 'FL-5');
    expect(parent.owner).not.toBeNull();
    expect(parent.tier).toBe(2);
    expect(happened(told, 'policy applied', 'FL-5')[0]?.reason).toMatch(/what is widespread/);
  });

  test('takes in who writes alike later, while it is open', () => {
    const told = wave();
    expect(ticket(told, 'FL-6').parent).toBe('FL-5');
    expect(happened(told, 'linked', 'FL-6')[0]?.reason).toMatch(/like FL-\d, which belongs to/);
    expect(happened(told, 'member joined', 'FL-5')).toHaveLength(4);
  });

  test('is told to the lead once, however many follow', () => {
    const told = wave();
    write(told, 50, 'emil.e', 'Your cloud service is down, the app says service unavailable.');
    const all = told.outgoing.flatMap(({ effect }) =>
      effect.do === 'notice' && effect.kind === 'incident' ? [effect] : [],
    );
    expect(all).toHaveLength(1);
    expect(all[0]?.reason).toMatch(/3 customers wrote alike/);
    expect(notices(told, all[0]?.to.split('@')[0] ?? '')).toContainEqual(all[0]);
  });

  test('is not one customer who writes ten times', () => {
    const told = begun();
    for (let time = 0; time < 10; time++) write(told, 5 * time, 'anna.a', outage[time % 4] ?? '');
    expect([...told.tickets.values()].some(({ incident }) => incident)).toBe(false);
  });

  test('is not three colleagues of one known customer', () => {
    const told = begun();
    const address = (name: string) => ({ name, address: `${name}@aurora-hotels.example` });
    outage.slice(0, 3).forEach((words, index) => {
      arrives(told, minutesPast(index), mail({ from: address(`guest${index}`), words, text: words }));
    });
    const all = [...told.tickets.values()].slice(1);
    expect(new Set(all.map(({ customer }) => customer)).size).toBe(1);
    expect(all[0]?.customer).not.toBeNull();
    expect(all.some(({ incident }) => incident)).toBe(false);
  });

  test('is not a question that comes as often on every day', () => {
    const words = 'Hello, do you ship to Denmark too, and how much is the postage?';
    const asks = (index: number): Mail => ({
      ...mail({ from: from(`asker${index}`), words, text: words }),
      at: Date.parse(minutesPast(index * 55)),
    });
    const mails = Array.from({ length: 60 }, (_, index) => asks(index));
    const told = receive(
      { rules: starterRules, tickets: [], memory: noMemory },
      { mails, parked: [] },
      Date.parse(minutesPast(60 * 55)),
    );
    expect(told.tickets).toHaveLength(60);
    expect(told.tickets.some(({ incident }) => incident)).toBe(false);
  });

  test('is not three customers with three matters', () => {
    const told = begun();
    const matters = [
      'I was charged twice for my order, please refund one payment.',
      'The lamp flickers since I changed the bulb.',
      'Where is my parcel? The tracking has not moved for a week.',
    ];
    for (const [index, words] of matters.entries())
      write(told, index, customers[index] ?? '', words, words.slice(0, 20));
    expect(told.tickets.size).toBe(4);
  });

  test('is none where Settings say 0 customers', () => {
    const off = readRules(withSettings({ 'Incident from customers': '0' }), null).rules;
    expect(wave(begun(off)).tickets.size).toBe(5);
  });

  test('that is resolved takes nobody in any more', () => {
    const told = wave();
    const parent = ticket(told, 'FL-5');
    told.tickets.set('FL-5', { ...parent, status: 'resolved', resolvedAt: Date.parse(minutesPast(31)) });
    write(told, 40, 'emil.e', outage[0] ?? '');
    expect(ticket(told, 'FL-7').parent).toBeUndefined();
  });
});

describe('the same matter in a new thread', () => {
  test('is noted on the new ticket, and nothing is merged by itself', () => {
    const told = story();
    const words = 'The tracking of parcel 4711 has not moved since Monday, where is it?';
    write(told, 0, 'anna.a', words, 'Parcel');
    write(
      told,
      90,
      'anna.a',
      `Once more: where is parcel 4711? The tracking still has not moved.`,
      'Question',
    );
    expect(ticket(told, 'FL-2')).toMatchObject({ status: 'new', sameAs: 'FL-1' });
    expect(happened(told, 'same matter seen', 'FL-2')[0]?.reason).toMatch(/FL-1: it may be the same matter/);
  });

  test('is seen by the same subject where the words are too few', () => {
    const told = story();
    write(told, 0, 'anna.a', 'The tracking of parcel 4711 has not moved since Monday.', 'Parcel 4711');
    write(told, 90, 'anna.a', 'Any news?', 'Parcel 4711');
    expect(ticket(told, 'FL-2').sameAs).toBe('FL-1');
  });

  test('is not another matter of the same customer, nor the matter of another', () => {
    const told = story();
    write(told, 0, 'anna.a', 'The tracking of parcel 4711 has not moved since Monday.', 'Parcel');
    write(told, 90, 'anna.a', 'I was charged twice for my order, please refund one payment.', 'Invoice');
    write(told, 95, 'bob.b', 'The tracking of parcel 4711 has not moved since Monday.', 'Parcel');
    expect(ticket(told, 'FL-2').sameAs).toBeUndefined();
    expect(ticket(told, 'FL-3').sameAs).toBeUndefined();
  });
});

describe('one problem in two languages', () => {
  test('is one incident where the second wave is about the same at the same time', () => {
    const told = begun();
    const german = [
      'Guten Tag, Ihr Cloud-Dienst ist nicht erreichbar, die App meldet Dienst nicht verfügbar. Störung?',
      'Die App meldet seit acht Uhr Dienst nicht verfügbar. Ist Ihr Cloud-Dienst gestört?',
      'Dienst nicht verfügbar in der App, ist der Cloud-Dienst nicht erreichbar? Gibt es eine Störung?',
    ];
    wave(told);
    for (const [index, words] of german.entries()) {
      const one = mail({ from: from(`kunde${index}`), subject: 'App', words, text: words, language: 'de' });
      arrives(told, minutesPast(40 + index), one);
    }
    const incidents = [...told.tickets.values()].filter(({ incident }) => incident);
    expect(incidents).toHaveLength(1);
    expect([...told.tickets.values()].filter(({ parent }) => parent === incidents[0]?.id)).toHaveLength(7);
    expect(happened(told, 'linked', 'FL-9')[0]?.reason).toMatch(/as others did in en in the incident FL-5/);
  });
});
