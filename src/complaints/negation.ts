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
const turners = asSet('only just merely nur bloss alleen slechts bare kun');
const laterNegators = asSet('nicht niet ikke');
/** Words that may stand between a negator and what it denies: "not a very", "do not want to", "nobody was". */
const lightWords = asSet(
  `a an the any at all very really so that such particularly especially terribly yet want wish to be been was were is are got get
   ein eine einen einem einer der die das sehr wirklich so besonders unbedingt ganz wurde wurden wird ist war waren zu worden
   een de het heel erg zo echt bijzonder werd werden wordt is was waren te per se
   en et ei den det veldig så spesielt egentlig ble blir er var aa`.replace(/\s+/g, ' '),
);
/** What the verb of "es eilt nicht" or "det haster ikke" may follow. */
const subjects = asSet('es das dies det dette het dat dit und og en it');
const reach = 4;

/**
 * True when a negator stands shortly before, with nothing but light words between ("not very urgent"), or closes the
 * clause right after ("es eilt nicht"). "I will not accept this fraud" is no denial of the fraud.
 */
export function isNegated(words: readonly Word[], { first, last }: { first: number; last: number }): boolean {
  return negatedBefore(words, first) || (first === last && negatedAfter(words, last));
}

function negatedBefore(words: readonly Word[], first: number): boolean {
  for (let at = first; at > 0 && first - at < reach; at--) {
    if (words[at]?.startsClause === true) return false;
    const before = words[at - 1]?.word ?? '';
    if (negators.has(before)) return isNegator(words, at - 1);
    if (!lightWords.has(before)) return false;
  }
  return false;
}

/** German `noch` negates only in "weder ... noch"; elsewhere it means "still". */
function isNegator(words: readonly Word[], at: number): boolean {
  const word = words[at]?.word;
  if (word === 'noch') return words.slice(Math.max(0, at - 4), at).some((other) => other.word === 'weder');
  return !turners.has(words[at + 1]?.word ?? '');
}

function negatedAfter(words: readonly Word[], at: number): boolean {
  const verb = words[at];
  const negator = words[at + 1];
  if (verb === undefined || negator === undefined || negator.startsClause) return false;
  if (!laterNegators.has(negator.word)) return false;
  if (!verb.startsClause && !subjects.has(words[at - 1]?.word ?? '')) return false;
  const [next, afterNext] = [words[at + 2], words[at + 3]];
  return next === undefined || next.startsClause || afterNext === undefined || afterNext.startsClause;
}
