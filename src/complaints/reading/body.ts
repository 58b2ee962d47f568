// The text of a mail: which of its parts a person would read, decoded, as lines.
import { fromBase64 } from './bytes.ts';
import { decodeText } from './charset.ts';
import { linesOfHtml } from './html-text.ts';
import type { Line } from './page.ts';
import type { Part } from './parts.ts';
import { linesOfPlain } from './plain-text.ts';

/** Longer text is cut: it is a log file or an attack, and the desk has six minutes. */
const longestText = 1_000_000;

export interface Body {
  readonly lines: readonly Line[];
  /** All of the text, history with `> ` before its lines. */
  readonly text: string;
}

/** Plain text where there is some, else HTML; a mail that has only another mail attached is read by that one. */
export function bodyOf(parts: readonly Part[]): Body {
  const own = linesOf(parts.filter((part) => !part.inAttachedMail));
  const lines = hasText(own) ? own : linesOf(parts.filter((part) => part.inAttachedMail));
  return { lines, text: textOf(lines) };
}

function linesOf(parts: readonly Part[]): readonly Line[] {
  const texts = parts.filter((part) => !part.isAttached && /^text\/(plain|html)$/.test(part.type));
  const chosen: (readonly Line[])[] = [];
  const read = new Set<number>();
  for (const part of texts) {
    if (part.alternative === null) {
      chosen.push(linesOfPart(part));
    } else if (!read.has(part.alternative)) {
      read.add(part.alternative);
      chosen.push(better(texts.filter((other) => other.alternative === part.alternative)));
    }
  }
  return chosen.filter(hasText).flatMap((lines, i) => (i === 0 ? [...lines] : [emptyLine, ...lines]));
}

/** Of a text that was sent in two forms: the plain one, unless it is empty or only points to the other. */
function better(alternatives: readonly Part[]): readonly Line[] {
  const plain = alternatives.filter((part) => part.type === 'text/plain').flatMap(linesOfPart);
  if (hasText(plain) && !saysNothing(plain)) return plain;
  const html = alternatives.filter((part) => part.type === 'text/html').flatMap(linesOfPart);
  return hasText(html) ? html : plain;
}

function saysNothing(lines: readonly Line[]): boolean {
  const text = lines
    .slice(0, 20)
    .map((line) => line.text)
    .join(' ')
    .trim();
  return (
    text.length < 250 &&
    lines.length < 20 &&
    /\bhtml\b/i.test(text) &&
    /view|display|support|anzeig|darstell|weerge/i.test(text)
  );
}

function linesOfPart(part: Part): readonly Line[] {
  const text = decodedText(part);
  const isHtml = part.type === 'text/html' || /^\s{0,100}<(!doctype html|html)\b/i.test(text);
  return isHtml
    ? linesOfHtml(text)
    : linesOfPlain(text, part.contentType.parameters.get('format') === 'flowed');
}

function decodedText(part: Part): string {
  const data = part.part.body?.data;
  if (typeof data !== 'string') return '';
  const bytes = fromBase64(data.slice(0, longestText * 4));
  const charset = part.contentType.parameters.get('charset') ?? null;
  return cleaned(decodeText(bytes, charset).slice(0, longestText));
}

/** No control characters, no invisible ones that would split words. */
function cleaned(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u00ad\u200b\u2060\ufeff]/gu, '')
    .replace(/[\u00a0\u202f]/g, ' ');
}

function textOf(lines: readonly Line[]): string {
  const written = lines.map(({ text, role }) => (role === 'quoted' ? `> ${text}` : text).trimEnd());
  return written.join('\n').trim();
}

function hasText(lines: readonly Line[]): boolean {
  return lines.some((line) => line.text.trim() !== '');
}

const emptyLine: Line = { text: '', role: 'plain' };
