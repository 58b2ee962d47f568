// Mailboxes as a mail client lists them, of colleagues and of customers outside.
import { addressParser } from 'postal-mime';
import type { Message, Thread } from '../world/gmail/shapes.ts';
import type { Bench } from './bench.ts';
import type { Folder, LabelView, MailboxView, ThreadLine } from './views.ts';

const mostShown = 200;
const lists = new WeakMap<Bench, Map<string, { at: string; lines: readonly ThreadLine[] }>>();

export interface Search {
  readonly box: string;
  readonly folder: Folder;
  readonly label: string | null;
  readonly words: string;
}

export function mailboxView(bench: Bench, { box, folder, label, words }: Search): MailboxView {
  const wanted = words.trim().toLowerCase();
  const lines = linesOf(bench, box).filter(
    (line) =>
      (folder === 'all' || line.folder.includes(folder)) &&
      (label === null || line.labels.some(({ name }) => name === label)) &&
      (wanted === '' || found(line, wanted)),
  );
  return {
    box,
    threads: lines.slice(0, mostShown),
    more: Math.max(0, lines.length - mostShown),
    labels: labelsIn(bench, box),
  };
}

const found = ({ subject, from, snippet, labels }: ThreadLine, wanted: string): boolean =>
  [subject, ...from, snippet, ...labels.map(({ name }) => name)].some((text) =>
    text.toLowerCase().includes(wanted),
  );

export function unreadIn(bench: Bench, box: string): number {
  return linesOf(bench, box).filter((line) => line.unread && line.folder.includes('inbox')).length;
}

/** Read anew only when the mailbox has changed. */
function linesOf(bench: Bench, box: string): readonly ThreadLine[] {
  const mailbox = bench.office.world.gmail.mailbox(box);
  const held = lists.get(bench) ?? new Map();
  lists.set(bench, held);
  const at = mailbox.historyId();
  const known = held.get(box);
  if (known?.at === at) return known.lines;
  const labels = new Map(labelsIn(bench, box).map((label) => [label.id, label]));
  const lines = mailbox.threads().map((thread) => line(thread, labels));
  held.set(box, { at, lines });
  return lines;
}

function labelsIn({ office }: Bench, box: string): readonly (LabelView & { id: string })[] {
  return office.world.gmail
    .mailbox(box)
    .labels()
    .filter(({ type }) => type === 'user')
    .map(({ id, name, color }) => ({
      id,
      name,
      background: color?.backgroundColor ?? null,
      text: color?.textColor ?? null,
    }));
}

function line({ id, messages = [] }: Thread, labels: ReadonlyMap<string, LabelView>): ThreadLine {
  const last = messages.at(-1);
  const ids = new Set(messages.flatMap(({ labelIds = [] }) => labelIds));
  const folder: Folder[] = ['all'];
  if (ids.has('INBOX')) folder.push('inbox');
  if (ids.has('SENT')) folder.push('sent');
  if (ids.has('DRAFT')) folder.push('drafts');
  return {
    thread: id,
    mail: last?.id ?? '',
    from: [...new Set(messages.map(writerOf))],
    subject: headerOf(messages[0], 'Subject') || '(no subject)',
    snippet: plain(last?.snippet ?? ''),
    at: Number(last?.internalDate ?? 0),
    unread: ids.has('UNREAD'),
    count: messages.length,
    labels: [...ids].flatMap((one) => labels.get(one) ?? []).sort((a, b) => (a.name < b.name ? -1 : 1)),
    folder,
  };
}

/** Gmail's snippets are HTML. */
const plain = (html: string): string =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

function headerOf(message: Message | undefined, name: string): string {
  const wanted = name.toLowerCase();
  return message?.payload?.headers?.find((one) => one.name.toLowerCase() === wanted)?.value ?? '';
}

function writerOf(message: Message): string {
  const [one] = addressParser(headerOf(message, 'From'), { flatten: true });
  return one?.name || one?.address || '(unknown)';
}

export { headerOf };
