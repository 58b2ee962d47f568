// Which code answers which method.

import type { Answer } from './call.ts';
import * as drafts from './drafts.ts';
import * as histories from './histories.ts';
import * as messages from './messages.ts';
import type { MethodId } from './methods.ts';
import * as people from './people.ts';
import * as threads from './threads.ts';

export const answers: Readonly<Record<MethodId, Answer>> = {
  'gmail.users.getProfile': people.profile,
  'gmail.users.watch': people.watch,
  'gmail.users.stop': people.stop,
  'gmail.users.history.list': histories.list,
  'gmail.users.messages.list': messages.list,
  'gmail.users.messages.insert': messages.insert,
  'gmail.users.messages.import': messages.importMessage,
  'gmail.users.messages.send': messages.sendMessage,
  'gmail.users.messages.batchModify': messages.batchModify,
  'gmail.users.messages.batchDelete': messages.batchDelete,
  'gmail.users.messages.get': messages.get,
  'gmail.users.messages.delete': messages.destroy,
  'gmail.users.messages.modify': messages.modify,
  'gmail.users.messages.trash': messages.trash,
  'gmail.users.messages.untrash': messages.untrash,
  'gmail.users.messages.attachments.get': messages.attachment,
  'gmail.users.threads.list': threads.list,
  'gmail.users.threads.get': threads.get,
  'gmail.users.threads.delete': threads.destroy,
  'gmail.users.threads.modify': threads.modify,
  'gmail.users.threads.trash': threads.trash,
  'gmail.users.threads.untrash': threads.untrash,
  'gmail.users.labels.list': people.listLabels,
  'gmail.users.labels.create': people.newLabel,
  'gmail.users.labels.get': people.getLabel,
  'gmail.users.labels.patch': people.patchLabel,
  'gmail.users.labels.update': people.updateLabel,
  'gmail.users.labels.delete': people.deleteLabel,
  'gmail.users.drafts.list': drafts.list,
  'gmail.users.drafts.create': drafts.create,
  'gmail.users.drafts.send': drafts.sendDraft,
  'gmail.users.drafts.get': drafts.get,
  'gmail.users.drafts.update': drafts.update,
  'gmail.users.drafts.delete': drafts.destroy,
};
