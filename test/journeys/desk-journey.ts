// A desk in the emulated world for journeys: the shipped bundle, the starter workbook, mails by SMTP.
import { type Built, build } from '../../build/build.ts';
import type { Ticket } from '../../src/complaints/ticket.ts';
import { type Office, openOffice } from '../../src/local/office.ts';
import type { WorldSnapshot } from '../../src/local/world/world.ts';
import { ticketOfRow } from '../../src/rules/desk/ticket-row.ts';
import type { Workbook } from '../../src/rules/sheet.ts';
import { starterDefault } from '../../src/rules/starter.ts';

export const support = 'support@fjordlicht.example';

let built: Promise<Built> | null = null;

/** The bundle that ships, built once a test file. */
export const bundle = (): Promise<Built> => {
  built ??= build({ only: ['desk'] });
  return built;
};

export async function journey(
  start = '2026-03-24T08:00:00Z',
  rules: Workbook = withSettings({}),
): Promise<Office> {
  return openOffice({ start, rules, support, people: ['anna@fjordlicht.example'], built: await bundle() });
}

/** A beginning that many stories share: played once, and for each of them restored. */
export function sameBeginning(begin: () => Promise<Office>): () => Promise<Office> {
  let begun: Promise<{ readonly office: Office; readonly saved: WorldSnapshot }> | null = null;
  return async () => {
    begun ??= begin().then((office) => ({ office, saved: office.world.snapshot() }));
    const { office, saved } = await begun;
    office.world.restore(saved);
    return office;
  };
}

/** The starter workbook with other values in Settings. Edits hold at once, so that a story needs no publishing. */
export function withSettings(changes: Readonly<Record<string, string>>): Workbook {
  const settings = starterDefault.Settings ?? [];
  const rows = settings.map(([name, value, ...rest]) => [
    name ?? '',
    { 'Rules take effect': 'at once', ...changes }[String(name)] ?? value ?? '',
    ...rest,
  ]);
  return { ...starterDefault, Settings: rows };
}

export interface Letter {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly id?: string;
  readonly inReplyTo?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
}

let serial = 0;

/** A letter comes in by SMTP; returns its Message-ID. */
export function post(office: Office, letter: Letter): string {
  serial += 1;
  const id = letter.id ?? `letter-${serial}@example.com`;
  const lines = [
    `From: ${letter.from ?? 'Kari Nordmann <kari@example.com>'}`,
    `To: ${letter.to ?? support}`,
    `Subject: ${letter.subject ?? 'My lamp is broken'}`,
    `Message-ID: <${id}>`,
    ...(letter.inReplyTo ? [`In-Reply-To: <${letter.inReplyTo}>`, `References: <${letter.inReplyTo}>`] : []),
    ...(letter.headers ?? []),
    '',
    letter.body ?? 'The lamp I bought does not work. Order number 4711.',
    '',
  ];
  office.world.gmail.deliver({ raw: Buffer.from(lines.join('\r\n')), to: [support] });
  return id;
}

export const tickets = (office: Office): readonly Ticket[] =>
  office.rows('Tickets').flatMap((row) => ticketOfRow(row.state ?? '')?.ticket ?? []);

export function onlyTicket(office: Office): Ticket {
  const [one, ...others] = tickets(office);
  if (!one || others.length > 0) throw new Error(`${others.length + (one ? 1 : 0)} tickets`);
  return one;
}

/** The support mailbox's mails with a subject, newest first, as Gmail ids. */
export const mailIds = (office: Office, subject: string): readonly string[] =>
  office.world.gmail
    .mailbox(support)
    .messages()
    .filter((one) =>
      one.payload?.headers?.some((header) => header.name === 'Subject' && header.value === subject),
    )
    .flatMap((one) => one.id ?? []);

/** Names of the desk's labels (below the root) on the newest mail with that subject. */
export function labelsOn(office: Office, subject: string): readonly string[] {
  const [id] = mailIds(office, subject);
  const names = id ? office.world.gmail.mailbox(support).labelsOn(id) : [];
  return names.filter((name) => name.startsWith('Tierline/')).map((name) => name.slice('Tierline/'.length));
}

/** Runs the tick and counts its service calls. */
export const callsOfTick = (office: Office): number =>
  office.world.calls.during(() => void office.desk.run('tick')).total;

export const journal = (office: Office, event?: string): readonly Readonly<Record<string, string>>[] =>
  office.rows('Journal').filter((row) => event === undefined || row.Event === event);
