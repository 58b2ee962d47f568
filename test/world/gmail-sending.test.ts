import { arrive, encoded, headerOf, mail, plain, scene, scopes, support } from './gmail-world.ts';

// Sending, drafts, groups and batches. Sources beside each claim.

const outgoing = (fields: Record<string, string> = {}, body?: string) =>
  encoded(mail({ From: '', 'Message-ID': '', Date: '', To: 'jane@customer.example', ...fields }, body));

describe('messages.send', () => {
  test('a mail gets From, Date and Message-ID, stays in Sent and leaves for the outside', () => {
    const { gmail, call } = scene();
    const { json } = call('POST', 'me/messages/send', { raw: outgoing() });
    expect(json.labelIds).toEqual(['SENT']);
    const message = call('GET', `me/messages/${json.id}`).json;
    expect(headerOf(message, 'From')).toBe(support);
    expect(headerOf(message, 'Message-ID')).toMatch(/^<CA.+@mail\.gmail\.com>$/);
    expect(headerOf(message, 'Date')).toBeDefined();
    const [left] = gmail.outside('jane@customer.example');
    expect(left).toMatchObject({ from: support });
    expect(Buffer.from(left?.raw ?? []).toString()).toContain('Subject: Where is my order?');
    expect(gmail.sent()).toMatchObject([{ by: support, to: ['jane@customer.example'], id: json.id }]);
  });

  // go-simple-mail#47: a Message-ID without brackets is replaced, the old one kept beside it
  test('a sound Message-ID is kept, one out of shape is replaced', () => {
    const { call } = scene();
    const sent = (id: string) => {
      const { json } = call('POST', 'me/messages/send', { raw: outgoing({ 'Message-ID': id }) });
      return call('GET', `me/messages/${json.id}`).json;
    };
    expect(headerOf(sent('<mine@example.com>'), 'Message-ID')).toBe('<mine@example.com>');
    const replaced = sent('mine@example.com');
    expect(headerOf(replaced, 'Message-ID')).toMatch(/@mail\.gmail\.com>$/);
    expect(headerOf(replaced, 'X-Google-Original-Message-ID')).toBe('mine@example.com');
  });

  test("nobody sends in another's name, but everybody in their alias's", () => {
    const { gmail, call } = scene();
    gmail.addAlias(support, 'help@example.com');
    const from = (address: string) => {
      const { json } = call('POST', 'me/messages/send', { raw: outgoing({ From: address }) });
      return headerOf(call('GET', `me/messages/${json.id}`).json, 'From');
    };
    expect(from('Boss <ann@example.com>')).toBe(`"Boss" <${support}>`);
    expect(from('Help <help@example.com>')).toBe('Help <help@example.com>');
  });

  // Gmail's help: "Create task-specific email addresses", name+word@
  test('mail to a name with a plus and to an alias arrives in the mailbox once', () => {
    const { gmail } = scene();
    gmail.addAlias(support, 'help@example.com');
    const to = ['support+orders@example.com', 'help@example.com', support];
    expect(gmail.deliver({ raw: mail(), to })).toHaveLength(1);
    expect(gmail.outside('support+orders@example.com')).toHaveLength(0);
  });

  test('a mail nobody can get is refused and leaves nothing behind', () => {
    const { gmail, call } = scene();
    const send = (raw: string) => call('POST', 'me/messages/send', { raw }).json.error;
    expect(send(outgoing({ To: 'nonsense' })).message).toBe('Invalid To header');
    expect(send(outgoing({ To: '' })).message).toBe('Recipient address required');
    expect(call('POST', 'me/messages/send', {}).status).toBe(400);
    expect(send('%%%')).toMatchObject({ code: 400 });
    expect(gmail.mailbox(support).messages()).toHaveLength(0);
    expect(call('POST', 'me/messages/send', { raw: outgoing() }, { scopes: scopes.readonly }).status).toBe(
      403,
    );
  });

  // moretea-labs/forge#67: raw UTF-8 in a header comes out as mojibake, encoded words do not
  test('a header in raw UTF-8 is mangled, an encoded word is not', () => {
    const { call } = scene();
    const subject = (text: string) => {
      const raw = outgoing({ Subject: text });
      const { json } = call('POST', 'me/messages/send', { raw });
      return headerOf(call('GET', `me/messages/${json.id}`).json, 'Subject');
    };
    expect(subject(Buffer.from('Grüße', 'utf8').toString('latin1'))).toBe('GrÃ¼Ã\u009fe');
    expect(subject('=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=')).toBe('Grüße');
  });

  // reference: Message.threadId, the three criteria
  test('an answer stays in its thread only with References and the same subject', () => {
    const { gmail, call } = scene();
    const { threadId } = arrive(gmail);
    const sent = (fields: Record<string, string>) =>
      call('POST', 'me/messages/send', { raw: outgoing(fields), threadId }).json.threadId;
    const references = { References: '<one@customer.example>' };
    expect(sent({ Subject: 'Re: Where is my order?', ...references })).toBe(threadId);
    expect(sent({ Subject: 'Re: Where is my order?' })).not.toBe(threadId);
    expect(sent({ Subject: 'Your order', ...references })).not.toBe(threadId);
    const missing = { raw: outgoing(), threadId: '18c0ffee18c0ffee' };
    expect(call('POST', 'me/messages/send', missing).status).toBe(404);
  });

  test('colleagues get their copy, blind ones too, and nobody sees who they are', () => {
    const { gmail, call } = scene();
    const raw = outgoing({ To: 'ann@example.com', Bcc: 'ben@example.com' });
    call('POST', 'me/messages/send', { raw });
    for (const email of ['ann@example.com', 'ben@example.com']) {
      const [message] = gmail.mailbox(email).messages();
      expect(headerOf(message ?? {}, 'Bcc')).toBeUndefined();
      expect(message?.labelIds).toContain('INBOX');
    }
    const [own] = gmail.mailbox(support).messages();
    expect(headerOf(own ?? {}, 'Bcc')).toBe('ben@example.com');
  });

  // Published sample of messages.get: labelIds ["INBOX", "SENT"] on one message
  test('a mail to oneself is one message, sent and in the inbox', () => {
    const { gmail, call } = scene();
    call('POST', 'me/messages/send', { raw: outgoing({ To: support }) });
    const messages = gmail.mailbox(support).messages();
    expect(messages).toHaveLength(1);
    expect(messages[0]?.labelIds).toEqual(expect.arrayContaining(['SENT', 'INBOX', 'UNREAD']));
  });

  test('a mail can be uploaded as it is', () => {
    const { gmail } = scene();
    const caller = { email: support, scopes: scopes.modify };
    const url = 'https://gmail.googleapis.com/upload/gmail/v1/users/me/messages/send?uploadType=media';
    const response = gmail.handle(
      {
        method: 'POST',
        url,
        headers: { 'content-type': 'message/rfc822' },
        body: mail({ From: '', To: 'jane@customer.example' }),
      },
      caller,
    );
    expect(response.status).toBe(200);
    expect(gmail.outside('jane@customer.example')).toHaveLength(1);
  });
});

describe('what does not fit', () => {
  // discovery document: mediaUpload.maxSize of messages.send
  test('a mail of more than 35 MB is not sent', () => {
    const { gmail } = scene();
    const raw = mail({ To: 'jane@customer.example' }, 'x'.repeat(36_700_160));
    const url = 'https://gmail.googleapis.com/upload/gmail/v1/users/me/messages/send';
    const response = gmail.handle(
      { method: 'POST', url, headers: { 'content-type': 'message/rfc822' }, body: raw },
      { email: support, scopes: scopes.modify },
    );
    expect(response.status).toBe(413);
    expect(gmail.sent()).toHaveLength(0);
  });

  test('what the world cannot do is thrown, not answered', () => {
    const { call } = scene();
    expect(() => call('POST', 'me/messages?deleted=true', { raw: outgoing() })).toThrow('Vault');
  });
});

describe('drafts', () => {
  // reference: users.drafts
  test('a draft is written, changed, found and thrown away', () => {
    const { call } = scene();
    const { json } = call('POST', 'me/drafts', { message: { raw: outgoing() } });
    expect(json.message.labelIds).toEqual(['DRAFT']);
    const changed = call('PUT', `me/drafts/${json.id}`, {
      message: { raw: outgoing({}, 'better words') },
    }).json;
    expect(changed.id).toBe(json.id);
    expect(changed.message.id).not.toBe(json.message.id);
    const got = call('GET', `me/drafts/${json.id}`).json;
    expect(plain(got.message.payload.body.data)).toBe('better words');
    expect(call('GET', 'me/drafts').json.drafts).toEqual([
      { id: json.id, message: { id: changed.message.id, threadId: changed.message.threadId } },
    ]);
    expect(call('DELETE', `me/drafts/${json.id}`).status).toBe(204);
    expect(call('GET', `me/drafts/${json.id}`).status).toBe(404);
    expect(call('GET', 'me/drafts').json).toEqual({ resultSizeEstimate: 0 });
  });

  // reference: users.drafts.send
  test('sending a draft takes the draft away and leaves the mail in its thread', () => {
    const { gmail, call } = scene();
    const { threadId } = arrive(gmail);
    const raw = outgoing({ Subject: 'Re: Where is my order?', References: '<one@customer.example>' });
    const { json } = call('POST', 'me/drafts', { message: { raw, threadId } });
    expect(json.message.threadId).toBe(threadId);
    const sent = call('POST', 'me/drafts/send', { id: json.id }).json;
    expect(sent).toMatchObject({ threadId, labelIds: ['SENT'] });
    expect(call('GET', 'me/drafts').json.drafts).toBeUndefined();
    expect(call('GET', `me/threads/${threadId}`).json.messages).toHaveLength(2);
    expect(gmail.outside('jane@customer.example')).toHaveLength(1);
  });
});

describe('a group', () => {
  const help = 'help@example.com';
  function withGroup() {
    const made = scene();
    made.gmail.addGroup(help, [support, 'ann@example.com', 'ben@example.com'], {
      name: 'Help',
      strictDomains: ['bank.example'],
    });
    return made;
  }
  const first = (gmail: ReturnType<typeof scene>['gmail'], email: string) =>
    gmail.mailbox(email).messages()[0] ?? {};

  // platform: "a Group copies mail to each member with other ids, same Message-ID"
  test('gives every member a copy with another id, one Message-ID and list headers', () => {
    const { gmail } = withGroup();
    const copies = gmail.deliver({ raw: mail({ To: help }), to: [help] });
    expect(new Set(copies.map(({ id }) => id)).size).toBe(3);
    const message = first(gmail, 'ann@example.com');
    expect(headerOf(message, 'Message-ID')).toBe('<one@customer.example>');
    expect(headerOf(message, 'List-ID')).toBe('<help.example.com>');
    expect(headerOf(message, 'Precedence')).toBe('list');
    expect(headerOf(message, 'Mailing-list')).toContain('list help@example.com;');
    expect(headerOf(message, 'X-Google-Group-Id')).toMatch(/^\d{12}$/);
    expect(headerOf(message, 'From')).toBe('Jane Doe <jane@customer.example>');
    expect(headerOf(message, 'Delivered-To')).toBe('ann@example.com');
  });

  // platform: "From rewritten to the group: take Reply-To or X-Original-From"
  test("writes its own address over a sender's whose domain forbids forwarding", () => {
    const { gmail } = withGroup();
    gmail.deliver({ raw: mail({ To: help, From: 'Jane <jane@bank.example>' }), to: [help] });
    const message = first(gmail, support);
    expect(headerOf(message, 'From')).toBe(`"'Jane' via Help" <${help}>`);
    expect(headerOf(message, 'X-Original-From')).toBe('Jane <jane@bank.example>');
    expect(headerOf(message, 'Reply-To')).toBe('Jane <jane@bank.example>');
  });

  test('gives a mail without Message-ID the same one for all members', () => {
    const { gmail } = withGroup();
    gmail.deliver({ raw: mail({ To: help, 'Message-ID': '' }), to: [help] });
    const ids = [support, 'ann@example.com'].map((email) => headerOf(first(gmail, email), 'Message-ID'));
    expect(ids[0]).toContain('SMTPIN_ADDED_MISSING');
    expect(ids[1]).toBe(ids[0]);
  });

  test('does not send a member their own mail back, and one copy to who is addressed twice', () => {
    const { gmail, call } = withGroup();
    const raw = outgoing({ To: help, Cc: 'ann@example.com' });
    call('POST', 'me/messages/send', { raw });
    expect(gmail.mailbox(support).messages()).toHaveLength(1);
    expect(gmail.mailbox('ann@example.com').messages()).toHaveLength(1);
    expect(headerOf(first(gmail, 'ann@example.com'), 'List-ID')).toBeUndefined();
    expect(headerOf(first(gmail, 'ben@example.com'), 'List-ID')).toBeDefined();
  });

  test('that contains itself ends', () => {
    const { gmail } = withGroup();
    gmail.addGroup('loop@example.com', ['loop@example.com', support, 'x@outside.example']);
    expect(gmail.deliver({ raw: mail(), to: ['loop@example.com'] })).toHaveLength(1);
    expect(gmail.outside('x@outside.example')).toHaveLength(1);
  });
});

describe('a batch of requests', () => {
  // Gmail API guide, "Batching requests"
  const batch = (gmail: ReturnType<typeof scene>['gmail'], parts: string[], path = 'batch/gmail/v1') =>
    gmail.handle(
      {
        method: 'POST',
        url: `https://www.googleapis.com/${path}`,
        headers: { 'content-type': 'multipart/mixed; boundary="b1"' },
        body: `${parts.map((part, n) => `--b1\r\nContent-Type: application/http\r\nContent-ID: <item${n}@x>\r\n\r\n${part}\r\n`).join('')}--b1--`,
      },
      { email: support, scopes: scopes.modify },
    );

  test('is answered part by part, each with its own status and id', () => {
    const { gmail } = scene();
    const { id } = arrive(gmail);
    const body = JSON.stringify({ addLabelIds: ['STARRED'] });
    const {
      status,
      headers,
      body: text,
    } = batch(gmail, [
      `GET /gmail/v1/users/me/messages/${id}?format=minimal`,
      'GET /gmail/v1/users/me/messages/18c0ffee18c0ffee',
      `POST /gmail/v1/users/me/messages/${id}/modify\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    ]);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^multipart\/mixed; boundary=/);
    expect(text).toContain('<response-item0@x>');
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404', 'HTTP/1.1 200']);
    expect(gmail.mailbox(support).labelsOn(id)).toContain('STARRED');
  });

  test('takes a hundred requests and refuses one more whole', () => {
    const { gmail } = scene();
    const gets = (count: number) => Array.from({ length: count }, () => 'GET /gmail/v1/users/me/labels');
    expect(batch(gmail, gets(100), 'batch').status).toBe(200);
    expect(batch(gmail, gets(101)).status).toBe(400);
  });
});
