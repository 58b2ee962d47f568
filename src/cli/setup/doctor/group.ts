// Whether a mail to the Group reaches a colleague's mailbox too, under the same Message-ID.
import { type Check, right, unknown, wrong } from './finding.ts';

const sampleSize = 5;

export const group: Check = {
  name: 'Group',
  look: async ({ google, doing, colleague }) => {
    if (!colleague)
      return unknown(
        'Not looked at: it takes a colleague’s sign-in.',
        'Once a colleague has run clasp login --user NAME here: tierline doctor --colleague NAME',
      );
    const { data } = await doing.ask('gmail.users.messages.list', () =>
      google.gmail.users.messages.list({ userId: 'me', q: 'in:inbox -from:me', maxResults: sampleSize }),
    );
    const ids = await Promise.all((data.messages ?? []).map(({ id }) => messageIdOf(google.gmail, id ?? '')));
    const known = ids.flatMap((id) => id ?? []).filter((id) => !id.endsWith('tierline.invalid'));
    if (known.length === 0) return unknown('There is no mail to compare.', 'Send one to the Group.');
    const found = await Promise.all(known.map((id) => has(colleague, id)));
    const there = found.filter(Boolean).length;
    return there === known.length
      ? right(`The last ${there} mails are in both mailboxes, under the same Message-ID.`)
      : wrong(
          `${known.length - there} of the last ${known.length} mails are not in the colleague's mailbox.`,
          'Is the colleague a member of the Group, with delivery of each message?',
        );
  },
};

type Mailbox = Parameters<Check['look']>[0]['google']['gmail'];

async function messageIdOf(gmail: Mailbox, id: string): Promise<string | null> {
  const { data } = await gmail.users.messages.get({
    userId: 'me',
    id,
    format: 'metadata',
    metadataHeaders: ['Message-ID'],
  });
  const header = data.payload?.headers?.find(({ name }) => name?.toLowerCase() === 'message-id');
  return header?.value?.replace(/^<|>$/g, '') ?? null;
}

async function has(gmail: Mailbox, messageId: string): Promise<boolean> {
  const { data } = await gmail.users.messages.list({ userId: 'me', q: `rfc822msgid:${messageId}` });
  return (data.messages ?? []).length > 0;
}
