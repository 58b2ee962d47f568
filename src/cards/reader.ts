// Who looks at a card: their language, habits, zone, and the instant they look.
import type { Instant } from '../complaints/time.ts';
import type { Words } from './words/en.ts';
import { wordsFor } from './words/for-locale.ts';

export interface Reader {
  readonly words: Words;
  /** For dates and numbers: `en-GB`, `de`, `nb`. */
  readonly locale: string;
  readonly timeZone: string;
  /** False where Gmail does not tell the zone: then the desk's is better than none. */
  readonly zoneTold: boolean;
  readonly now: Instant;
}

/** What Gmail tells of the person; nothing of it is certain to be there or sound. */
export interface Habits {
  readonly locale: string | null;
  readonly timeZone: string | null;
}

export function readerOf({ locale, timeZone }: Habits, now: Instant): Reader {
  const wanted = (locale ?? 'en').replace('_', '-');
  return {
    words: wordsFor(wanted),
    locale: soundLocale(wanted),
    timeZone: soundZone(timeZone),
    zoneTold: timeZone !== null,
    now,
  };
}

/** With the desk's zone for who does not tell Gmail their own. */
export const atDesk = (reader: Reader, { timeZone }: { readonly timeZone: string }): Reader =>
  reader.zoneTold ? reader : { ...reader, timeZone: soundZone(timeZone) };

/** `no` is a family of languages: its dates are written in `nb`. */
function soundLocale(wanted: string): string {
  const locale = wanted.replace(/^no\b/i, 'nb');
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function soundZone(wanted: string | null): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: wanted ?? 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
