// The Gmail contract: Reading, trashing and importing single mails.

import { arrive, type Case, me, raw, refusal } from './gmail-steps.ts';

export const mailCases: readonly Case[] = [
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
