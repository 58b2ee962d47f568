// The Gmail contract: Labels, and putting them on many mails at once.

import { arrive, type Case, label, me, refusal, unique } from './gmail-steps.ts';

export const labelCases: readonly Case[] = [
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
