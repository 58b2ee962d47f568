// Whether a mail denies what it says: "not urgent", "nicht dringend", "niet boos", "ikke farlig".
import { fold, type Word } from './words.ts';

const asSet = (words: string): ReadonlySet<string> => new Set(fold(words).split(' '));

const negators = asSet(
  `not no never nobody none nothing without neither nor cannot cant dont doesnt didnt isnt wasnt arent werent wont wouldnt shouldnt hasnt havent hadnt
   nicht kein keine keinen keinem keiner keines nie niemals niemand ohne weder noch
   niet geen nooit niemand zonder noch
   ikke ingen aldri uten verken`.replace(/\s+/g, ' '),
);
/** After a negator they turn it round: "not only", "nicht nur", "niet alleen", "ikke bare"; "noch nie", "noch dringender". */
const turners = asSet('only just nur bloss alleen slechts bare kun merely');
const laterNegators = asSet('nicht niet ikke');
const contrasts = asSet('but however aber sondern doch maar echter men because since weil denn want fordi');
const reach = 3;

/** True when a negator stands up to three words before, in the same clause, or closes the clause right after ("es eilt nicht"). */
export function isNegated(words: readonly Word[], { first, last }: { first: number; last: number }): boolean {
  return negatedBefore(words, first) || negatedAfter(words, last);
}

function negatedBefore(words: readonly Word[], first: number): boolean {
  for (let at = first; at > 0 && first - at < reach; at--) {
    if (words[at]?.startsClause === true) return false;
    const before = words[at - 1]?.word ?? '';
    if (contrasts.has(before)) return false;
    if (negators.has(before)) return isNegator(words, at - 1);
  }
  return false;
}

/** German `noch` negates only in "weder ... noch"; elsewhere it means "still". */
function isNegator(words: readonly Word[], at: number): boolean {
  const word = words[at]?.word;
  if (word === 'noch') return words.slice(Math.max(0, at - 4), at).some((other) => other.word === 'weder');
  return !turners.has(words[at + 1]?.word ?? '');
}

function negatedAfter(words: readonly Word[], last: number): boolean {
  const next = words[last + 1];
  if (next === undefined || next.startsClause || !laterNegators.has(next.word)) return false;
  const third = words[last + 3];
  return words[last + 2]?.startsClause !== false || third === undefined || third.startsClause;
}
