// Labels: Gmail's own, what a person's may be called and coloured, and what messages wear them.

import { badField, conflict, invalid, notFound } from './failures.ts';
import { palette } from './palette.ts';
import type { Label, LabelColor } from './shapes.ts';
import type { Mailbox, StoredLabel, StoredMessage } from './store.ts';

const system = [
  'CHAT',
  'SENT',
  'INBOX',
  'IMPORTANT',
  'TRASH',
  'DRAFT',
  'SPAM',
  'CATEGORY_FORUMS',
  'CATEGORY_UPDATES',
  'CATEGORY_PERSONAL',
  'CATEGORY_PROMOTIONS',
  'CATEGORY_SOCIAL',
  'STARRED',
  'UNREAD',
];

/** Names nobody may give to a label of their own, in any case. */
const reserved = new Set(
  [
    ...system,
    'ALL',
    'ALL MAIL',
    'ALLMAIL',
    'ARCHIVE',
    'DRAFTS',
    'MUTED',
    'OUTBOX',
    'SNOOZED',
    'SCHEDULED',
    'STARS',
    'VOICEMAIL',
  ].map((name) => name.toLowerCase()),
);

/** Source: Gmail's help, "label names can have up to 225 characters". */
const longestName = 225;

/** Source: reference of Label, "maximum number of labels for a mailbox is 10,000". */
const mostLabels = 10_000;

export const isSystemLabel = (id: string): boolean => system.includes(id);

/** Source: reference of Label.type, SENT and DRAFTS can be neither applied nor removed. */
export const unchangeable = (id: string): boolean => id === 'SENT' || id === 'DRAFT' || id === 'CHAT';

function systemLabel(id: string): Label {
  const label: Label = { id, name: id, type: 'system' };
  if (!id.startsWith('CATEGORY_') && id !== 'CHAT') return label;
  return {
    ...label,
    messageListVisibility: 'hide',
    labelListVisibility: 'labelHide',
  };
}

/** As `labels.list` answers: no counts and no colour. Source: reference of users.labels.list. */
export function listed({ id, name, ...label }: StoredLabel): Label {
  const { color: _, ...visible } = label;
  return { id, name, ...visible, type: 'user' };
}

export const allLabels = (mailbox: Mailbox): Label[] => [
  ...system.map(systemLabel),
  ...[...mailbox.labels.values()].map(listed),
];

function counts(mailbox: Mailbox, id: string): Partial<Label> {
  const wearing = [...mailbox.messages.values()].filter((each) => each.labels.includes(id));
  const unread = wearing.filter((each) => each.labels.includes('UNREAD'));
  const threads = (of: StoredMessage[]) => new Set(of.map((each) => each.threadId)).size;
  return {
    messagesTotal: wearing.length,
    messagesUnread: unread.length,
    threadsTotal: threads(wearing),
    threadsUnread: threads(unread),
  };
}

/** As `labels.get` answers. */
export function oneLabel(mailbox: Mailbox, id: string): Label {
  if (isSystemLabel(id)) return { ...systemLabel(id), ...counts(mailbox, id) };
  const label = mailbox.labels.get(id);
  if (!label) throw notFound();
  return { ...label, type: 'user', ...counts(mailbox, id) };
}

function checkName(mailbox: Mailbox, name: unknown, except: string): string {
  if (typeof name !== 'string' || name.trim() === '') throw invalid('Invalid label name');
  const trimmed = name.trim();
  const parts = trimmed.split('/');
  if (trimmed.length > longestName || parts.some((part) => part.trim() === ''))
    throw invalid('Invalid label name');
  const folded = trimmed.toLowerCase();
  if (reserved.has(folded)) throw invalid('Invalid label name');
  for (const label of mailbox.labels.values())
    if (label.id !== except && label.name.toLowerCase() === folded)
      throw conflict('Label name exists or conflicts');
  return trimmed;
}

function checkColor(color: unknown): LabelColor {
  const { backgroundColor, textColor } = (color ?? {}) as Record<string, unknown>;
  if (typeof backgroundColor !== 'string' || typeof textColor !== 'string')
    throw invalid('Both background and text colors are required.');
  for (const value of [backgroundColor, textColor])
    if (!palette.has(value)) throw invalid(`Label color ${value} is not on the allowed color palette`);
  return { backgroundColor, textColor };
}

function checkOneOf(field: string, value: unknown, of: string[]): void {
  if (typeof value !== 'string' || !of.includes(value))
    throw badField(`Invalid value at 'label.${field}', "${String(value)}"`);
}

function apply(label: StoredLabel, body: Record<string, unknown>): void {
  const { messageListVisibility, labelListVisibility, color } = body;
  if (messageListVisibility !== undefined)
    checkOneOf('message_list_visibility', messageListVisibility, ['show', 'hide']);
  if (labelListVisibility !== undefined)
    checkOneOf('label_list_visibility', labelListVisibility, ['labelShow', 'labelShowIfUnread', 'labelHide']);
  const { messageListVisibility: inList, labelListVisibility: asLabel } = body as Partial<StoredLabel>;
  if (inList !== undefined) label.messageListVisibility = inList;
  if (asLabel !== undefined) label.labelListVisibility = asLabel;
  if (color !== undefined) label.color = checkColor(color);
}

export function createLabel(mailbox: Mailbox, body: Record<string, unknown>): Label {
  const name = checkName(mailbox, body.name, '');
  if (mailbox.labels.size + system.length >= mostLabels) throw invalid('Too many labels');
  const label: StoredLabel = {
    id: `Label_${mailbox.labelCount + 1}`,
    name,
    messageListVisibility: 'show',
    labelListVisibility: 'labelShow',
  };
  apply(label, body);
  mailbox.labelCount += 1;
  mailbox.labels.set(label.id, label);
  return { ...label };
}

/** `whole` is `labels.update` (PUT), which must name the label again; otherwise `labels.patch`. */
export function changeLabel(
  mailbox: Mailbox,
  id: string,
  body: Record<string, unknown>,
  whole: boolean,
): Label {
  if (isSystemLabel(id)) throw invalid('Invalid update request');
  const label = mailbox.labels.get(id);
  if (!label) throw notFound();
  if (body.id !== undefined && body.id !== id) throw invalid('Label ID mismatch in request body and URI.');
  const next: StoredLabel = whole ? { id, name: label.name } : { ...label };
  if (whole || body.name !== undefined) next.name = checkName(mailbox, body.name, id);
  apply(next, body);
  mailbox.labels.set(id, next);
  return { ...next };
}

export function labelToDelete(mailbox: Mailbox, id: string): StoredLabel {
  if (isSystemLabel(id)) throw invalid('Invalid delete request');
  const label = mailbox.labels.get(id);
  if (!label) throw notFound();
  return label;
}

/** A label's id from its name or its id, as a person in Gmail's own screen picks it. */
export function labelNamed(mailbox: Mailbox, name: string): string | undefined {
  if (isSystemLabel(name) || mailbox.labels.has(name)) return name;
  const folded = name.toLowerCase();
  return [...mailbox.labels.values()].find((label) => label.name.toLowerCase() === folded)?.id;
}
