// The subject without what mail programs put before it, and what that says: an answer or something passed on.

const answers = 're|r\u00e9p|aw|antw|antwort|sv|svar|vs|odp|res|ynt';
const forwards = 'fwd?|wg|vb|doorst|tr|rv|enc|vl|vidb|videresendt';
const marker = new RegExp(
  `(?:(${answers})|(${forwards}))\\s?(?:[[(^]\\d{1,3}[\\])]?)?\\s?[:\\uff1a]\\s*`,
  'iy',
);
const gateway =
  /(?:\[(?:ext|external|extern|externe|ekstern|externo|spam|suspected spam|caution)(?: e-?mail| mail)?:?\]|\*{3,5}\s?spam\s?\*{3,5})\s*/iy;

export interface Subject {
  readonly subject: string;
  /** What the outermost prefix says. */
  readonly relation: 'answer' | 'forward' | null;
}

/** `AW: [EXT] Re[2]: WG: Rechnung` is `Rechnung`, an answer. */
export function readSubject(whole: string): Subject {
  let at = 0;
  let relation: Subject['relation'] = null;
  for (;;) {
    const prefix = matchAt(marker, whole, at);
    if (prefix) relation ??= prefix[1] ? 'answer' : 'forward';
    const next = prefix ?? matchAt(gateway, whole, at);
    if (!next) return { subject: whole.slice(at).trim(), relation };
    at += next[0].length;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
