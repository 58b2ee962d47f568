// The sample mailbox: the .eml files that ship with the project, and the large mails that are made on the spot.
import { join } from 'node:path';
import { projectRoot } from '../../../build/root.ts';
import { inOrderOfArrival } from '../arrival.ts';
import { latestBelievable, type MailFile, mailFile, readMailFiles } from '../mail-files.ts';
import { readHeaders } from '../mail-headers.ts';
import { largeMails, type MadeMail } from './large.ts';

/** Where the committed mails are. */
export const sampleFolder = (): string => join(projectRoot(), 'src', 'local', 'sample', 'mail');

/** When the last mail of the sample has been written: the sample reads the same whatever today is. */
const latest = latestBelievable(Date.UTC(2026, 3, 9));

/** All mails of the sample, in the order in which they arrive. */
export async function readSample(): Promise<readonly MailFile[]> {
  const { mails } = await readMailFiles(sampleFolder(), latest);
  const all = [...mails, ...largeMails().map(fromMade)];
  return inOrderOfArrival(all, 0).map(({ mail }) => mail);
}

function fromMade({ file, raw }: MadeMail): MailFile {
  const headers = readHeaders(raw);
  if (!headers) throw new Error(`${file} has no header`);
  return mailFile(file, { headers, latest, read: () => raw });
}
