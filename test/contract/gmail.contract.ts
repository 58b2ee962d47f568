// What any Gmail must do, asked through Google's own client. Each case stands alone: it makes the mails it looks at.

import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';

export interface Target {
  readonly api: gmail_v1.Gmail;
  readonly email: string;
}

export interface Case {
  /** A sentence; differences of an implementation are listed under it. */
  readonly name: string;
  readonly source: string;
  run(target: Target): Promise<void>;
}

interface Refusal {
  readonly code: number | undefined;
  readonly reason: string | undefined;
}

interface GoogleError {
  status?: number;
  response?: { status: number; data?: { error?: { errors?: { reason?: string }[] } } };
}

/** How Gmail refused; fails when it did not. */
async function refusal(asked: Promise<unknown>): Promise<Refusal> {
  try {
    await asked;
  } catch (thrown) {
    const { status, response } = thrown as GoogleError;
    return {
      code: status ?? response?.status,
      reason: response?.data?.error?.errors?.[0]?.reason,
    };
  }
  throw new Error('It was not refused.');
}

let made = 0;
const unique = (): string => {
  made += 1;
  return `${Date.now().toString(36)}x${made}`;
};

interface Mail {
  readonly fields?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function raw({ fields = {}, body = 'Where is my order?' }: Mail): string {
  const all: Record<string, string> = {
    From: 'Jane Doe <jane@customer.example>',
    To: 'support@example.com',
    Subject: 'Order',
    'Message-ID': `<${unique()}@customer.example>`,
    'Content-Type': 'text/plain; charset=utf-8',
    ...fields,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([...lines, '', body].join('\r\n')).toString('base64url');
}

async function arrive({ api }: Target, mail: Mail = {}) {
  const { data } = await api.users.messages.insert({
    userId: 'me',
    requestBody: { raw: raw(mail), labelIds: ['INBOX', 'UNREAD'] },
  });
  return { id: data.id ?? '', threadId: data.threadId ?? '' };
}

async function cursor({ api }: Target): Promise<string> {
  const { data } = await api.users.watch({
    userId: 'me',
    requestBody: { topicName: 'projects/p/topics/t' },
  });
  return data.historyId ?? '';
}

async function label({ api }: Target, name = `Desk ${unique()}`) {
  const { data } = await api.users.labels.create({ userId: 'me', requestBody: { name } });
  return { id: data.id ?? '', name };
}

const me = { userId: 'me' };

const mailCases: Case[] = [
  {
    name: 'a stored mail can be read back with its headers and its words',
    source: 'reference: users.messages.get',
    async run(target) {
      const { id } = await arrive(target, { fields: { Subject: 'Late again' }, body: 'Grüße' });
      const { data } = await target.api.users.messages.get({ ...me, id });
      const subject = data.payload?.headers?.find(({ name }) => name === 'Subject');
      expect(subject?.value).toBe('Late again');
      const words = Buffer.from(data.payload?.body?.data ?? '', 'base64url').toString();
      expect(words.trim()).toBe('Grüße');
      expect(data.labelIds).toEqual(expect.arrayContaining(['INBOX', 'UNREAD']));
      expect(Number(data.internalDate)).toBeGreaterThan(1.5e12);
    },
  },
  {
    name: 'ids are up to sixteen hexadecimal digits',
    source: 'platform.md: the API id is hex',
    async run(target) {
      const { id, threadId } = await arrive(target);
      expect(id).toMatch(/^[0-9a-f]{1,16}$/);
      expect(threadId).toMatch(/^[0-9a-f]{1,16}$/);
    },
  },
  {
    name: 'every header of a mail is kept',
    source: 'reference: MessagePart.headers',
    async run(target) {
      const { id } = await arrive(target, { fields: { 'Auto-Submitted': 'auto-replied' } });
      const { data } = await target.api.users.messages.get({ ...me, id });
      const names = data.payload?.headers?.map(({ name }) => name);
      expect(names).toContain('Auto-Submitted');
    },
  },
  {
    name: 'the metadata format has the headers asked for and no body',
    source: 'reference: Format, metadataHeaders',
    async run(target) {
      const { id } = await arrive(target);
      const { data } = await target.api.users.messages.get({
        ...me,
        id,
        format: 'metadata',
        metadataHeaders: ['Subject'],
      });
      expect(data.payload?.headers?.map(({ name }) => name)).toEqual(['Subject']);
      expect(data.payload?.body?.data).toBeUndefined();
    },
  },
  {
    name: 'the raw format gives the mail back',
    source: 'reference: Format',
    async run(target) {
      const { id } = await arrive(target, { body: 'back again' });
      const { data } = await target.api.users.messages.get({ ...me, id, format: 'raw' });
      expect(Buffer.from(data.raw ?? '', 'base64url').toString()).toContain('back again');
      expect(data.payload).toBeUndefined();
    },
  },
  {
    name: 'the minimal format has labels and no payload',
    source: 'reference: Format',
    async run(target) {
      const { id } = await arrive(target);
      const { data } = await target.api.users.messages.get({ ...me, id, format: 'minimal' });
      expect(data.labelIds).toContain('INBOX');
      expect(data.payload).toBeUndefined();
    },
  },
  {
    name: 'an attachment is fetched by its id',
    source: 'reference: users.messages.attachments.get',
    async run(target) {
      const body =
        '--b\r\nContent-Type: text/plain\r\n\r\nsee file\r\n--b\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Disposition: attachment; filename="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\naGVsbG8=\r\n--b--';
      const { id } = await arrive(target, {
        fields: { 'Content-Type': 'multipart/mixed; boundary=b' },
        body,
      });
      const { data } = await target.api.users.messages.get({ ...me, id });
      const part = data.payload?.parts?.find(({ filename }) => filename === 'a.pdf');
      const fetched = await target.api.users.messages.attachments.get({
        ...me,
        messageId: id,
        id: part?.body?.attachmentId ?? '',
      });
      expect(Buffer.from(fetched.data.data ?? '', 'base64url').toString()).toBe('hello');
    },
  },
  {
    name: 'a mail that is not there is 404 notFound',
    source: 'guide: Resolve errors',
    async run({ api }) {
      const asked = api.users.messages.get({ ...me, id: '18c0ffee18c0ffee' });
      expect(await refusal(asked)).toEqual({ code: 404, reason: 'notFound' });
    },
  },
  {
    name: "another person's mailbox is refused",
    source: 'platform.md: Delegation denied',
    async run({ api }) {
      const asked = api.users.messages.list({ userId: 'somebody.else@example.com' });
      expect((await refusal(asked)).code).toBe(403);
    },
  },
  {
    name: 'the profile counts the mailbox',
    source: 'reference: users.getProfile',
    async run(target) {
      await arrive(target);
      const { data } = await target.api.users.getProfile(me);
      expect(data.emailAddress).toBe(target.email);
      expect(data.messagesTotal).toBeGreaterThan(0);
      expect(data.historyId).toMatch(/^\d+$/);
    },
  },
  {
    name: 'a mail is deleted for good, trashed and taken out of the trash',
    source: 'reference: users.messages',
    async run(target) {
      const { api } = target;
      const { id } = await arrive(target);
      const trashed = await api.users.messages.trash({ ...me, id });
      expect(trashed.data.labelIds).toContain('TRASH');
      const back = await api.users.messages.untrash({ ...me, id });
      expect(back.data.labelIds ?? []).not.toContain('TRASH');
      await api.users.messages.delete({ ...me, id });
      expect((await refusal(api.users.messages.get({ ...me, id }))).code).toBe(404);
    },
  },
  {
    name: 'an imported mail can be dated by its header',
    source: 'reference: users.messages.import, internalDateSource',
    async run({ api }) {
      const requestBody = {
        raw: raw({ fields: { Date: 'Tue, 03 Mar 2020 10:00:00 +0000' } }),
        labelIds: ['INBOX'],
      };
      const { data } = await api.users.messages.import({
        ...me,
        internalDateSource: 'dateHeader',
        requestBody,
      });
      const got = await api.users.messages.get({ ...me, id: data.id ?? '' });
      expect(Number(got.data.internalDate)).toBe(Date.UTC(2020, 2, 3, 10));
    },
  },
];

const listCases: Case[] = [
  {
    name: 'lists come in pages, newest first',
    source: 'reference: users.messages.list',
    async run(target) {
      const { id: labelId } = await label(target);
      const ids: string[] = [];
      for (let n = 0; n < 3; n += 1) {
        const { id } = await arrive(target);
        ids.unshift(id);
        await new Promise((later) => setTimeout(later, 3));
        await target.api.users.messages.modify({
          ...me,
          id,
          requestBody: { addLabelIds: [labelId] },
        });
      }
      const query = { ...me, labelIds: [labelId], maxResults: 2 };
      const first = (await target.api.users.messages.list(query)).data;
      const pageToken = first.nextPageToken ?? '';
      const second = (await target.api.users.messages.list({ ...query, pageToken })).data;
      const all = [...(first.messages ?? []), ...(second.messages ?? [])];
      expect(all.map(({ id }) => id)).toEqual(ids);
      expect(second.nextPageToken ?? undefined).toBeUndefined();
    },
  },
  {
    name: 'a list with nothing in it has no messages key',
    source: 'platform.md: Empty results omit the key',
    async run(target) {
      const { id } = await label(target);
      const { data } = await target.api.users.messages.list({ ...me, labelIds: [id] });
      expect(data.messages).toBeUndefined();
      expect(data.resultSizeEstimate).toBe(0);
    },
  },
  {
    name: 'a search finds words in the subject, and a sender',
    source: "Gmail's help: Refine searches",
    async run(target) {
      const word = unique();
      const { id } = await arrive(target, {
        fields: { Subject: `About ${word}`, From: `${word}@customer.example` },
      });
      for (const q of [`subject:${word}`, `from:${word}@customer.example`]) {
        const { data } = await target.api.users.messages.list({ ...me, q });
        expect(data.messages?.map((message) => message.id)).toEqual([id]);
      }
    },
  },
  {
    name: 'a search finds a mail by its Message-ID',
    source: 'platform.md: rfc822msgid: finds it',
    async run(target) {
      const word = unique();
      const { id } = await arrive(target, { fields: { 'Message-ID': `<${word}@x.example>` } });
      const q = `rfc822msgid:${word}@x.example`;
      const { data } = await target.api.users.messages.list({ ...me, q });
      expect(data.messages?.map((message) => message.id)).toEqual([id]);
    },
  },
  {
    name: 'a search can leave words out, join them with OR and look at ages',
    source: "Gmail's help: Refine searches",
    async run(target) {
      const [one, two] = [unique(), unique()];
      await arrive(target, { fields: { Subject: one } });
      await arrive(target, { fields: { Subject: two } });
      const count = async (q: string) =>
        (await target.api.users.messages.list({ ...me, q })).data.messages?.length ?? 0;
      expect(await count(`${one} OR ${two}`)).toBe(2);
      expect(await count(`{${one} ${two}} -${two}`)).toBe(1);
      expect(await count(`${one} newer_than:1d`)).toBe(1);
      expect(await count(`${one} older_than:1d`)).toBe(0);
    },
  },
  {
    name: 'an answer is in the thread of what it answers, another subject is not',
    source: 'reference: Message.threadId',
    async run(target) {
      const { api } = target;
      const word = unique();
      const first = await arrive(target, {
        fields: { Subject: word, 'Message-ID': `<${word}@x.example>` },
      });
      const references = { References: `<${word}@x.example>` };
      const answer = await arrive(target, { fields: { ...references, Subject: `Re: ${word}` } });
      const other = await arrive(target, { fields: { ...references, Subject: 'Else' } });
      expect(answer.threadId).toBe(first.threadId);
      expect(other.threadId).not.toBe(first.threadId);
      const thread = await api.users.threads.get({ ...me, id: first.threadId });
      expect(thread.data.messages?.map(({ id }) => id)).toEqual([first.id, answer.id]);
    },
  },
  {
    name: 'threads are listed, labelled, trashed and deleted whole',
    source: 'reference: users.threads',
    async run(target) {
      const { api } = target;
      const { id: labelId } = await label(target);
      const { threadId: id } = await arrive(target);
      const changed = await api.users.threads.modify({
        ...me,
        id,
        requestBody: { addLabelIds: [labelId] },
      });
      expect(changed.data.id).toBe(id);
      const { data } = await api.users.threads.list({ ...me, labelIds: [labelId] });
      expect(data.threads?.map((thread) => thread.id)).toEqual([id]);
      await api.users.threads.trash({ ...me, id });
      await api.users.threads.untrash({ ...me, id });
      await api.users.threads.delete({ ...me, id });
      expect((await refusal(api.users.threads.get({ ...me, id }))).code).toBe(404);
    },
  },
];

const labelCases: Case[] = [
  {
    name: 'a label is created, listed, changed and deleted',
    source: 'reference: users.labels',
    async run(target) {
      const { api } = target;
      const { id, name } = await label(target);
      const listed = (await api.users.labels.list(me)).data.labels;
      expect(listed?.find((each) => each.id === id)).toMatchObject({ name, type: 'user' });
      const color = { backgroundColor: '#fb4c2f', textColor: '#ffffff' };
      await api.users.labels.patch({ ...me, id, requestBody: { color } });
      const got = (await api.users.labels.get({ ...me, id })).data;
      expect(got.color).toEqual(color);
      const renamed = { name: `${name} renamed` };
      const updated = await api.users.labels.update({ ...me, id, requestBody: renamed });
      expect(updated.data.name).toBe(renamed.name);
      await api.users.labels.delete({ ...me, id });
      expect((await refusal(api.users.labels.get({ ...me, id }))).code).toBe(404);
    },
  },
  {
    name: 'a label name that exists in another case is 409',
    source: 'platform.md: 409, names are case-insensitive',
    async run(target) {
      const { name } = await label(target);
      const again = target.api.users.labels.create({
        ...me,
        requestBody: { name: name.toUpperCase() },
      });
      expect((await refusal(again)).code).toBe(409);
    },
  },
  {
    name: "a colour outside Gmail's palette is refused",
    source: 'reference: LabelColor',
    async run({ api }) {
      const color = { backgroundColor: '#123456', textColor: '#ffffff' };
      const asked = api.users.labels.create({ ...me, requestBody: { name: unique(), color } });
      expect((await refusal(asked)).code).toBe(400);
    },
  },
  {
    name: 'one call labels many mails and answers nothing',
    source: 'reference: users.messages.batchModify',
    async run(target) {
      const { api } = target;
      const { id: labelId } = await label(target);
      const ids = [(await arrive(target)).id, (await arrive(target)).id];
      const { data } = await api.users.messages.batchModify({
        ...me,
        requestBody: { ids, addLabelIds: [labelId], removeLabelIds: ['UNREAD'] },
      });
      expect(data ?? '').toBe('');
      const { data: list } = await api.users.messages.list({ ...me, labelIds: [labelId] });
      expect(list.messages).toHaveLength(2);
      await api.users.messages.batchDelete({ ...me, requestBody: { ids } });
      expect((await refusal(api.users.messages.get({ ...me, id: ids[0] ?? '' }))).code).toBe(404);
    },
  },
  {
    name: 'a label that does not exist is refused with invalidArgument',
    source: 'guide: Resolve errors',
    async run(target) {
      const { id } = await arrive(target);
      const asked = target.api.users.messages.modify({
        ...me,
        id,
        requestBody: { addLabelIds: ['Label_404404'] },
      });
      expect(await refusal(asked)).toEqual({ code: 400, reason: 'invalidArgument' });
    },
  },
  {
    name: 'more than a thousand ids in one call are refused',
    source: 'reference: BatchModifyMessagesRequest.ids',
    async run({ api }) {
      const ids = Array.from({ length: 1001 }, (_, n) => (n + 1).toString(16));
      const asked = api.users.messages.batchModify({
        ...me,
        requestBody: { ids, addLabelIds: ['STARRED'] },
      });
      expect((await refusal(asked)).code).toBe(400);
    },
  },
];

const historyCases: Case[] = [
  {
    name: 'a mail that arrives is a messagesAdded record',
    source: 'reference: users.history.list',
    async run(target) {
      const startHistoryId = await cursor(target);
      const { id } = await arrive(target);
      const { data } = await target.api.users.history.list({
        ...me,
        startHistoryId,
        historyTypes: ['messageAdded'],
      });
      const added = data.history?.flatMap((record) => record.messagesAdded ?? []);
      expect(added?.map(({ message }) => message?.id)).toEqual([id]);
      expect(Number(data.historyId)).toBeGreaterThan(Number(startHistoryId));
    },
  },
  {
    name: 'a label change is a labelsAdded record with its labels, and no messagesAdded',
    source: 'reference: History',
    async run(target) {
      const { id } = await arrive(target);
      const startHistoryId = await cursor(target);
      await target.api.users.messages.modify({
        ...me,
        id,
        requestBody: { addLabelIds: ['STARRED'] },
      });
      const { data } = await target.api.users.history.list({ ...me, startHistoryId });
      expect(data.history).toHaveLength(1);
      expect(data.history?.[0]?.labelsAdded?.[0]).toMatchObject({
        message: { id },
        labelIds: ['STARRED'],
      });
      expect(data.history?.[0]?.messagesAdded).toBeUndefined();
    },
  },
  {
    name: 'a change that changes nothing makes no record',
    source: 'platform.md: Repeating a modify makes no history record',
    async run(target) {
      const { id } = await arrive(target);
      const startHistoryId = await cursor(target);
      const requestBody = { addLabelIds: ['INBOX'] };
      await target.api.users.messages.modify({ ...me, id, requestBody });
      const { data } = await target.api.users.history.list({ ...me, startHistoryId });
      expect(data.history ?? []).toEqual([]);
    },
  },
  {
    name: 'a history with nothing in it has no history key',
    source: 'platform.md: Empty results omit the key',
    async run(target) {
      const startHistoryId = await cursor(target);
      const { data } = await target.api.users.history.list({ ...me, startHistoryId });
      expect(Object.keys(data)).toEqual(['historyId']);
    },
  },
  {
    name: 'a history id from long ago is 404 notFound',
    source: 'platform.md: expired start id 404',
    async run({ api }) {
      const asked = api.users.history.list({ ...me, startHistoryId: '1' });
      expect(await refusal(asked)).toEqual({ code: 404, reason: 'notFound' });
    },
  },
  {
    name: 'a history id that is no number is 400',
    source: 'googleapis/google-api-nodejs-client#978',
    async run({ api }) {
      const asked = api.users.history.list({ ...me, startHistoryId: 'yesterday' });
      expect((await refusal(asked)).code).toBe(400);
    },
  },
  {
    name: 'a watch tells when it ends and can be stopped',
    source: 'reference: users.watch',
    async run(target) {
      const { data } = await target.api.users.watch({
        ...me,
        requestBody: { topicName: 'projects/p/topics/t', labelIds: ['INBOX'] },
      });
      expect(Number(data.expiration)).toBeGreaterThan(Date.now());
      await target.api.users.stop(me);
    },
  },
];

const sendingCases: Case[] = [
  {
    name: 'a mail that is sent is in Sent with the sender and a Message-ID',
    source: 'reference: users.messages.send',
    async run({ api, email }) {
      const mail = `To: jane@customer.example\r\nSubject: We are on it\r\n\r\nSoon.`;
      const { data } = await api.users.messages.send({
        ...me,
        requestBody: { raw: Buffer.from(mail).toString('base64url') },
      });
      expect(data.labelIds).toContain('SENT');
      const got = await api.users.messages.get({ ...me, id: data.id ?? '' });
      const value = (wanted: string) =>
        got.data.payload?.headers?.find(({ name }) => name?.toLowerCase() === wanted.toLowerCase())?.value;
      expect(value('From')).toContain(email);
      expect(value('Message-ID')).toMatch(/^<.+@.+>$/);
    },
  },
  {
    name: 'a mail to nobody is refused',
    source: 'field: 400 Recipient address required',
    async run({ api }) {
      const mail = 'Subject: to nobody\r\n\r\nhello';
      const asked = api.users.messages.send({
        ...me,
        requestBody: { raw: Buffer.from(mail).toString('base64url') },
      });
      expect((await refusal(asked)).code).toBe(400);
    },
  },
  {
    name: 'a draft is written, read, changed and sent',
    source: 'reference: users.drafts',
    async run({ api }) {
      const message = (words: string) => ({
        message: { raw: raw({ fields: { To: 'jane@customer.example' }, body: words }) },
      });
      const created = await api.users.drafts.create({ ...me, requestBody: message('first') });
      const id = created.data.id ?? '';
      expect(created.data.message?.labelIds).toContain('DRAFT');
      await api.users.drafts.update({ ...me, id, requestBody: message('second') });
      const got = await api.users.drafts.get({ ...me, id });
      const data = got.data.message?.payload?.body?.data ?? '';
      expect(Buffer.from(data, 'base64url').toString().trim()).toBe('second');
      const listed = await api.users.drafts.list(me);
      expect(listed.data.drafts?.map((draft) => draft.id)).toContain(id);
      const sent = await api.users.drafts.send({ ...me, requestBody: { id } });
      expect(sent.data.labelIds).toContain('SENT');
      expect((await refusal(api.users.drafts.get({ ...me, id }))).code).toBe(404);
    },
  },
  {
    name: 'a draft can be thrown away',
    source: 'reference: users.drafts.delete',
    async run({ api }) {
      const requestBody = { message: { raw: raw({}) } };
      const id = (await api.users.drafts.create({ ...me, requestBody })).data.id ?? '';
      await api.users.drafts.delete({ ...me, id });
      expect((await refusal(api.users.drafts.get({ ...me, id }))).code).toBe(404);
    },
  },
  {
    name: 'a batch answers each request with its own status',
    source: 'guide: Batching requests',
    async run({ api }) {
      const url = new URL('batch/gmail/v1', api.context._options.rootUrl ?? '').href;
      const gets = ['labels', 'messages/18c0ffee18c0ffee'].map(
        (path, n) =>
          `--b\r\nContent-Type: application/http\r\nContent-ID: <i${n}>\r\n\r\nGET /gmail/v1/users/me/${path}\r\n\r\n`,
      );
      const auth = api.context._options.auth as { request(options: object): Promise<{ data: string }> };
      const { data } = await auth.request({
        url,
        method: 'POST',
        headers: { 'Content-Type': 'multipart/mixed; boundary=b' },
        body: `${gets.join('')}--b--`,
        responseType: 'text',
        fetchImplementation: fetch,
      });
      expect(data.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404']);
      expect(data).toContain('<response-i1>');
    },
  },
];

export const gmailContract: readonly Case[] = [
  ...mailCases,
  ...listCases,
  ...labelCases,
  ...historyCases,
  ...sendingCases,
];
