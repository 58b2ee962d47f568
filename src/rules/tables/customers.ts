// The Customers tab: who is known, how much they matter, and who looks after them.
import { fromColumn, may, must } from '../column.ts';
import { customerTier, person } from '../known.ts';
import { addressIn, language, partsOf, short, text } from '../plain.ts';
import { eachOf, type Read, type Reading, sound, unsound } from '../reading.ts';
import type { Shown } from '../shown.ts';
import type { Table } from '../table.ts';

/** Domains in which anybody may have an address. */
const everybodys =
  /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|aol|gmx|web|t-online|proton|protonmail|online|ziggo|kpnmail)\.(com|de|net|no|nl|me|fr|es|co\.uk|at|ch)$/;

const matches: Read<readonly string[]> = (cell) => eachOf(partsOf(cell, /[,;\s]+/), match);

function match(part: string): Reading<string> {
  const address = addressIn(part);
  if (address !== null) return sound(address);
  const domain = part
    .toLowerCase()
    .replace(/^(https?:\/\/)?(www\.)?/, '')
    .replace(/^\*?@|^\*\./, '')
    .replace(/\/.*$/, '');
  if (everybodys.test(domain)) {
    return unsound(
      `'${short(part)}' is a domain in which anybody has an address.`,
      'Write the full addresses of this customer.',
    );
  }
  if (/^([\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}$/u.test(domain)) return sound(domain);
  return unsound(
    `'${short(part)}' is neither an address nor a domain.`,
    'Write jane@shop.example or shop.example.',
  );
}

const link: Read<string> = (cell) =>
  /^https?:\/\/\S+$/i.test(cell)
    ? sound(cell)
    : unsound(`'${short(cell)}' is no link.`, 'It starts with https://.');

export const customersTable = {
  tab: 'Customers',
  columns: {
    name: must('Name', text),
    matches: must('Addresses or domains', matches, { long: true }),
    tier: may('Tier', customerTier, {
      blank: null as string | null,
      required: true,
    }),
    accountManager: may('Account manager', person, {
      blank: null as string | null,
    }),
    language: may('Language', language, {
      blank: null as string | null,
    }),
    link: may('Link', link, { blank: null as string | null }),
  },
} satisfies Table;

/** What people see of it. */
export const customersShown = (): Shown<typeof customersTable> => ({
  about: 'Customers the desk should know. Everybody else has the first customer tier of Settings.',
  help: {
    name: 'The name of the customer.',
    matches: 'jane@shop.example, shop.example: whose mails are this customer\u2019s.',
    tier: 'A customer tier of Settings; blank: the first.',
    accountManager: 'Who looks after this customer: an address or name of People.',
    language: 'en, de, nl, no ...; blank: the language of the mail.',
    link: 'The customer\u2019s page in your CRM.',
  },
  choices: {
    accountManager: fromColumn('People', 'Email'),
  },
  starter: [
    [
      'Aurora Hotels',
      'aurora-hotels.example',
      'VIP',
      'georg@fjordlicht.example',
      'en',
      'https://crm.fjordlicht.example/aurora-hotels',
    ],
    ['Nordlys Eiendom', 'nordlys-eiendom.example', 'Key account', 'georg@fjordlicht.example', 'no', ''],
    ['Lichthaus Handels GmbH', 'lichthaus.example', 'Key account', 'georg@fjordlicht.example', 'de', ''],
    ['De Lampenwinkel', 'lampenwinkel.example', 'Standard', '', 'nl', ''],
    ['Kari Nordmann', 'kari.nordmann@post.example', 'Standard', '', 'no', ''],
    [
      'Brightside Interiors',
      'brightside.example, orders@brightside-studio.example',
      'Standard',
      '',
      'en',
      '',
    ],
  ],
});
