// The Gmail contract: Lists, searches and threads.

import { arrive, type Case, label, me, refusal, unique } from './gmail-steps.ts';

export const listCases: readonly Case[] = [
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
