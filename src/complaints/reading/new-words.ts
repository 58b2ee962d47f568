// What is new in a mail: without quoted history, signature, and what a Group or a gateway added.
import { hasHistoryLine, newLines, type Relation } from './history.ts';
import type { Line } from './page.ts';
import { withoutSignature } from './signature.ts';
import { withoutGroupFooter } from './threading.ts';

const warning =
  /^\W{0,5}(?:caution|external|warning|achtung|vorsicht|let op|advarsel|attention|atenci\u00f3n)\b.{0,80}(?:e-?mail|message|nachricht|bericht|e-?post|absender|sender)/i;

/** Never empty when the mail has new text. A mail that answers with nothing but history has none. */
export function newWords(lines: readonly Line[], relation: Relation): string {
  const fresh = newLines(withoutWarning(lines), relation);
  const kept = hasInk(fresh) ? fresh : relation.isAnswer && hasHistoryLine(lines) ? [] : lines;
  return written(withoutSignature(withoutFooter(kept)));
}

/** A gateway's "CAUTION: this e-mail came from outside" above the text. */
function withoutWarning(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex((line) => line.text.trim() !== '');
  const text = lines[first]?.text.trim() ?? '';
  const isWarning =
    text.length < 400 && warning.test(text) && /outside|extern|organi[sz]ation|buiten|utenfor/i.test(text);
  return isWarning && hasInk(lines.slice(first + 1)) ? lines.slice(first + 1) : lines;
}

/** A Group's footer is the last thing in a mail and begins with the delimiter of signatures. */
function withoutFooter(lines: readonly Line[]): readonly Line[] {
  let at = lines.length - 1;
  while (at > 0 && !/^--(?: |$)/.test(lines[at]?.text ?? '')) at -= 1;
  const isFooter = at > 0 && withoutGroupFooter(`\n-- \n${written(lines.slice(at + 1))}`) === '';
  return isFooter ? lines.slice(0, at) : lines;
}

function hasInk(lines: readonly Line[]): boolean {
  return lines.some((line) => line.text.trim() !== '');
}

function written(lines: readonly Line[]): string {
  return lines
    .map((line) => line.text.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
