// One conversation opened: each mail read from its bytes.
import PostalMime, { type Email } from 'postal-mime';
import { deskTabs } from '../../rules/desk/tabs.ts';
import type { Message } from '../world/gmail/shapes.ts';
import type { Bench } from './bench.ts';
import { headerOf } from './mailboxes.ts';
import type { LabelView, MailView, ThreadView } from './views.ts';

export async function threadView(bench: Bench, box: string, thread: string): Promise<ThreadView> {
  const mailbox = bench.office.world.gmail.mailbox(box);
  const found = mailbox.threads().find(({ id }) => id === thread);
  const messages = found?.messages ?? [];
  if (messages.length === 0) throw new Error('There is no such conversation any more.');
  const labels = new Map(mailbox.labels().map((label) => [label.id, label]));
  const mails = await Promise.all(
    messages.map(async (message) => mailView(message, await parsed(mailbox.raw(message.id)), labels)),
  );
  return {
    box,
    thread,
    subject: mails[0]?.subject ?? '',
    mails,
    ticket: ticketOf(
      bench,
      mails.map(({ messageId }) => messageId),
    ),
  };
}

const parsed = (raw: Uint8Array): Promise<Email> => PostalMime.parse(raw);

type Labels = ReadonlyMap<
  string,
  {
    readonly name: string;
    readonly type?: string;
    readonly color?: { backgroundColor: string; textColor: string };
  }
>;

function mailView(message: Message, mail: Email, labels: Labels): MailView {
  const ids = message.labelIds ?? [];
  const addresses = (list: Email['to']): string[] =>
    (list ?? [])
      .flatMap(({ address, group }) => (group ? group.map((one) => one.address ?? '') : [address ?? '']))
      .filter(Boolean);
  return {
    id: message.id,
    from: { name: mail.from?.name ?? '', address: mail.from?.address ?? '' },
    replyTo: addresses(mail.replyTo)[0] ?? null,
    to: addresses(mail.to),
    cc: addresses(mail.cc),
    subject: mail.subject ?? '(no subject)',
    at: Number(message.internalDate ?? 0),
    messageId: mail.messageId ?? '',
    references: (mail.references ?? mail.inReplyTo ?? '').match(/<[^<>\s]+>/g) ?? [],
    text: mail.text ?? '',
    html: mail.html ?? null,
    attachments: mail.attachments.map(({ filename, mimeType, content }, index) => ({
      index,
      name: filename ?? 'attachment',
      type: mimeType,
      size: typeof content === 'string' ? content.length : content.byteLength,
    })),
    draft: ids.includes('DRAFT'),
    sent: ids.includes('SENT'),
    labels: ids.flatMap((id): LabelView[] => {
      const label = labels.get(id);
      if (label?.type !== 'user') return [];
      return [
        {
          name: label.name,
          background: label.color?.backgroundColor ?? null,
          text: label.color?.textColor ?? null,
        },
      ];
    }),
  };
}

/** By the desk's own list of mails. */
export function ticketOf({ office }: Bench, messageIds: readonly string[]): string | null {
  const wanted = new Set(messageIds.map(bare).filter(Boolean));
  const row = office
    .rows(deskTabs.mails.name)
    .findLast((one) => one.Ticket && wanted.has(bare(one['Message-ID'] ?? '')));
  return row?.Ticket || null;
}

const bare = (id: string): string => id.replace(/[<>\s]/g, '').toLowerCase();

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

export async function attachmentOf(
  bench: Bench,
  box: string,
  { mail, index }: { mail: string; index: number },
): Promise<Attachment | null> {
  const { attachments } = await parsed(bench.office.world.gmail.mailbox(box).raw(mail));
  const found = attachments[index];
  if (!found) return null;
  const content =
    typeof found.content === 'string' ? Buffer.from(found.content) : new Uint8Array(found.content);
  return { name: found.filename ?? 'attachment', type: found.mimeType, content };
}

/** What somebody outside got from here, newest last. */
export async function outsideView({ office }: Bench, address: string): Promise<readonly MailView[]> {
  const got = office.world.gmail.outside(address).slice(-50);
  return Promise.all(
    got.map(async ({ at, raw }, index) =>
      mailView(
        { id: `outside-${index}`, threadId: '', internalDate: String(at) },
        await parsed(raw),
        new Map(),
      ),
    ),
  );
}

/** The conversation of a ticket, or of a mail, in somebody's mailbox; null where that mailbox has no copy. */
export function whereIs(
  bench: Bench,
  box: string,
  { ticket, message }: { readonly ticket: string | null; readonly message: string | null },
): string | null {
  const ids = message ? [message] : mailsOf(bench, ticket ?? '');
  const wanted = new Set(ids.map(bare));
  const found = bench.office.world.gmail
    .mailbox(box)
    .messages()
    .find((one) => wanted.has(bare(headerOf(one, 'Message-ID'))));
  return found?.threadId ?? null;
}

const mailsOf = ({ office }: Bench, ticket: string): readonly string[] =>
  office
    .rows(deskTabs.mails.name)
    .filter((row) => row.Ticket === ticket)
    .map((row) => row['Message-ID'] ?? '')
    .filter(Boolean);
