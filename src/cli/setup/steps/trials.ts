// Steps 10 and 11: the door opens to the secret only, and a test mail goes through the whole desk.
import { randomUUID } from 'node:crypto';
import { deskTabs } from '../../../rules/desk/tabs.ts';
import { Stopped } from '../failure.ts';
import { type Ground, type Step, until } from '../ground.ts';
import { isKnown, isTurnedAway, knock } from '../knocking.ts';

export const doorTrial: Step = {
  name: 'Try the door',
  explains: 'Asks the desk as a sidebar would, once with and once without the secret.',
  run: async (ground) => {
    const { doorSecret = null } = ground.memory.now;
    if (ground.doing.dry) {
      ground.say('   would post to the address of the desk: one signed question, one unsigned\n');
      return 'Not tried.';
    }
    if (!isTurnedAway(await knock(ground, null)))
      return 'Google does not let this program to the door. Open the sidebar in Gmail to try it (docs/setup.md).';
    if (!isKnown(await knock(ground, doorSecret)))
      throw new Stopped('The desk does not know the secret. Run install in its editor once more.');
    return 'It opens to the secret, and to nothing else.';
  },
};

const patience = { every: 15_000, atMost: 15 * 60_000 };

export const testMail: Step = {
  name: 'A test mail',
  explains: 'Puts a mail into the support mailbox and waits until the desk has made a ticket of it.',
  run: async (ground) => {
    if (ground.memory.now.tested) return `Ticket ${ground.memory.now.tested} was made of it.`;
    const id = ground.memory.now.testMail ?? `tierline-setup-${randomUUID()}@tierline.invalid`;
    ground.memory.put({ testMail: id });
    if (ground.doing.dry || !(await isInMailbox(ground, id))) await put(ground, id);
    if (ground.doing.dry) return 'Not tried.';
    ground.say('   Waiting for the desk: it looks at the mailbox as often as Settings say.\n');
    const ticket = await until(ground, patience, () => ticketOf(ground, id));
    if (ticket === null) throw new Stopped('The desk has not read the test mail yet. Run: tierline doctor');
    ground.memory.put({ tested: ticket });
    return `Ticket ${ticket} was made of it: resolve it whenever you like.`;
  },
};

async function isInMailbox({ google, doing }: Ground, id: string): Promise<boolean> {
  const { data } = await doing.ask('gmail.users.messages.list', () =>
    google.gmail.users.messages.list({ userId: 'me', q: `rfc822msgid:${id}`, includeSpamTrash: true }),
  );
  return (data.messages ?? []).length > 0;
}

/** From an address that cannot exist: whatever Settings say, no mail can reach a stranger. */
function put({ google, doing, memory, now }: Ground, id: string): Promise<unknown> {
  const lines = [
    'From: Tierline setup <setup@tierline.invalid>',
    `To: ${memory.now.account ?? ''}`,
    'Subject: A test of Tierline',
    `Date: ${new Date(now()).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This mail was put here by tierline setup. It is broken on purpose: please repair it.',
    '',
  ];
  const raw = Buffer.from(lines.join('\r\n')).toString('base64url');
  return doing.change({
    call: 'gmail.users.messages.import',
    about: 'a mail from setup@tierline.invalid into the inbox',
    does: () =>
      google.gmail.users.messages.import({
        userId: 'me',
        neverMarkSpam: true,
        requestBody: { raw, labelIds: ['INBOX', 'UNREAD'] },
      }),
    instead: null,
  });
}

async function ticketOf({ google, doing, memory }: Ground, id: string): Promise<string | null> {
  const { name, header } = deskTabs.mails;
  const { data } = await doing.ask('sheets.spreadsheets.values.get', () =>
    google.sheets.spreadsheets.values.get({
      spreadsheetId: memory.now.workbook ?? '',
      range: `${name}!A2:G`,
    }),
  );
  const row = (data.values ?? []).find((cells) => String(cells[header.indexOf('Message-ID')]).includes(id));
  if (!row) return null;
  const ticket = String(row[header.indexOf('Ticket')] ?? '');
  if (ticket !== '') return ticket;
  throw new Stopped(
    `The desk read the test mail but made no ticket of it: ${row[header.indexOf('Outcome')]}.`,
  );
}
