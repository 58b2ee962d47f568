// Signs of an automatic reply: what RFC 3834 asks for, and what programs really send.
import { sayingOf } from './absence-words.ts';
import { type Evidence, quoted, type Sign } from './evidence.ts';

/** Headers that only automatic replies have, whatever they say (except "no"). */
const telltale = [
  'X-Autoreply',
  'X-Autorespond',
  'X-Autoresponder',
  'X-Auto-Reply',
  'X-Auto-Reply-From',
  'X-Autoreply-From',
  'X-Mail-Autoreply',
  'X-Vacation',
  'X-Vacation-Message',
  'X-Out-Of-Office',
];

const dispositions =
  /^(?:accepted|declined|tentative|tentatively accepted|zugesagt|abgelehnt|mit vorbehalt|geaccepteerd|geweigerd|godtatt|avsl\u00e5tt|accept\u00e9|refus\u00e9|aceptado|rechazado)\s?:/i;

/** Signs in the headers: they count whoever wrote. */
export const headerSigns: readonly Sign[] = [
  autoSubmitted,
  telltaleHeader,
  precedence,
  readReceipt,
  meetingReply,
  suppressed,
  emptyReturnPath,
];

/** Signs in subject and words: the weakest. */
export const wordSigns: readonly Sign[] = [subjectAlone, subjectAndWords, wordsOfAnswer];

/** Auto-Submitted without its parameters and comments; null where there is none or it says "no". */
export function autoSubmittedValue({ headers }: Evidence): string | null {
  const value = (headers.first('auto-submitted') ?? '').split(/[;(]/)[0]?.trim().toLowerCase() ?? '';
  return value === '' || value === 'no' ? null : value;
}

function autoSubmitted(evidence: Evidence): string | null {
  const value = autoSubmittedValue(evidence);
  if (value === null) return null;
  const isReply = value === 'auto-replied' || evidence.isAnswer || looksAbsent(evidence);
  return isReply ? quoted('Auto-Submitted', value) : null;
}

function telltaleHeader({ headers }: Evidence): string | null {
  for (const name of telltale) {
    const value = headers.first(name);
    if (value !== null && !/^(?:no|false|0)?$/i.test(value)) return quoted(name, value);
  }
  return null;
}

function precedence({ headers }: Evidence): string | null {
  for (const name of ['Precedence', 'X-Precedence', 'Preference']) {
    const value = headers.first(name)?.toLowerCase() ?? '';
    if (/^auto[-_ ]?reply/.test(value)) return quoted(name, value);
  }
  const delivered = headers.all('delivered-to').find((value) => /^autoresponder$/i.test(value));
  return delivered ? quoted('Delivered-To', delivered) : null;
}

function readReceipt({ parts }: Evidence): string | null {
  const [root] = parts;
  const isReport =
    root?.contentType.parameters.get('report-type')?.toLowerCase() === 'disposition-notification';
  const isReceipt =
    isReport ||
    parts.some((part) => part.type === 'message/disposition-notification' && !part.inAttachedMail);
  return isReceipt ? 'A read receipt (disposition-notification)' : null;
}

function meetingReply({ parts, wholeSubject }: Evidence): string | null {
  const calendar = parts.find((part) => part.type === 'text/calendar' && !part.inAttachedMail);
  const method = calendar?.contentType.parameters.get('method')?.toLowerCase();
  if (method === 'reply' || method === 'counter')
    return `An answer to a meeting request (method=${method.toUpperCase()})`;
  return calendar && !method && dispositions.test(wholeSubject) ? 'An answer to a meeting request' : null;
}

/** Exchange marks what it sends by itself so that no machine answers it. */
function suppressed(evidence: Evidence): string | null {
  const value = evidence.headers.first('x-auto-response-suppress');
  return value !== null && looksAbsent(evidence)
    ? `${quoted('X-Auto-Response-Suppress', value)}, and an out-of-office text`
    : null;
}

function emptyReturnPath({ headers, isAnswer }: Evidence): string | null {
  return isAnswer && hasEmptyReturnPath(headers.all('return-path'))
    ? 'An answer with an empty Return-Path'
    : null;
}

export function hasEmptyReturnPath(values: readonly string[]): boolean {
  return values.some((value) => /^<\s*>$/.test(value.trim()));
}

function looksAbsent({ subject, words }: Evidence): boolean {
  const saying = sayingOf(subject, words);
  return (
    saying.isReplySubject ||
    (saying.isAbsenceSubject && saying.saysAbsent) ||
    (saying.saysAbsent && saying.saysBesides)
  );
}

function subjectAlone({ subject, words }: Evidence): string | null {
  const saying = sayingOf(subject, words);
  if (!saying.isReplySubject || isConversation(words, saying.saysAbsent || saying.saysMachine)) return null;
  return `The subject of an automatic reply: "${subject.slice(0, 40)}"`;
}

function subjectAndWords({ subject, words }: Evidence): string | null {
  const saying = sayingOf(subject, words);
  if (saying.isAbsenceSubject && saying.saysAbsent) return 'Subject and text of an out-of-office reply';
  return saying.isReceiptSubject && saying.saysMachine
    ? 'Subject and text of an automatic confirmation'
    : null;
}

/** In an answer, two sentences that go together in out-of-office replies, and no question. */
function wordsOfAnswer({ isAnswer, subject, words }: Evidence): string | null {
  const saying = sayingOf(subject, words);
  if (!isAnswer || words.includes('?') || words.length > 1000) return null;
  if (saying.saysMachine) return 'The text says that it was sent automatically, and it answers a mail';
  return saying.saysAbsent && saying.saysBesides ? 'The text of an out-of-office reply' : null;
}

/** A person may write about an "Out of office" setting: then there is a question, and nobody is away. */
function isConversation(words: string, saysAutomatic: boolean): boolean {
  return !saysAutomatic && words.includes('?');
}
