// Effects: labels, notices and mails to customers, all sent out in one go after the decision is in the workbook.
import { noticeMail } from '../complaints/notice-mail.ts';
import { outboxHeader, rawMail } from '../complaints/outgoing-mail.ts';
import type { CustomerMail, Labelling, Notice, Outgoing } from '../complaints/plan.ts';
import type { Settings } from '../complaints/rules.ts';
import type { Instant } from '../complaints/time.ts';
import type { Kind, Outcome, Waiting } from '../rules/desk/desk-state.ts';
import { type Answer, type Ask, ask, askOne, failureOf, gmail, isGood, read } from './answers.ts';
import { type LabelIds, labelIds, pathKey } from './label-ids.ts';
import type { Flow } from './leaving.ts';
import { ownMove, ownNotice } from './own-move.ts';

export interface CarriedOut extends Flow {
  readonly outcome: Outcome;
  readonly own: readonly string[];
  readonly labels: LabelIds;
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
  const at = Date.now();
  const answers = ask(errands.map((errand) => errand.ask));
  const ended = errands.map((errand, index) => {
    const answer = answers[index] ?? lost;
    return { errand, answer, fate: fateOf(answer) };
  });
  const of = (fate: Fate): typeof ended => ended.filter((one) => one.fate === fate);
  const idsOf = (fate: Fate): readonly string[] => of(fate).flatMap(({ errand }) => errand.ids);
  const bad = ended.filter(({ fate }) => fate !== 'done');
  for (const { answer } of bad) console.warn(failureOf(answer, 'An effect was refused').message);
  return {
    outcome: {
      done: [...found, ...idsOf('done')],
      refused: [...unlabelled, ...idsOf('refused')],
      later: idsOf('put off'),
      failed: idsOf('failed'),
      at,
    },
    own: of('done').flatMap(({ errand, answer }) => errand.own(answer)),
    // A label removed by hand answers 400: forget the ids, so that they are looked up again.
    labels: of('refused').some(({ errand }) => errand.kind === 'label') ? {} : labels,
    held: (['send', 'draft', 'label'] as const).filter((kind) => {
      const fates = ended.filter(({ errand }) => errand.kind === kind).map(({ fate }) => fate);
      if (fates.length === 0) return held.includes(kind);
      return !fates.includes('done') && fates.some((fate) => fate !== 'refused');
    }),
    resumeAt: Math.max(resumeAt, ...bad.map(({ answer }) => instantIn(answer, at))),
  };
}

/** Where sending is spent for the day Gmail names an instant, in ISO whatever the language; it is not always right. */
const longestRest = 30 * 60_000;

function instantIn({ text }: Answer, now: Instant): Instant {
  const named = Date.parse(/\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(text)?.[0] ?? '');
  return Number.isNaN(named) ? 0 : Math.min(named, now + longestRest);
}

type Fate = 'done' | 'refused' | 'put off' | 'failed';

/** Put off is certainly not done; after a fault at Google it may have been. */
function fateOf(answer: Answer): Fate {
  if (isGood(answer)) return 'done';
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
    ask: { method: 'post', url: `${gmail}/messages/batchModify`, body: { ids, addLabelIds, removeLabelIds } },
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
    ask: { method: 'post', url: `${gmail}/messages/send`, body: { raw } },
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
    ask: { method: 'post', url: `${gmail}/${url}`, body: sent },
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
      url: `${gmail}/messages/${id}?format=metadata&metadataHeaders=${outboxHeader}`,
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
    const url = `${gmail}/messages?q=${query}&maxResults=100${token && `&pageToken=${token}`}`;
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
