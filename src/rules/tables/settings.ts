// The Settings tab: one row a setting, each with its name, help, drop-down, reader and starter value.
import { type ClockName, clockNames, type Settings, severities } from '../../complaints/rules.ts';
import { zoneNamed } from '../../complaints/zone.ts';
import { clockWords } from '../clock-words.ts';
import { type Choices, fromColumn, listed, may, must } from '../column.ts';
import { calendarName, person } from '../known.ts';
import { noNames } from '../names.ts';
import { didYouMean } from '../near.ts';
import { choice, email, language, list, partsOf, short, text, whole, yesOrNo } from '../plain.ts';
import { eachOf, mapped, type Read, sound, unsound } from '../reading.ts';
import type { Table } from '../table.ts';

export interface Setting<T> {
  readonly name: string;
  readonly help: string;
  readonly read: Read<T>;
  readonly starter: string;
  readonly choices?: Choices;
}

type SettingOf<K extends keyof Settings> = Setting<Settings[K]>;

const zone: Read<string> = (cell) =>
  zoneNamed(cell) === null
    ? unsound(
        `'${short(cell)}' is no time zone.`,
        didYouMean(cell, commonZones, 'Write it like Europe/Oslo.'),
      )
    : sound(cell);

const commonZones = [
  'Europe/Oslo',
  'Europe/Berlin',
  'Europe/Amsterdam',
  'Europe/London',
  'America/New_York',
  'UTC',
];

const clocks: Read<readonly ClockName[]> = (cell) => {
  if (/^(-|none|no)$/i.test(cell)) return sound([]);
  const named = clockWords.filter(([on]) => on !== 'tierTime').map(([, words]) => words);
  const reading = eachOf(partsOf(cell), (part) => choice(named)(part, noNames));
  return mapped(reading, (words) =>
    clockNames.filter((on) => clockWords.some(([id, each]) => id === on && words.includes(each))),
  );
};

const tick: Read<1 | 5 | 10> = (cell, names) =>
  mapped(choice(['1', '5', '10'])(cell.replace(/\s*m(in(utes?)?)?$/i, ''), names), (minutes) =>
    minutes === '1' ? 1 : minutes === '5' ? 5 : 10,
  );

const name: Read<string> = (cell) =>
  /^[\p{L}\p{N}][\p{L}\p{N} ._&-]{0,39}$/u.test(cell)
    ? sound(cell)
    : unsound(`'${short(cell)}' cannot be a label.`, 'Use letters, digits and spaces, up to 40.');

const prefix: Read<string> = (cell) =>
  /^[A-Za-z][A-Za-z0-9]{0,7}[-_#]?$/.test(cell)
    ? sound(cell)
    : unsound(
        `'${short(cell)}' cannot start ticket numbers.`,
        'Write one to eight letters or digits, such as FL or FL-.',
      );

const addresses: Read<readonly string[]> = (cell, names) =>
  eachOf(partsOf(cell), (part) => email(part, names));
const someNames: Read<readonly string[]> = (cell) => list(cell, noNames);

const days = whole(0, 3650);
const onOff = listed(['yes', 'no']);
const sending = ['off', 'draft', 'send'] as const;
const offDraftSend = listed(sending);

/** In the order of the tab. */
export const settings: { readonly [K in keyof Settings]: SettingOf<K> } = {
  company: { name: 'Company', help: 'Your name as customers know it.', read: text, starter: 'Fjordlicht' },
  supportAddresses: {
    name: 'Support addresses',
    help: 'Every address that is the support mailbox, separated by commas. The first one sends.',
    read: addresses,
    starter: 'support@fjordlicht.example',
  },
  labelRoot: {
    name: 'Label root',
    help: 'The Gmail label under which the desk keeps its own.',
    read: name,
    starter: 'Tierline',
  },
  ticketPrefix: {
    name: 'Ticket prefix',
    help: 'Ticket numbers start with it.',
    read: prefix,
    starter: 'FL-',
  },
  timeZone: {
    name: 'Time zone',
    help: 'Of the desk, such as Europe/Oslo.',
    read: zone,
    starter: 'Europe/Oslo',
  },
  language: {
    name: 'Language',
    help: 'For customers whose language is not known: en, de, nl, no ...',
    read: language,
    starter: 'en',
  },
  calendar: {
    name: 'Calendar',
    help: 'The calendar of Calendars that holds where none is named.',
    read: calendarName,
    starter: 'Office hours',
    choices: fromColumn('Calendars', 'Name'),
  },
  tickMinutes: {
    name: 'Check every',
    help: 'How often the desk looks for mail: 1, 5 or 10 minutes.',
    read: tick,
    starter: '1',
    choices: listed(['1', '5', '10']),
  },
  tiers: {
    name: 'Tiers',
    help: 'Names of the tiers, first line first, separated by commas.',
    read: someNames,
    starter: 'First line, Specialists, Management',
  },
  customerTiers: {
    name: 'Customer tiers',
    help: 'Names of the customer tiers, least valuable first. Who is not in Customers has the first.',
    read: someNames,
    starter: 'Standard, Key account, VIP',
  },
  fallbackOwner: {
    name: 'Fallback owner',
    help: 'Who takes what nobody else can: an e-mail address or name of People.',
    read: person,
    starter: 'helen@fjordlicht.example',
    choices: fromColumn('People', 'Email'),
  },
  fallbackCategory: {
    name: 'Fallback category',
    help: 'The category of mails that no word or pattern decides.',
    read: text,
    starter: 'Other',
    choices: fromColumn('Categories', 'Category'),
  },
  defaultSeverity: {
    name: 'Default severity',
    help: 'Where category and phrases name none.',
    read: choice(severities),
    starter: 'medium',
    choices: listed(severities),
  },
  stopsForCustomer: {
    name: 'Waiting for the customer stops',
    help: 'Clocks: first response, next response, customer update, resolution; or none.',
    read: clocks,
    starter: 'next response, customer update, resolution',
  },
  stopsForThirdParty: {
    name: 'Waiting for a third party stops',
    help: 'Clocks: first response, next response, customer update, resolution; or none.',
    read: clocks,
    starter: 'resolution',
  },
  afterAnswer: {
    name: 'After our answer',
    help: 'The ticket waits for the customer, or stays open until somebody says so in the sidebar.',
    read: choice(['wait for the customer', 'stay open']),
    starter: 'wait for the customer',
    choices: listed(['wait for the customer', 'stay open']),
  },
  resolveAfterSilentDays: {
    name: 'Resolve after silent days',
    help: 'A ticket that waits for the customer counts as resolved after so many working days of silence; 0: never.',
    read: days,
    starter: '5',
  },
  afterReopen: {
    name: 'After reopening',
    help: 'The clocks go on where they were, or start again.',
    read: choice(['go on', 'start again']),
    starter: 'go on',
    choices: listed(['go on', 'start again']),
  },
  reopenWithinDays: {
    name: 'Reopen within days',
    help: 'A later mail opens a new ticket that follows the old one.',
    read: days,
    starter: '14',
  },
  closeAfterDays: {
    name: 'Close after days',
    help: 'A resolved ticket closes after so many days.',
    read: days,
    starter: '5',
  },
  archiveAfterDays: {
    name: 'Archive after days',
    help: 'A closed ticket moves from Tickets to Archive after so many days.',
    read: days,
    starter: '3',
  },
  nobodyAvailable: {
    name: 'Nobody available',
    help: 'The ticket waits for the next shift, or goes to the fallback owner.',
    read: choice(['next shift', 'fallback']),
    starter: 'next shift',
    choices: listed(['next shift', 'fallback']),
  },
  acknowledge: {
    name: 'Acknowledge',
    help: 'Tell a customer at once that the mail arrived: off, as a draft, or send.',
    read: choice(sending),
    starter: 'draft',
    choices: offDraftSend,
  },
  holdingReply: {
    name: 'Holding reply',
    help: 'What a ladder does with a holding reply: off, as a draft, or send.',
    read: choice(sending),
    starter: 'draft',
    choices: offDraftSend,
  },
  mailsPerAddressAndDay: {
    name: 'Mails per address and day',
    help: 'The desk sends no more to one customer by itself.',
    read: whole(0, 100),
    starter: '3',
  },
  warningsWaitForShift: {
    name: 'Warnings wait for the shift',
    help: 'yes: a warning waits for the working time of the person; a breach never waits.',
    read: yesOrNo,
    starter: 'yes',
    choices: onOff,
  },
  paused: {
    name: 'Paused',
    help: 'yes: the desk leaves mail and tickets alone until this says no; then it catches up.',
    read: yesOrNo,
    starter: 'no',
    choices: onOff,
  },
};

export const settingsTable = {
  tab: 'Settings',
  about: 'How this desk works, one setting a row.',
  columns: {
    setting: must('Setting', 'The name of the setting; do not change it.', text),
    value: may('Value', 'See Help beside it.', text, { blank: null as string | null, required: true }),
    help: may('Help', 'What the setting does.', text, { blank: null as string | null }),
  },
  starter: Object.values(settings).map(({ name: title, starter, help }) => [title, starter, help]),
} satisfies Table;
