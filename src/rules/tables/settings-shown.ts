// The Settings tab as people see it: help and drop-down of each setting.
import { type Settings, severities } from '../../complaints/rules.ts';
import { type Choices, fromColumn, listed } from '../column.ts';
import type { Shown } from '../shown.ts';
import { effects, sending, settings, type settingsTable } from './settings.ts';

interface SettingShown {
  readonly help: string;
  readonly choices?: Choices;
  /** For a new workbook, where that is not what holds without the row. */
  readonly starter?: string;
}

export const settingsShown: { readonly [K in keyof Settings]: SettingShown } = {
  company: { help: 'Your name as customers know it.' },
  supportAddresses: {
    help: 'Every address that is the support mailbox, separated by commas. The first one sends.',
  },
  labelRoot: { help: 'The Gmail label under which the desk keeps its own.' },
  ticketPrefix: { help: 'Ticket numbers start with it.' },
  timeZone: { help: 'Of the desk, such as Europe/Oslo.' },
  language: { help: 'For customers whose language is not known: en, de, nl, no ...' },
  calendar: {
    help: 'The calendar of Calendars that holds where none is named.',
    choices: fromColumn('Calendars', 'Name'),
  },
  tickMinutes: {
    help: 'How often the desk looks for mail: 1, 5 or 10 minutes.',
    choices: listed(['1', '5', '10']),
  },
  tiers: { help: 'Names of the tiers, first line first, separated by commas.' },
  customerTiers: {
    help: 'Names of the customer tiers, least valuable first. Who is not in Customers has the first.',
  },
  fallbackOwner: {
    help: 'Who takes what nobody else can: an e-mail address or name of People.',
    choices: fromColumn('People', 'Email'),
  },
  fallbackCategory: {
    help: 'The category of mails that no word or pattern decides.',
    choices: fromColumn('Categories', 'Category'),
  },
  defaultSeverity: { help: 'Where category and phrases name none.', choices: listed(severities) },
  stopsForCustomer: { help: 'Clocks: first response, next response, customer update, resolution; or none.' },
  stopsForThirdParty: {
    help: 'Clocks: first response, next response, customer update, resolution; or none.',
  },
  afterAnswer: {
    help: 'The ticket waits for the customer, or stays open until somebody says so in the sidebar.',
    choices: listed(['wait for the customer', 'stay open']),
  },
  resolveAfterSilentDays: {
    help: 'A ticket that waits for the customer counts as resolved after so many working days of silence; 0: never.',
  },
  afterReopen: {
    help: 'The clocks go on where they were, or start again.',
    choices: listed(['go on', 'start again']),
  },
  reopenWithinDays: { help: 'A later mail opens a new ticket that follows the old one.' },
  closeAfterDays: { help: 'A resolved ticket closes after so many days.' },
  archiveAfterDays: { help: 'A closed ticket moves from Tickets to Archive after so many days.' },
  keepTicketMonths: {
    help: 'After so many months a closed ticket leaves Archive, Journal and Knowledge for good; 0: never.',
  },
  keepMailDays: { help: 'After so many days rows of Mails and Outbox go for good; 0: never.' },
  nobodyAvailable: {
    help: 'The ticket waits for the next shift, or goes to the fallback owner.',
    choices: listed(['next shift', 'fallback']),
  },
  acknowledge: {
    help: 'Tell a customer at once that the mail arrived: off, as a draft, or send.',
    choices: listed(sending),
  },
  holdingReply: {
    help: 'What a ladder does with a holding reply: off, as a draft, or send.',
    choices: listed(sending),
  },
  mailsPerAddressAndDay: { help: 'The desk sends no more to one customer by itself.' },
  warningsWaitForShift: {
    help: 'yes: a warning waits for the working time of the person; a breach never waits.',
    choices: listed(['yes', 'no']),
  },
  incidentCustomers: {
    help: 'So many different customers who write alike make an incident: one ticket above theirs. 0: off.',
  },
  incidentHours: { help: 'Within so many hours.' },
  paused: {
    help: 'yes: the desk leaves mail and tickets alone until this says no; then it catches up.',
    choices: listed(['yes', 'no']),
  },
  rulesTakeEffect: {
    help: 'at once: with the next look at the workbook; when published: only after Publish in Control.',
    choices: listed(effects),
    starter: 'when published',
  },
};

const keys = Object.keys(settings) as readonly (keyof Settings)[];

export const settingsTabShown = (): Shown<typeof settingsTable> => ({
  about: 'How this desk works, one setting a row.',
  help: {
    setting: 'The name of the setting; do not change it.',
    value: 'See Help beside it.',
    help: 'What the setting does.',
  },
  starter: keys.map((key) => [
    settings[key].name,
    settingsShown[key].starter ?? settings[key].starter,
    settingsShown[key].help,
  ]),
});
