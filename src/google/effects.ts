// Effects: labels, notices and mails to customers, all sent out in one go after the decision is in the workbook.
import { noticeMail } from '../complaints/notice-mail.ts';
import { outboxHeader, rawMail } from '../complaints/outgoing-mail.ts';
import type { CustomerMail, Labelling, Notice, Outgoing } from '../complaints/plan.ts';
import type { Settings } from '../complaints/rules.ts';
import type { Instant } from '../complaints/time.ts';
import type { Outcome, Waiting } from '../rules/desk/desk-state.ts';
import { type Answer, type Ask, ask, askOne, failureOf, isGood, read } from './answers.ts';
import { type LabelIds, labelIds, pathKey } from './label-ids.ts';
import { ownMove, ownNotice } from './own-move.ts';

const api = 'https://gmail.googleapis.com/gmail/v1/users/me';

export interface CarriedOut extends Outcome {
  readonly own: readonly string[];
  readonly labels: LabelIds;
}

interface Errand {
  readonly ids: readonly string[];
  readonly ask: Ask;
  /** Short names of what it changes in Gmail, made from the answer. */
  own(answer: Answer): readonly string[];
  readonly labels?: true;
}

const nothing = (): readonly string[] => [];

function sentNotice(answer: Answer): readonly string[] {
  const { id } = read<{ id?: string }>(answer, 'Sending a notice');
  return id ? [ownNotice(id)] : [];
}

/** A sent mail costs 100 of the 6,000 units that Gmail allows a minute. */
const mostMails = 40;

/** What leaves now: all labels, and as many mails as a minute allows, the most pressing first; notices to one person are one mail. */
export function ready(waiting: readonly Waiting[], now: Instant): readonly Waiting[] {
  const due = waiting.filter(({ outgoing }) => outgoing.notBefore <= now);
  const mails = new Set<string>();
  return [...due]
    .sort((a, b) => urgency(a) - urgency(b))
    .filter(({ outgoing: { id, effect } }) => {
      if (effect.do === 'label') return true;
      const mail = effect.do === 'notice' ? effect.to : id;
      if (mails.size < mostMails) mails.add(mail);
      return mails.has(mail);
    });
}

function urgency({ outgoing: { effect } }: Waiting): number {
  if (effect.do !== 'notice') return 2;
  return effect.kind === 'breach' || effect.kind === 'escalation' ? 0 : 1;
}

/** Carries out what is ready; items that an earlier tick may have carried out are looked up first. */
export function carryOut(items: readonly Waiting[], known: LabelIds, settings: Settings): CarriedOut {
  const found = alreadySent(items.filter(({ tried }) => tried !== null));
  const open = items.filter(({ outgoing }) => !found.has(outgoing.id)).map(({ outgoing }) => outgoing);
  const labels = labelIds(pathsOf(open), known, settings.labelRoot);
  const unlabelled = open.filter(({ effect }) => lacks(effect, labels)).map(({ id }) => id);
  const errands = errandsOf(
    open.filter(({ id }) => !unlabelled.includes(id)),
    labels,
    settings,
  );
  const answers = ask(errands.map((errand) => errand.ask));
  const answered = errands.map((errand, index) => ({ errand, answer: answers[index] ?? lost }));
  const good = answered.filter(({ answer }) => isGood(answer));
  const bad = answered.filter(({ answer }) => !isGood(answer));
  const idsOf = (fate: Fate): readonly string[] =>
    bad.filter(({ answer }) => fateOf(answer) === fate).flatMap(({ errand }) => errand.ids);
  for (const { answer } of bad) console.warn(failureOf(answer, 'An effect was refused').message);
  return {
    done: [...found, ...good.flatMap(({ errand }) => errand.ids)],
    own: good.flatMap(({ errand, answer }) => errand.own(answer)),
    // A label removed by hand answers 400: forget the ids, so that they are looked up again.
    labels: bad.some(({ errand, answer }) => errand.labels && fateOf(answer) === 'refused') ? {} : labels,
    refused: [...unlabelled, ...idsOf('refused')],
    later: idsOf('put off'),
    failed: idsOf('failed'),
  };
}

type Fate = 'refused' | 'put off' | 'failed';

/** Put off is certainly not done; after a fault at Google it may have been. */
function fateOf(answer: Answer): Fate {
  if (!failureOf(answer, '').retry && answer.status !== 0) return 'refused';
  return answer.status === 429 || answer.status === 403 ? 'put off' : 'failed';
}

/** Gmail refused to make one of its labels: nothing else may suffer for it. */
const lacks = (effect: Outgoing['effect'], labels: LabelIds): boolean =>
  effect.do === 'label' && effect.add.some((path) => !labels[pathKey(path)]);

const lost: Answer = { status: 0, text: '', contentType: '' };

const pathsOf = (items: readonly Outgoing[]): readonly string[] =>
  items.flatMap(({ effect }) => (effect.do === 'label' ? [...effect.add, ...effect.remove] : []));

function errandsOf(items: readonly Outgoing[], labels: LabelIds, settings: Settings): readonly Errand[] {
  const notices = new Map<string, { id: string; effect: Notice }[]>();
  const errands: Errand[] = [];
  for (const { id, effect } of items) {
    if (effect.do === 'label') errands.push(labelling(id, effect, labels));
    else if (effect.do === 'notice')
      notices.set(effect.to, [...(notices.get(effect.to) ?? []), { id, effect }]);
    else errands.push(customerMail(id, effect, settings));
  }
  for (const [to, those] of notices) errands.push(noticeErrand(to, those, settings));
  return errands;
}

function labelling(id: string, { ids, add, remove }: Labelling, labels: LabelIds): Errand {
  const known = (paths: readonly string[]): string[] => paths.flatMap((path) => labels[pathKey(path)] ?? []);
  const addLabelIds = known(add);
  const removeLabelIds = known(remove);
  return {
    ids: [id],
    labels: true,
    ask: { method: 'post', url: `${api}/messages/batchModify`, body: { ids, addLabelIds, removeLabelIds } },
    own: () =>
      ids.flatMap((message) => [
        ...addLabelIds.map((label) => ownMove({ message, label, to: 'added' })),
        ...removeLabelIds.map((label) => ownMove({ message, label, to: 'removed' })),
      ]),
  };
}

const sender = (settings: Settings): { name: string; address: string } => ({
  name: settings.company,
  address: settings.supportAddresses[0] ?? '',
});

function noticeErrand(
  to: string,
  those: readonly { id: string; effect: Notice }[],
  settings: Settings,
): Errand {
  const ids = those.map(({ id }) => id);
  const mail = noticeMail(
    those.map(({ effect }) => effect),
    settings,
  );
  const raw = rawMail({
    ...mail,
    from: sender(settings),
    to,
    inReplyTo: null,
    ids,
    automatic: 'auto-generated',
  });
  return { ids, ask: { method: 'post', url: `${api}/messages/send`, body: { raw } }, own: sentNotice };
}

function customerMail(
  id: string,
  { do: how, to, subject, body, inReplyTo, threadId }: CustomerMail,
  settings: Settings,
): Errand {
  const raw = rawMail({
    from: sender(settings),
    to,
    subject,
    body,
    inReplyTo,
    ids: [id],
    automatic: 'auto-replied',
  });
  const message = { raw, ...(threadId ? { threadId } : {}) };
  return how === 'send'
    ? { ids: [id], ask: { method: 'post', url: `${api}/messages/send`, body: message }, own: nothing }
    : { ids: [id], ask: { method: 'post', url: `${api}/drafts`, body: { message } }, own: nothing };
}

/** Mails that left although nobody noted it: found in Sent or Drafts by the outbox ids in our own header. */
function alreadySent(uncertain: readonly Waiting[]): ReadonlySet<string> {
  const mails = uncertain.filter(({ outgoing }) => outgoing.effect.do !== 'label');
  if (mails.length === 0) return new Set();
  const since = Math.floor(Math.min(...mails.map(({ tried }) => tried ?? 0)) / 1000) - 60;
  const answers = ask(
    sentSince(since).map((id) => ({
      method: 'get',
      url: `${api}/messages/${id}?format=metadata&metadataHeaders=${outboxHeader}`,
    })),
  );
  const wanted = new Set(mails.map(({ outgoing }) => outgoing.id));
  return new Set(answers.flatMap(outboxIds).filter((id) => wanted.has(id)));
}

/** Pages of Sent and Drafts looked through at most. */
const mostPages = 5;

function sentSince(seconds: number): readonly string[] {
  const query = encodeURIComponent(`{in:sent in:drafts} after:${seconds}`);
  const ids: string[] = [];
  let token = '';
  for (let page = 0; page < mostPages; page++) {
    const url = `${api}/messages?q=${query}&maxResults=100${token && `&pageToken=${token}`}`;
    const found = read<{ messages?: { id?: string }[]; nextPageToken?: string }>(
      askOne({ method: 'get', url }),
      'Looking for mail sent before',
    );
    ids.push(...(found.messages ?? []).flatMap(({ id }) => id ?? []));
    token = found.nextPageToken ?? '';
    if (token === '') break;
  }
  return ids;
}

function outboxIds(answer: Answer): readonly string[] {
  if (!isGood(answer)) return [];
  const { payload } = JSON.parse(answer.text) as {
    payload?: { headers?: { name?: string; value?: string }[] };
  };
  const header = payload?.headers?.find(({ name }) => name?.toLowerCase() === outboxHeader.toLowerCase());
  return header?.value?.split(/\s+/) ?? [];
}
