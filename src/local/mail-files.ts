// Reads the mails of a folder of .eml files or of an .mbox, each with what decides when and where it arrives.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import { mailDate } from './mail-date.ts';
import { addresses, first, type Headers, longestHeaders, readable, readHeaders } from './mail-headers.ts';
import { type MboxEntry, mboxEntries, unquoted } from './mbox.ts';

export interface MailFile {
  /** Path below the folder that was named, or `archive.mbox#12` for its twelfth mail. */
  readonly file: string;
  /** Read from disk each time it is asked for: a Takeout may be larger than memory. */
  readonly raw: Uint8Array;
  /** Milliseconds since 1970; null where the Date header is missing or cannot be believed. */
  readonly date: number | null;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** Delivered-To and X-Original-To: whose mailbox the archive is. */
  readonly delivered: readonly string[];
  /** Without brackets. */
  readonly messageId: string | null;
  readonly subject: string;
  /** Gmail's labels where a Takeout tells them. */
  readonly labels: readonly string[];
}

/** A file that is no mail: left out, and said. */
export interface MailFileProblem {
  readonly file: string;
  readonly what: string;
  readonly advice: string;
}

export interface MailFiles {
  readonly mails: readonly MailFile[];
  readonly problems: readonly MailFileProblem[];
}

/** What was given cannot be used at all; the message says where and what to do. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}

const advice = 'Give a folder of .eml files, or one .mbox file such as Google Takeout makes.';

/** Dates after this are not believed: a year from the present, but no earlier than 2031 (a computer's clock may be slow). */
export function latestBelievable(present: number): number {
  return Math.max(present + 366 * 86_400_000, Date.UTC(2031, 0, 1));
}

/** The mails in `path`, files sorted by name, an .mbox in its own order. Throws `Unusable`. */
export async function readMailFiles(path: string, latest = latestBelievable(Date.now())): Promise<MailFiles> {
  const kind = await kindOf(path);
  const paths = kind === 'folder' ? await mailPaths(path) : [path];
  if (paths.length === 0) throw new Unusable(`${path}: no .eml or .mbox file in this folder. ${advice}`);
  const read: MailFiles[] = [];
  for (const one of paths) {
    const name = kind === 'folder' ? relative(path, one).split(sep).join('/') : basename(one);
    read.push(isMbox(one) ? await fromMbox(one, name, latest) : fromEml(one, name, latest));
  }
  const mails = read.flatMap((one) => one.mails);
  const problems = read.flatMap((one) => one.problems);
  if (mails.length > 0) return { mails, problems };
  const [only] = problems;
  throw new Unusable(only ? `${path}: ${only.what} ${only.advice}` : `${path}: no mail found. ${advice}`);
}

async function kindOf(path: string): Promise<'folder' | 'file'> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const what =
      cause.code === 'ENOENT' ? 'there is no such file or folder' : `cannot be read (${cause.code})`;
    throw new Unusable(`${path}: ${what}. ${advice}`, { cause });
  });
  return found.isDirectory() ? 'folder' : 'file';
}

async function mailPaths(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && ['.eml', '.mbox'].includes(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** By name, or by its first letters: exports are not always named well. */
function isMbox(path: string): boolean {
  if (extname(path).toLowerCase() === '.mbox') return true;
  return extname(path).toLowerCase() !== '.eml' && bytesOf(path, { from: 0, to: 5 }).toString() === 'From ';
}

function fromEml(path: string, file: string, latest: number): MailFiles {
  const whole: MboxEntry = { from: 0, to: statSync(path).size };
  const headers = readHeaders(bytesOf(path, { from: 0, to: Math.min(whole.to, longestHeaders) }));
  if (!headers) return { mails: [], problems: [{ file, ...notAMail(path, whole.to) }] };
  return { mails: [mailFile(file, { headers, latest, read: () => bytesOf(path, whole) })], problems: [] };
}

async function fromMbox(path: string, name: string, latest: number): Promise<MailFiles> {
  const mails: MailFile[] = [];
  const problems: MailFileProblem[] = [];
  let number = 0;
  for await (const entry of mboxEntries(path)) {
    number += 1;
    const file = `${name}#${number}`;
    const head = { from: entry.from, to: Math.min(entry.to, entry.from + longestHeaders) };
    const headers = readHeaders(bytesOf(path, head));
    if (headers) mails.push(mailFile(file, { headers, latest, read: () => unquoted(bytesOf(path, entry)) }));
    else problems.push({ file, ...notAMail(path, entry.to - entry.from) });
  }
  if (number === 0) problems.push({ file: name, what: 'no line begins a mail (From ...).', advice });
  return { mails, problems };
}

function notAMail(path: string, size: number): { what: string; advice: string } {
  if (size === 0) return { what: 'the file is empty.', advice: 'Leave it out or export the mail again.' };
  if (extname(path).toLowerCase() === '.msg')
    return { what: "this is Outlook's own format.", advice: 'Save the mail as .eml.' };
  return { what: 'no mail: it does not begin with a header such as From: or Date:.', advice };
}

interface Found {
  readonly headers: Headers;
  readonly latest: number;
  readonly read: () => Uint8Array;
}

/** A mail as the rest of the simulation knows it; `read` is called whenever its bytes are needed. */
export function mailFile(file: string, { headers, latest, read }: Found): MailFile {
  return {
    file,
    get raw() {
      return read();
    },
    date: mailDate(first(headers, 'date'), latest),
    from: addresses(headers, 'from')[0] ?? '',
    to: addresses(headers, 'to'),
    cc: addresses(headers, 'cc'),
    delivered: [...addresses(headers, 'delivered-to'), ...addresses(headers, 'x-original-to')],
    messageId: first(headers, 'message-id')?.replace(/^<|>$/g, '').trim() || null,
    subject: readable(first(headers, 'subject')),
    labels: readable(first(headers, 'x-gmail-labels'))
      .split(',')
      .map((label) => label.trim())
      .filter((label) => label !== ''),
  };
}

function bytesOf(path: string, { from, to }: MboxEntry): Buffer {
  const bytes = Buffer.alloc(to - from);
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from));
  } finally {
    closeSync(file);
  }
}
