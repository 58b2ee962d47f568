import { arrive, encoded, headerOf, mail, scene, scopes, start, support } from './gmail-world.ts';

// What the imitated Gmail claims about mailboxes, history and rights, each with its source.
// "reference": the Gmail API's discovery document. "platform": the project's platform facts.

describe('history', () => {
  // reference: users.history.list
  test('a mail that arrives makes one record with its id, thread and labels', () => {
    const { gmail, call } = scene();
    const before = call('GET', 'me/profile').json.historyId;
    const { id, threadId } = arrive(gmail);
    const { json } = call('GET', `me/history?startHistoryId=${before}`);
    expect(json.history).toHaveLength(1);
    expect(json.history[0].messagesAdded).toEqual([
      { message: { id, threadId, labelIds: ['UNREAD', 'CATEGORY_PERSONAL', 'INBOX'] } },
    ]);
    expect(json.history[0].messages).toEqual([{ id, threadId }]);
    expect(json.historyId).toBe(call('GET', 'me/profile').json.historyId);
  });

  // platform: "Empty results omit the key"
  test('when nothing happened the answer has a history id and nothing else', () => {
    const { call } = scene();
    const now = call('GET', 'me/profile').json.historyId;
    expect(call('GET', `me/history?startHistoryId=${now}`).json).toEqual({ historyId: now });
  });

  // platform: "Repeating a modify is safe and makes no history record; label moves make no messagesAdded"
  test('a label change is a record of its own, and repeating it makes none', () => {
    const { gmail, call } = scene();
    const { id } = arrive(gmail);
    const before = call('GET', 'me/profile').json.historyId;
    const change = { addLabelIds: ['STARRED'], removeLabelIds: ['UNREAD'] };
    call('POST', `me/messages/${id}/modify`, change);
    call('POST', `me/messages/${id}/modify`, change);
    const { history } = call('GET', `me/history?startHistoryId=${before}`).json;
    expect(history).toHaveLength(1);
    expect(history[0].messagesAdded).toBeUndefined();
    expect(history[0].labelsAdded[0].labelIds).toEqual(['STARRED']);
    expect(history[0].labelsRemoved[0].labelIds).toEqual(['UNREAD']);
  });

  // reference: historyTypes, labelId
  test('it can be asked for one kind of change and one label', () => {
    const { gmail, call } = scene();
    const before = call('GET', 'me/profile').json.historyId;
    const { id } = arrive(gmail);
    call('POST', `me/messages/${id}/modify`, { addLabelIds: ['STARRED'] });
    const kinds = (query: string) =>
      (call('GET', `me/history?startHistoryId=${before}&${query}`).json.history ?? []).map((record: object) =>
        Object.keys(record).filter((key) => !['id', 'messages'].includes(key)),
      );
    expect(kinds('historyTypes=messageAdded')).toEqual([['messagesAdded']]);
    expect(kinds('historyTypes=labelAdded')).toEqual([['labelsAdded']]);
    expect(kinds('labelId=STARRED')).toEqual([['labelsAdded']]);
    expect(kinds('historyTypes=messageDeleted')).toEqual([]);
  });

  test('it comes in pages that together hold every record once', () => {
    const { gmail, call } = scene();
    const before = call('GET', 'me/profile').json.historyId;
    const sent = Array.from(
      { length: 7 },
      (_, n) => arrive(gmail, { 'Message-ID': `<${n}@x.example>`, Subject: `s${n}` }).id,
    );
    const seen: string[] = [];
    let token = '';
    for (let pages = 0; pages < 10; pages += 1) {
      const next = token ? `&pageToken=${token}` : '';
      const { json } = call('GET', `me/history?startHistoryId=${before}&maxResults=3${next}`);
      for (const record of json.history) seen.push(record.messages[0].id);
      if (!json.nextPageToken) break;
      token = json.nextPageToken;
    }
    expect(seen).toEqual(sent);
  });

  // platform: "expired or unknown start id: 404; non-numeric: 400"
  test('an expired or future start is 404 notFound, one that is no number 400', () => {
    const { gmail, call } = scene();
    arrive(gmail);
    const known = call('GET', 'me/profile').json.historyId;
    const failure = (id: string) => call('GET', `me/history?startHistoryId=${id}`).json.error;
    expect(failure('abc')).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT' });
    expect(failure('')).toMatchObject({ code: 400 });
    expect(failure(String(Number(known) + 1000))).toMatchObject({ code: 404 });
    expect(call('GET', `me/history?startHistoryId=${known}`).status).toBe(200);
    gmail.expireHistory(support);
    const expired = failure(known);
    expect(expired).toMatchObject({ code: 404, status: 'NOT_FOUND' });
    expect(expired.errors).toEqual([
      { message: 'Requested entity was not found.', domain: 'global', reason: 'notFound' },
    ]);
    const fresh = call('GET', 'me/profile').json.historyId;
    expect(call('GET', `me/history?startHistoryId=${fresh}`).status).toBe(200);
  });

  // reference: History.messagesDeleted, "deleted (not Trashed)"
  test('trashing is a label change, only deleting for good is a deletion', () => {
    const { gmail, call } = scene();
    const { id } = arrive(gmail);
    const before = call('GET', 'me/profile').json.historyId;
    call('POST', `me/messages/${id}/trash`);
    expect(call('GET', 'me/messages').json).toEqual({ resultSizeEstimate: 0 });
    gmail.mailbox(support).delete([id]);
    const { history } = call('GET', `me/history?startHistoryId=${before}`).json;
    expect(history[0].labelsAdded[0].labelIds).toEqual(['TRASH']);
    expect(history[1].messagesDeleted[0].message.id).toBe(id);
    expect(call('GET', `me/messages/${id}`).status).toBe(404);
  });
});

describe('who may do what', () => {
  // platform: "A delegate's API token on a delegated mailbox: 403 Delegation denied"
  test("nobody's token opens another person's mailbox", () => {
    const { call } = scene();
    expect(call('GET', `${support}/profile`).json.emailAddress).toBe(support);
    const { error } = call('GET', 'ann@example.com/profile').json;
    expect(error).toMatchObject({ code: 403, message: 'Delegation denied for ann@example.com' });
  });

  // reference: scopes of every method; google.rpc.ErrorInfo
  test('a call without its scope is refused with insufficientPermissions', () => {
    const { call } = scene();
    const { error } = call('POST', 'me/labels', { name: 'x' }, { scopes: scopes.readonly }).json;
    expect(error.code).toBe(403);
    expect(error.errors[0].reason).toBe('insufficientPermissions');
    expect(error.details[0].reason).toBe('ACCESS_TOKEN_SCOPE_INSUFFICIENT');
    expect(call('POST', 'me/labels', { name: 'x' }, { scopes: scopes.labels }).status).toBe(200);
    const { id } = call('GET', 'me/labels').json.labels[0];
    expect(call('DELETE', `me/messages/${id}`).status).toBe(403);
  });

  // reference: Format ("cannot be used ... using the gmail.metadata scope"), q of messages.list
  test('the metadata scope sees headers but neither bodies nor searches', () => {
    const { gmail, call } = scene();
    const { id } = arrive(gmail);
    const as = { scopes: scopes.metadata };
    expect(call('GET', `me/messages/${id}`, null, as).status).toBe(403);
    expect(call('GET', `me/messages/${id}?format=raw`, null, as).status).toBe(403);
    expect(call('GET', `me/messages/${id}?format=metadata`, null, as).status).toBe(200);
    expect(call('GET', 'me/messages?q=order', null, as).status).toBe(403);
    expect(call('GET', 'me/messages', null, as).status).toBe(200);
  });

  // add-ons guide, "Extending the message UI": access tokens of the open message
  test("an add-on's narrow scope opens the open message with its token, and no other", () => {
    const { gmail, call } = scene();
    const { id } = arrive(gmail);
    const other = arrive(gmail, { 'Message-ID': '<2@x.example>', Subject: 'other' }).id;
    const token = gmail.openMessage(support, id);
    const as = { scopes: scopes.opened, headers: { 'x-goog-gmail-access-token': token } };
    expect(call('GET', `me/messages/${id}`, null, as).status).toBe(200);
    expect(call('GET', `me/messages/${other}`, null, as).status).toBe(403);
    expect(call('GET', `me/messages/${id}`, null, { scopes: scopes.opened }).status).toBe(403);
    expect(call('GET', 'me/messages', null, as).status).toBe(403);
  });

  test('a path or a parameter Gmail does not have is refused', () => {
    const { call } = scene();
    expect(call('GET', 'me/nothing').status).toBe(404);
    expect(call('GET', 'me/messages?maxResult=5').json.error.message).toContain('maxResult');
    expect(call('POST', 'me/labels', { title: 'x' }).json.error.message).toContain('title');
  });
});

describe('quota', () => {
  // platform: "6,000 per minute and user", messages.get 20 units, "403 with reason rateLimitExceeded"
  test('6,000 units a minute are 300 messages read; the next is refused until the minute is over', () => {
    const { gmail, call, pass } = scene();
    const { id } = arrive(gmail);
    for (let n = 0; n < 300; n += 1) call('GET', `me/messages/${id}?format=minimal`);
    const { error } = call('GET', `me/messages/${id}`).json;
    expect(error.code).toBe(403);
    expect(error.errors[0]).toMatchObject({ reason: 'rateLimitExceeded', domain: 'usageLimits' });
    expect(call('GET', 'me/profile', null, { email: 'ann@example.com' }).status).toBe(200);
    pass(60_000);
    expect(call('GET', `me/messages/${id}`).status).toBe(200);
  });

  // platform: recipients a day 100 / 1,500
  test('a consumer account writes to a hundred recipients a day and no more', () => {
    const { call, pass } = scene({ edition: 'consumer', unitsPerMinute: 100_000 });
    const to = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => `c${from + n}@customer.example`).join(', ');
    const send = (addresses: string) =>
      call('POST', 'me/messages/send', { raw: encoded(mail({ To: addresses })) });
    expect(send(to(0, 99)).status).toBe(200);
    expect(send(to(100, 2)).json.error).toMatchObject({
      code: 429,
      status: 'RESOURCE_EXHAUSTED',
    });
    expect(send(to(100, 1)).status).toBe(200);
    pass(86_400_000);
    expect(send(to(100, 2)).status).toBe(200);
  });
});

describe('lists and changes', () => {
  // reference: messages.list
  test('messages are listed newest first, in pages, with ids and threads only', () => {
    const { gmail, call, pass } = scene();
    const ids = Array.from({ length: 5 }, (_, n) => {
      pass(1000);
      return arrive(gmail, { 'Message-ID': `<${n}@x.example>`, Subject: `s${n}` }).id;
    }).reverse();
    const first = call('GET', 'me/messages?maxResults=3').json;
    const second = call('GET', `me/messages?maxResults=3&pageToken=${first.nextPageToken}`).json;
    const all = [...first.messages, ...second.messages];
    expect(all.map(({ id }) => id)).toEqual(ids);
    expect(Object.keys(all[0])).toEqual(['id', 'threadId']);
    expect(second.nextPageToken).toBeUndefined();
  });

  // reference: BatchModifyMessagesRequest, "a limit of 1000 ids per request"
  test('batchModify takes a thousand ids, no more, and no label that does not exist', () => {
    const { gmail, call } = scene({ unitsPerMinute: 100_000 });
    const { id } = arrive(gmail);
    const ids = (count: number) => [id, ...Array.from({ length: count - 1 }, (_, n) => (n + 1).toString(16))];
    const change = (body: object) => call('POST', 'me/messages/batchModify', body);
    expect(change({ ids: ids(1000), addLabelIds: ['STARRED'] })).toEqual({
      status: 204,
      json: null,
    });
    expect(gmail.mailbox(support).labelsOn(id)).toContain('STARRED');
    expect(change({ ids: ids(1001), addLabelIds: ['STARRED'] }).status).toBe(400);
    const { error } = change({ ids: [id], addLabelIds: ['Label_404'] }).json;
    expect(error.errors[0].reason).toBe('invalidArgument');
    expect(change({ ids: [id] }).status).toBe(400);
    expect(change({ ids: ['not-hex'], addLabelIds: ['STARRED'] }).status).toBe(400);
  });

  // reference: Label.type, "cannot apply or remove the DRAFTS or SENT labels"
  test('nobody can put SENT or DRAFT on a message', () => {
    const { gmail, call } = scene();
    const { id } = arrive(gmail);
    for (const label of ['SENT', 'DRAFT'])
      expect(call('POST', `me/messages/${id}/modify`, { addLabelIds: [label] }).status).toBe(400);
  });

  // reference: parameter `fields` of every Google API
  test('an answer can be asked for in part', () => {
    const { gmail, call } = scene();
    const { id, threadId } = arrive(gmail);
    expect(call('GET', `me/messages/${id}?fields=id,payload(mimeType,body/size)`).json).toEqual({
      id,
      payload: { mimeType: 'text/plain', body: { size: 27 } },
    });
    expect(call('GET', 'me/messages?fields=messages/threadId').json).toEqual({
      messages: [{ threadId }],
    });
  });

  test('an id that is no id is 400, a well-formed one that is not there 404', () => {
    const { call } = scene();
    expect(call('GET', 'me/messages/hello-there').status).toBe(400);
    expect(call('GET', 'me/messages/18c0ffee18c0ffee').status).toBe(404);
    expect(call('GET', 'me/threads/18c0ffee18c0ffee').status).toBe(404);
  });
});

describe('people and copies', () => {
  test('a person labels, trashes and deletes by hand with the same history as the API', () => {
    const { gmail, call } = scene();
    const { id } = arrive(gmail);
    const before = call('GET', 'me/profile').json.historyId;
    const person = gmail.mailbox(support);
    person.modify([id], ['Billing/Disputes'], ['UNREAD']);
    expect(person.labelsOn(id)).toEqual(['CATEGORY_PERSONAL', 'INBOX', 'Billing/Disputes']);
    const { history } = call('GET', `me/history?startHistoryId=${before}`).json;
    expect(history).toHaveLength(1);
    expect(person.labels().find(({ name }) => name === 'Billing/Disputes')?.id).toBe(
      history[0].labelsAdded[0].labelIds[0],
    );
    person.trash([id]);
    expect(person.messages('in:anywhere')).toHaveLength(1);
    expect(person.messages('order')).toHaveLength(0);
  });

  test('the world goes back to a snapshot and then does the same again', () => {
    const { gmail, call } = scene();
    arrive(gmail);
    const saved = structuredClone(gmail.snapshot());
    const first = arrive(gmail, { 'Message-ID': '<2@x.example>', Subject: 'again' });
    call('POST', 'me/labels', { name: 'Later' });
    gmail.restore(saved);
    expect(gmail.mailbox(support).messages()).toHaveLength(1);
    expect(
      gmail
        .mailbox(support)
        .labels()
        .map(({ name }) => name),
    ).not.toContain('Later');
    expect(arrive(gmail, { 'Message-ID': '<2@x.example>', Subject: 'again' })).toEqual(first);
    gmail.restore(saved);
    expect(gmail.mailbox(support).messages()).toHaveLength(1);
  });

  // reference: users.watch
  test('a watch lasts seven days and can be stopped', () => {
    const { gmail, call } = scene();
    const topic = 'projects/p/topics/t';
    const { json } = call('POST', 'me/watch', { topicName: topic });
    expect(json).toEqual({
      historyId: call('GET', 'me/profile').json.historyId,
      expiration: String(start + 7 * 86_400_000),
    });
    expect(gmail.watchOf(support)?.topic).toBe(topic);
    expect(call('POST', 'me/watch', { topicName: 'nonsense' }).status).toBe(400);
    expect(call('POST', 'me/stop').status).toBe(204);
    expect(gmail.watchOf(support)).toBeNull();
  });

  // platform: "Gmail message and thread ids belong to one mailbox. RFC Message-ID travels with the mail"
  test('two people who get one mail have it under different ids and one Message-ID', () => {
    const { gmail } = scene();
    const copies = gmail.deliver({ raw: mail(), to: [support, 'ann@example.com'] });
    expect(copies).toHaveLength(2);
    expect(copies[0]?.id).not.toBe(copies[1]?.id);
    for (const { email, id } of copies) {
      const message = gmail.mailbox(email).message(id);
      expect(headerOf(message, 'Message-ID')).toBe('<one@customer.example>');
      expect(headerOf(message, 'Delivered-To')).toBe(email);
    }
  });
});
