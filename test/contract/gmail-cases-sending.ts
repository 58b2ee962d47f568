// The Gmail contract: Sending, drafts and batches.

import { type Case, me, raw, refusal } from './gmail-steps.ts';

export const sendingCases: readonly Case[] = [
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
