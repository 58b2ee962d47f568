// Writing mail: a colleague's from their own mailbox, a customer's from outside, and files that were dropped in.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { readMailFiles } from '../mail-files.ts';
import { arrive, type Bench } from './bench.ts';

export interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** Message-ID of the mail that is answered. */
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
}

async function written(letter: Letter, at: number): Promise<Buffer> {
  const { from, to, cc, subject, text, inReplyTo, references } = letter;
  const mail = new MailComposer({
    from,
    to: [...to],
    cc: [...cc],
    subject,
    text,
    date: new Date(at),
    ...(inReplyTo ? { inReplyTo, references: [...references, inReplyTo] } : {}),
  });
  return mail.compile().build();
}

/** From a colleague's own mailbox; the copy in Sent is in the conversation that is answered. */
export async function sendAs(
  bench: Bench,
  person: string,
  letter: Letter & { readonly thread: string | null },
): Promise<void> {
  const { gmail } = bench.office.world;
  const raw = await written(letter, bench.office.world.now());
  gmail.mailbox(person).sendAs(raw, letter.thread ?? undefined);
}

/** From somebody outside, by SMTP. */
export async function writeIn(bench: Bench, letter: Letter): Promise<void> {
  const raw = await written(letter, bench.office.world.now());
  deliver(bench, { raw, to: [...letter.to, ...letter.cc], from: letter.from });
}

export interface Envelope {
  readonly raw: Uint8Array;
  readonly to: readonly string[];
  readonly from: string;
}

/** Only into this world: what nobody here would get is refused. */
export function deliver({ office, accounts }: Bench, { raw, to, from }: Envelope): void {
  const known = to.map((one) => one.toLowerCase()).filter((one) => isHere(one, office.address, accounts));
  if (known.length === 0) throw new Error(`Nobody here has the address ${to.join(', ')}.`);
  office.world.gmail.deliver({ raw, to: known, from: bare(from) });
}

export const isHere = (address: string, group: string, accounts: ReadonlySet<string>): boolean => {
  const plain = address.toLowerCase().replace(/\+[^@]*(?=@)/, '');
  return plain === group || accounts.has(plain);
};

const bare = (from: string): string => /<([^<>]+)>/.exec(from)?.[1] ?? from;

/** Mails of a dropped .eml or .mbox arrive now, in their order; returns how many. */
export async function dropIn(bench: Bench, name: string, content: Uint8Array): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'tierline-drop-'));
  try {
    const path = join(
      folder,
      /\.(eml|mbox)$/i.test(name) ? `dropped${name.slice(name.lastIndexOf('.'))}` : 'dropped.mbox',
    );
    writeFileSync(path, content);
    const { mails } = await readMailFiles(path);
    for (const mail of mails) arrive(bench, { mail, at: bench.office.world.now() });
    return mails.length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
