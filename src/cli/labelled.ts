// Labelled mails from a file of JSON lines, and mails from a JSON array, each checked at the door.
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const fields = z.object({
  id: z.optional(z.union([z.string(), z.number()])),
  subject: z.optional(z.nullable(z.string())),
  text: z.optional(z.nullable(z.string())),
  lang: z.optional(z.nullable(z.string())),
});
type Fields = z.infer<typeof fields>;

/** An empty text is a mail; none at all is a field with another name. */
const hasWords = z.refine<Fields>(({ subject, text }) => text !== undefined || subject !== undefined);
const mail = fields.check(hasWords);

const labelled = z
  .extend(fields, {
    label: z.string().check(z.minLength(1)),
    sublabel: z.optional(z.nullable(z.string())),
  })
  .check(hasWords);

export interface GivenMail {
  readonly id: string | null;
  readonly subject: string;
  readonly text: string;
}

export interface LabelledMail extends GivenMail {
  readonly label: string;
  readonly sublabel: string | null;
}

/** What the files or the standard input hold is not as the help says. */
export class WrongInput extends Error {}

/** @throws WrongInput with file and line. */
export function readLabelled(path: string): readonly LabelledMail[] {
  return textOf(path)
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [lineOf(line, `${path} line ${at + 1}`)]));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    throw new WrongInput(`${path} cannot be read.`, { cause });
  }
}

function lineOf(line: string, where: string): LabelledMail {
  const read = labelled.safeParse(parsed(line, where));
  if (!read.success) throw new WrongInput(`${where} is no {id?, text, label, sublabel?}.`);
  const { label, sublabel = null } = read.data;
  return { ...given(read.data), label, sublabel: sublabel === '' ? null : sublabel };
}

/** @throws WrongInput. */
export function readMails(text: string): readonly GivenMail[] {
  const read = z.array(mail).safeParse(parsed(text, 'standard input'));
  if (!read.success) throw new WrongInput('standard input is no JSON array of {subject?, text}.');
  return read.data.map(given);
}

function given({ id, subject, text }: Fields): GivenMail {
  return { id: id === undefined ? null : String(id), subject: subject ?? '', text: text ?? '' };
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new WrongInput(`${where} is no JSON.`);
  }
}
