// The Settings tab: one row a setting, each with its name, reader and starter value.
import { type ClockName, clockNames, type Settings, severities } from '../../complaints/rules.ts';
import { zoneNamed } from '../../complaints/zone.ts';
import { clockWords } from '../clock-words.ts';
import { may, must } from '../column.ts';
import { calendarName, person } from '../known.ts';
import { noNames } from '../names.ts';
import { didYouMean } from '../near.ts';
import { choice, email, language, list, partsOf, short, text, whole, yesOrNo } from '../plain.ts';
import { eachOf, mapped, type Read, sound, unsound } from '../reading.ts';
import type { Table } from '../table.ts';

export interface Setting<T> {
  readonly name: string;
  readonly read: Read<T>;
  readonly starter: string;
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
export const effects = ['at once', 'when published'] as const;
export const sending = ['off', 'draft', 'send'] as const;

/** In the order of the tab. */
export const settings: { readonly [K in keyof Settings]: SettingOf<K> } = {
  company: { name: 'Company', read: text, starter: 'Fjordlicht' },
  supportAddresses: {
    name: 'Support addresses',
    read: addresses,
    starter: 'support@fjordlicht.example',
  },
  labelRoot: {
    name: 'Label root',
    read: name,
    starter: 'Tierline',
  },
  ticketPrefix: {
    name: 'Ticket prefix',
    read: prefix,
    starter: 'FL-',
  },
  timeZone: {
    name: 'Time zone',
    read: zone,
    starter: 'Europe/Oslo',
  },
  language: {
    name: 'Language',
    read: language,
    starter: 'en',
  },
  calendar: {
    name: 'Calendar',
    read: calendarName,
    starter: 'Office hours',
  },
  tickMinutes: {
    name: 'Check every',
    read: tick,
    starter: '1',
  },
  tiers: {
    name: 'Tiers',
    read: someNames,
    starter: 'First line, Specialists, Management',
  },
  customerTiers: {
    name: 'Customer tiers',
    read: someNames,
    starter: 'Standard, Key account, VIP',
  },
  fallbackOwner: {
    name: 'Fallback owner',
    read: person,
    starter: 'helen@fjordlicht.example',
  },
  fallbackCategory: {
    name: 'Fallback category',
    read: text,
    starter: 'Other',
  },
  defaultSeverity: {
    name: 'Default severity',
    read: choice(severities),
    starter: 'medium',
  },
  stopsForCustomer: {
    name: 'Waiting for the customer stops',
    read: clocks,
    starter: 'next response, customer update, resolution',
  },
  stopsForThirdParty: {
    name: 'Waiting for a third party stops',
    read: clocks,
    starter: 'resolution',
  },
  afterAnswer: {
    name: 'After our answer',
    read: choice(['wait for the customer', 'stay open']),
    starter: 'wait for the customer',
  },
  resolveAfterSilentDays: {
    name: 'Resolve after silent days',
    read: days,
    starter: '5',
  },
  afterReopen: {
    name: 'After reopening',
    read: choice(['go on', 'start again']),
    starter: 'go on',
  },
  reopenWithinDays: {
    name: 'Reopen within days',
    read: days,
    starter: '14',
  },
  closeAfterDays: {
    name: 'Close after days',
    read: days,
    starter: '5',
  },
  archiveAfterDays: {
    name: 'Archive after days',
    read: days,
    starter: '3',
  },
  keepTicketMonths: { name: 'Keep closed tickets (months)', read: whole(0, 600), starter: '24' },
  keepMailDays: { name: 'Keep mail records (days)', read: days, starter: '180' },
  nobodyAvailable: {
    name: 'Nobody available',
    read: choice(['next shift', 'fallback']),
    starter: 'next shift',
  },
  acknowledge: {
    name: 'Acknowledge',
    read: choice(sending),
    starter: 'draft',
  },
  holdingReply: {
    name: 'Holding reply',
    read: choice(sending),
    starter: 'draft',
  },
  mailsPerAddressAndDay: {
    name: 'Mails per address and day',
    read: whole(0, 100),
    starter: '3',
  },
  warningsWaitForShift: {
    name: 'Warnings wait for the shift',
    read: yesOrNo,
    starter: 'yes',
  },
  incidentCustomers: {
    name: 'Incident from customers',
    read: whole(0, 1000),
    starter: '3',
  },
  incidentHours: {
    name: 'Incident within hours',
    read: whole(1, 72),
    starter: '2',
  },
  paused: {
    name: 'Paused',
    read: yesOrNo,
    starter: 'no',
  },
  rulesTakeEffect: {
    name: 'Rules take effect',
    read: choice(effects),
    // Also in a workbook that has no such row yet.
    starter: 'at once',
  },
};

export const settingsTable = {
  tab: 'Settings',
  columns: {
    setting: must('Setting', text),
    value: may('Value', text, { blank: null as string | null, required: true }),
    help: may('Help', text, { blank: null as string | null }),
  },
} satisfies Table;
