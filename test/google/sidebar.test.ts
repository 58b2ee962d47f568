// The shipped sidebar, in a bare context as Apps Script gives it: what an agent reads beside a mail.
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import { build } from '../../build/build.ts';
import { cardService, textsOf } from './card-service-double.ts';

let script = '';
beforeAll(async () => {
  const outdir = mkdtempSync(join(tmpdir(), 'tierline-sidebar-'));
  script = (await build({ only: ['sidebar'], outdir })).sidebar?.text ?? '';
  rmSync(outdir, { recursive: true, force: true });
});

interface Mailbox {
  readonly headers?: Readonly<Record<string, string>>;
  readonly subject?: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly refused?: boolean;
  /** What UrlFetchApp does. */
  readonly fetch?: unknown;
}

interface Sidebar {
  onHome(): unknown;
  onMessage(event: unknown): unknown;
}

function sidebar(mailbox: Mailbox): Sidebar {
  let token = '';
  const message = {
    getSubject: () => mailbox.subject ?? '',
    getHeader: (name: string) => mailbox.headers?.[name] ?? '',
  };
  const globals = vm.createContext({
    CardService: cardService,
    UrlFetchApp: { fetch: mailbox.fetch },
    ScriptApp: { getOAuthToken: () => 'token' },
    Utilities: {
      Charset: { UTF_8: 'UTF-8' },
      getUuid: () => '00000000-0000-4000-8000-000000000000',
      computeHmacSha256Signature: (text: string, key: string) => [
        ...new Int8Array(createHmac('sha256', key).update(text).digest()),
      ],
    },
    Session: { getActiveUser: () => ({ getEmail: () => 'anna@example.com' }) },
    PropertiesService: { getScriptProperties: () => ({ getProperties: () => mailbox.properties ?? {} }) },
    GmailApp: {
      setCurrentMessageAccessToken: (given: string) => {
        token = given;
      },
      getMessageById: (id: string) => {
        if (mailbox.refused || token !== 'token-1' || id !== 'msg-f:1') throw new Error('Access denied');
        return message;
      },
    },
  });
  vm.runInContext(script, globals);
  return globals as unknown as Sidebar;
}

const opened = { gmail: { messageId: 'msg-f:1', accessToken: 'token-1' } };
const reading = (card: unknown) => textsOf(card).join('\n');

test('an agent is told that the desk is not connected, and what the admin fills in', () => {
  const card = reading(sidebar({ subject: 'Broken gear' }).onMessage(opened));
  expect(card).toContain('Broken gear');
  expect(card).toContain('The desk is not connected yet');
  expect(card).toContain('<b>DESK_URL</b> and <b>DOOR_SECRET</b>');
});

test('an admin who filled in one of the two is told only of the other', () => {
  const card = reading(sidebar({ properties: { DESK_URL: 'https://script.google.com/x' } }).onHome());
  expect(card).toContain('<b>DOOR_SECRET</b>');
  expect(card).not.toContain('DESK_URL');
});

test('a mail is shown by its Message-ID, with the number of mails before it', () => {
  const headers = { 'Message-ID': '<a@x.example>', References: '<1@x.example>\r\n <2@x.example>' };
  const card = reading(sidebar({ headers }).onMessage(opened));
  expect(card).toContain('&lt;a@x.example&gt;');
  expect(card).toContain('answers 2 earlier mails');
});

test('a sender who spells the header Message-Id, and names one earlier mail only, is understood', () => {
  const headers = { 'Message-Id': '<b@x.example>', 'In-Reply-To': '<a@x.example>' };
  const card = reading(sidebar({ headers }).onMessage(opened));
  expect(card).toContain('&lt;b@x.example&gt;');
  expect(card).toContain('answers 1 earlier mail');
});

test('a mail without a Message-ID is still shown', () => {
  const card = reading(sidebar({}).onMessage(opened));
  expect(card).toContain('(no subject)');
  expect(card).toContain('none: the desk makes a key');
  expect(card).toContain('first mail');
});

test.each([
  ['Gmail refuses the mail', { refused: true }, opened],
  ['the event names no mail', {}, {}],
  ['the token is for another mail', {}, { gmail: { messageId: 'msg-f:1', accessToken: 'token-2' } }],
])('when %s, the agent reads why instead of an error', (_, mailbox, event) => {
  expect(reading(sidebar(mailbox).onMessage(event))).toContain('did not let Tierline read');
});

describe('a web app that is open to anyone', () => {
  /** Answers only those who carry no token, as Google may do; `posts` are the texts that came. */
  function anonymousDesk(answer: object) {
    const posts: string[] = [];
    const fetch = (_: string, { payload, headers }: { payload: string; headers: Record<string, string> }) => {
      posts.push(payload);
      const { nonce } = JSON.parse(payload) as { nonce: string };
      const refused = headers.Authorization !== undefined;
      const text = refused ? '<title>Unauthorized</title>' : JSON.stringify({ v: 1, nonce, at: 1, answer });
      return { getResponseCode: () => (refused ? 401 : 200), getContentText: () => text };
    };
    return { posts, fetch };
  }

  test('is asked again without the token, with the very same request', () => {
    const { posts, fetch } = anonymousDesk({ answer: 'no ticket' });
    const properties = {
      DESK_URL: 'https://script.google.com/x',
      DOOR_SECRET: 'a secret of at least 24 signs',
    };
    const card = reading(sidebar({ properties, fetch }).onMessage(opened));
    expect(card).toContain('The desk knows no ticket for this mail');
    expect(posts).toHaveLength(2);
    expect(posts[0]).toBe(posts[1]);
  });
});
