// The short text Gmail shows beside a subject: first words of the mail, HTML-escaped.

import { Parser } from 'htmlparser2';
import { inUtf8 } from './bytes.ts';
import type { Part } from './mime.ts';

/** Published samples end between 150 and 200 characters. */
const longest = 200;

/** Enough of a body to find its first words in. */
const enough = 20_000;

export const text = (part: Part, limit?: number): string =>
  new TextDecoder().decode(
    inUtf8(limit === undefined ? part.body : part.body.subarray(0, limit), part.charset),
  );

export function leaves(part: Part): Part[] {
  const found: Part[] = [];
  const waiting = [part];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.parts.length === 0) found.push(next);
    else waiting.push(...[...next.parts].reverse());
  }
  return found;
}

const silent = new Set(['style', 'script', 'head', 'title']);

/** What a reader sees of an HTML mail. */
export function wordsOfHtml(html: string): string {
  let words = '';
  let hidden = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (silent.has(name)) hidden += 1;
      if (!/^(b|i|u|em|strong|span|a|font)$/.test(name)) words += ' ';
    },
    onclosetag(name) {
      if (silent.has(name)) hidden -= 1;
    },
    ontext(data) {
      if (hidden === 0) words += data;
    },
  });
  parser.end(html);
  return words;
}

/** The mail's words: its plain text, else its HTML without the tags. */
export function words(root: Part, limit?: number): string {
  const parts = leaves(root).filter((part) => part.filename === '');
  const plain = parts.find((part) => part.type === 'text/plain');
  if (plain && plain.body.length > 0) return text(plain, limit);
  const html = parts.find((part) => part.type === 'text/html');
  return html ? wordsOfHtml(text(html, limit)) : '';
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function snippet(root: Part): string {
  const line = words(root, enough).replaceAll('\0', ' ').replace(/\s+/g, ' ').trim();
  const cut = line.length <= longest ? line : line.slice(0, longest).replace(/\s+\S*$/, '');
  return cut.replace(/[&<>"']/g, (char) => escapes[char] ?? char);
}
