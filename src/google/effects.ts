// Effects: labels, notices and mails to customers, all sent out in one go after the decision is in the workbook.
import { noticeMail } from '../complaints/notice-mail.ts';
import { outboxHeader, rawMail } from '../complaints/outgoing-mail.ts';
import type { CustomerMail, Labelling, Notice, Outgoing } from '../complaints/plan.ts';
import type { Settings } from '../complaints/rules.ts';
import type { Instant } from '../complaints/time.ts';
import { type Kind, kindOf, type Outcome, type Waiting } from '../rules/desk/desk-state.ts';
import { type Answer, type Ask, ask, askOne, failureOf, isGood, read } from './answers.ts';
import { type LabelIds, labelIds, pathKey } from './label-ids.ts';
import { ownMove, ownNotice } from './own-move.ts';

const api = 'https://gmail.googleapis.com/gmail/v1/users/me';

export interface CarriedOut extends Omit<Outcome, 'at'>, Flow {
  readonly own: readonly string[];
  readonly labels: LabelIds;
}

/** What holds effects up. */
interface Flow {
  /** Kinds of which Gmail took none when last tried. */
  readonly held: readonly Kind[];
  /** No mail is sent before this instant. */
  readonly resumeAt: Instant;
}

interface Errand {
  readonly ids: readonly string[];
  readonly ask: Ask;
  /** Short names of what it changes in Gmail, made from the answer. */
  own(answer: Answer): readonly string[];
  readonly kind: Kind;
}

const nothing = (): readonly string[] => [];

function sentNotice(answer: Answer): readonly string[] {
  const { id } = read<{ id?: string }>(answer, 'Sending a notice');
  return id ? [ownNotice(id)] : [];
}

/** A sent mail costs 100 of the 6,000 units that Gmail allows a minute. */
const mostMails = 40;

/**
 * What leaves now: all labels, and as many mails as a minute allows, the most pressing first; notices to one person are
 * one mail. Of a kind that is held one is tried, and as soon as it is done the next tick lets the others out.
 */
export function ready(
  waiting: readonly Waiting[],
  { held, resumeAt }: Flow,
  now: Instant,
): readonly Waiting[] {
  const chosen: Readonly<Record<Kind, Set<string>>> = { send: new Set(), draft: new Set(), label: new Set() };
  const most = (kind: Kind): number => {
    if (kind === 'send' && now < resumeAt) return 0;
    return held.includes(kind) ? 1 : kind === 'label' ? Number.POSITIVE_INFINITY : mostMails;
  };
  return waiting
    .filter(({ outgoing }) => outgoing.notBefore <= now)
    .sort((a, b) => urgency(a) - urgency(b))
    .filter(({ outgoing }) => {
      const { id, effect } = outgoing;
      const kind = kindOf(outgoing);
      const errand = effect.do === 'notice' ? effect.to : id;
      if (chosen[kind].size < most(kind)) chosen[kind].add(errand);
      return chosen[kind].has(errand);
    });
}

/** What failed before comes last: one mail that never leaves must not stand for all. */
function urgency({ outgoing: { effect }, tried }: Waiting): number {
  if (tried !== null) return 3;
  if (effect.do !== 'notice') return 2;
  return effect.kind === 'breach' || effect.kind === 'escalation' ? 0 : 1;
}

/** Carries out what is ready; items that an earlier tick may have carried out are looked up first. */
export function carryOut(
  items: readonly Waiting[],
  { labels: known, held, resumeAt }: Flow & { readonly labels: LabelIds },
  settings: Settings,
): CarriedOut {
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
    labels: bad.some(({ errand, answer }) => errand.kind === 'label' && fateOf(answer) === 'refused')
      ? {}
      : labels,
    refused: [...unlabelled, ...idsOf('refused')],
    later: idsOf('put off'),
    failed: idsOf('failed'),
    held: (['send', 'draft', 'label'] as const).filter((kind) => {
      const tried = answered.filter(({ errand }) => errand.kind === kind);
      const fates = tried.map(({ answer }) => (isGood(answer) ? 'done' : fateOf(answer)));
      return fates.length === 0
        ? held.includes(kind)
        : fates.every((fate) => fate !== 'done') && fates.some((fate) => fate !== 'refused');
    }),
    resumeAt: Math.max(resumeAt, ...bad.map(({ answer }) => instantIn(answer, Date.now()))),
  };
}

/** Where sending is spent for the day Gmail names an instant, in ISO whatever the language; it is not always right. */
const longestRest = 30 * 60_000;

function instantIn({ text }: Answer, now: Instant): Instant {
  const named = Date.parse(/\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(text)?.[0] ?? '');
  return Number.isNaN(named) ? 0 : Math.min(named, now + longestRest);
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
    kind: 'label',
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
  return {
    ids,
    kind: 'send',
    ask: { method: 'post', url: `${api}/messages/send`, body: { raw } },
    own: sentNotice,
  };
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
  const [url, sent] = how === 'send' ? ['messages/send', message] : ['drafts', { message }];
  return {
    ids: [id],
    kind: how,
    ask: { method: 'post', url: `${api}/${url}`, body: sent },
    own: nothing,
  };
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

/** A mail that cannot be read may be the one: without it nothing is sent again. */
function outboxIds(answer: Answer): readonly string[] {
  const { payload } = read<{ payload?: { headers?: { name?: string; value?: string }[] } }>(
    answer,
    'Looking for mail sent before',
  );
  const header = payload?.headers?.find(({ name }) => name?.toLowerCase() === outboxHeader.toLowerCase());
  return header?.value?.split(/\s+/) ?? [];
}
