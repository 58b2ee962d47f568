// Who the customer is: an address or domain found in the Customers tab, and the customer's tier.
import { placed } from './reasons.ts';
import type { Customer, Rules } from './rules.ts';
import { splitAddress } from './wildcard.ts';

/** Mail providers whose domain says nothing about a company: a row counts for them only with a full address. */
const publicProviders: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com outlook.de outlook.fr hotmail.com hotmail.co.uk hotmail.de hotmail.fr hotmail.nl hotmail.no live.com
   live.nl live.no live.de live.co.uk msn.com yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.no yahoo.nl ymail.com rocketmail.com icloud.com me.com
   mac.com aol.com aol.de proton.me protonmail.com pm.me gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de arcor.de posteo.de mailbox.org
   1und1.de online.de ziggo.nl kpnmail.nl kpnplanet.nl planet.nl home.nl xs4all.nl hetnet.nl upcmail.nl casema.nl chello.nl telenet.be skynet.be
   online.no getmail.no broadpark.no lyse.net start.no frisurf.no orange.fr wanadoo.fr free.fr sfr.fr laposte.net libero.it bluewin.ch hispeed.ch
   tutanota.com tuta.io zoho.com fastmail.com hey.com mail.com mail.ru yandex.ru yandex.com qq.com 163.com comcast.net verizon.net att.net sbcglobal.net
   btinternet.com sky.com talktalk.net virginmedia.com`.split(/\s+/),
);

export interface FoundCustomer {
  readonly customer: Customer | null;
  readonly tier: string;
  readonly why: string;
}

/**
 * An exact address beats a domain; of domains the longest wins (`eu.acme.example` before `acme.example`); of equals the
 * upper row. Public mail providers never match as a domain. An unknown sender has the least valuable tier.
 */
export function customerOf(address: string, rules: Pick<Rules, 'customers' | 'settings'>): FoundCustomer {
  const sender = address.trim().toLowerCase();
  const known = indexOf(rules.customers);
  const exact = known.get(sender);
  if (exact !== undefined) return found(exact, sender);
  for (const domain of domainsOf(sender)) {
    const customer = known.get(domain);
    if (customer !== undefined) return found(customer, domain);
  }
  const tier = rules.settings.customerTiers[0] ?? '';
  return {
    customer: null,
    tier,
    why: `${sender === '' ? 'the sender' : sender} is nobody in Customers: tier ${tier}`,
  };
}

const found = (customer: Customer, match: string): FoundCustomer => ({
  customer,
  tier: customer.tier,
  why: `${match} is ${customer.name}, tier ${customer.tier}: ${placed([customer.place])}`,
});

const indexes = new WeakMap<readonly Customer[], ReadonlyMap<string, Customer>>();

function indexOf(customers: readonly Customer[]): ReadonlyMap<string, Customer> {
  const known = indexes.get(customers);
  if (known !== undefined) return known;
  const index = new Map<string, Customer>();
  for (const customer of customers) {
    for (const match of customer.matches) {
      const key = match.trim().toLowerCase().replace(/^\*?@/, '');
      if (key !== '' && !index.has(key)) index.set(key, customer);
    }
  }
  indexes.set(customers, index);
  return index;
}

/** `a@mail.eu.acme.example`: mail.eu.acme.example, eu.acme.example, acme.example; nothing for a public provider. */
function domainsOf(address: string): readonly string[] {
  const labels = splitAddress(address)[1].split('.');
  const domains = labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'));
  return domains.some((domain) => publicProviders.has(domain)) ? [] : domains;
}

/** Whom a sender writes for: the company's domain; with a public provider the address itself. */
export const companyOf = (address: string): string => {
  const sender = address.trim().toLowerCase();
  return domainsOf(sender)[0] ?? sender;
};
