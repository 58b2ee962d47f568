// The Gmail contract: What changed since a history id.

import { arrive, type Case, cursor, me, refusal } from './gmail-steps.ts';

export const historyCases: readonly Case[] = [
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
