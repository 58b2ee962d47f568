// users.getProfile, watch and stop, and users.labels: what concerns the mailbox as a whole.

import type { Answer } from './call.ts';
import { relabel } from './changes.ts';
import { invalid } from './failures.ts';
import { allLabels, changeLabel, createLabel, labelToDelete, oneLabel } from './labels.ts';

export const profile: Answer = ({ mailbox }) => ({
  emailAddress: mailbox.email,
  messagesTotal: mailbox.messages.size,
  threadsTotal: mailbox.threads.size,
  historyId: String(mailbox.historyId),
});

/** Source: Gmail API guide "Push notifications", a watch lasts seven days. */
const watchLasts = 7 * 86_400_000;

export const watch: Answer = ({ mailbox, body, state }) => {
  const topic = body.topicName;
  if (typeof topic !== 'string' || !/^projects\/[^/]+\/topics\/[^/]+$/.test(topic))
    throw invalid('Invalid topicName');
  const expiration = state.clock.now() + watchLasts;
  mailbox.watch = { topic, expiration };
  return {
    historyId: String(mailbox.historyId),
    expiration: String(expiration),
  };
};

export const stop: Answer = ({ mailbox }) => {
  mailbox.watch = null;
  return null;
};

export const listLabels: Answer = ({ mailbox }) => ({
  labels: allLabels(mailbox),
});

export const getLabel: Answer = ({ mailbox, params }) => oneLabel(mailbox, params.id ?? '');

export const newLabel: Answer = ({ mailbox, body }) => createLabel(mailbox, body);

export const patchLabel: Answer = ({ mailbox, params, body }) =>
  changeLabel(mailbox, params.id ?? '', body, false);

export const updateLabel: Answer = ({ mailbox, params, body }) =>
  changeLabel(mailbox, params.id ?? '', body, true);

/** Messages lose the label with it. Source: reference of users.labels.delete. */
export const deleteLabel: Answer = ({ mailbox, params, state }) => {
  const label = labelToDelete(mailbox, params.id ?? '');
  for (const message of mailbox.messages.values())
    relabel(mailbox, state.random, message, { add: [], remove: [label.id] });
  mailbox.labels.delete(label.id);
  return null;
};
