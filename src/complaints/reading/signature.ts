// New words apart from the signature under them. In doubt a line stays: a lost complaint is worse than a kept name.
import type { Line } from './page.ts';
import { closingIn, isDisclaimer, isMobileLine } from './signature-words.ts';

const mostSignatureLines = 15;
const longestSignatureLine = 120;

/** The lines above the signature; all of them where nothing would be left. */
export function withoutSignature(lines: readonly Line[]): readonly Line[] {
  const steps = [withoutMarked, withoutDelimited, withoutDisclaimer, withoutMobileLine, withoutClosing];
  return steps.reduce((left, step) => {
    const shorter = step(left);
    return shorter.some(({ text }) => text.trim() !== '') ? shorter : left;
  }, lines);
}

/** Signatures that the mail's HTML names as such. */
function withoutMarked(lines: readonly Line[]): readonly Line[] {
  return lines.filter((line) => line.role !== 'signature');
}

/** From "-- " on. Without its space, "--" counts only above a few short lines. */
function withoutDelimited(lines: readonly Line[]): readonly Line[] {
  const at = lines.findIndex(({ text }) => text === '-- ');
  return at < 0 ? cutAt(lines, (text) => text === '--', mostSignatureLines) : lines.slice(0, at);
}

function withoutDisclaimer(lines: readonly Line[]): readonly Line[] {
  let start = 0;
  let paragraph: string[] = [];
  for (let i = 0; i <= lines.length; i++) {
    const text = lines[i]?.text.trim() ?? '';
    if (text !== '') {
      if (paragraph.length === 0) start = i;
      if (paragraph.length < mostSignatureLines) paragraph.push(text);
    } else if (paragraph.length > 0) {
      const isLast = i > lines.length / 3 || lines.length - i < mostSignatureLines;
      if (isLast && start > 0 && isDisclaimer(paragraph.join(' '))) return lines.slice(0, start);
      paragraph = [];
    }
  }
  return lines;
}

function withoutMobileLine(lines: readonly Line[]): readonly Line[] {
  return cutAt(lines, (text) => isMobileLine(text), 3);
}

function withoutClosing(lines: readonly Line[]): readonly Line[] {
  return cutAt(
    lines,
    (text) => closingIn(text) !== null && !closingIn(text)?.includes('?'),
    mostSignatureLines,
  );
}

/** Cuts at the last line that `begins` a signature, if no more than `most` lines follow and all look like one. */
function cutAt(lines: readonly Line[], begins: (text: string) => boolean, most: number): readonly Line[] {
  let following = 0;
  for (let i = lines.length - 1; i >= 0 && following <= most; i--) {
    const text = lines[i]?.text ?? '';
    if (text.trim() === '') continue;
    if (begins(text.trim())) return isSignature(lines.slice(i + 1)) ? lines.slice(0, i) : lines;
    following += 1;
  }
  return lines;
}

function isSignature(lines: readonly Line[]): boolean {
  const texts = lines.map(({ text }) => text.trim()).filter(Boolean);
  return texts.length <= mostSignatureLines && texts.every(looksLikeSignature);
}

/** Short, no question, no afterthought. */
function looksLikeSignature(text: string): boolean {
  const words = text.replace(/https?:\S+/g, '');
  return (
    words.length <= longestSignatureLine && !words.includes('?') && !/^p\.?\s?s\.?(?:[\s:,.]|$)/i.test(words)
  );
}
