// Sender and subject patterns: `*` stands for any run of characters, `?` for one. Case does not matter, nor
// do accents, except in addresses.
import { fold } from './words.ts';

const tidy = (text: string): string => fold(text).replace(/\s+/g, ' ').trim();
/** Of an address: `àcme.example` is somebody else's domain than `acme.example`. */
const exact = (text: string): string => text.trim().toLowerCase();
const hasWildcard = (pattern: string): boolean => /[*?]/.test(pattern);

/** Matches the whole text, in about its length times a thirtieth of the pattern's at worst. */
export function matchesWildcard(pattern: string, text: string): boolean {
  return matchesFolded(tidy(pattern), tidy(text));
}

/** The pieces between the stars, each at the first place after the one before: nothing is tried twice. */
function matchesFolded(pattern: string, text: string): boolean {
  const [head = '', ...pieces] = pattern.split('*');
  const tail = pieces.pop();
  if (!isAt(head, text, 0)) return false;
  if (tail === undefined) return head.length === text.length;
  let at = head.length;
  for (const piece of pieces) {
    const found = find(piece, text, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  const end = text.length - tail.length;
  return end >= at && isAt(tail, text, end);
}

function find(piece: string, text: string, from: number): number {
  if (!piece.includes('?')) return text.indexOf(piece, from);
  if (piece.length > bits) return findWithGaps(piece, text, from);
  for (let at = from; at + piece.length <= text.length; at++) if (isAt(piece, text, at)) return at;
  return -1;
}

/** Bits of a number that shift without a sign. */
const bits = 31;

/**
 * All places at once (shift-and): bit i of `state` says that the text up to here ends with the piece's first i + 1 signs. One
 * look at each sign of the text, however the piece repeats itself.
 */
function findWithGaps(piece: string, text: string, from: number): number {
  const cells = Math.ceil(piece.length / bits);
  const gaps = maskOf(piece, '?', new Int32Array(cells));
  const masks = new Map(
    [...new Set(piece.split(''))].map((sign) => [sign, maskOf(piece, sign, gaps)] as const),
  );
  const state = new Int32Array(cells);
  const last = piece.length - 1;
  for (let at = from; at < text.length; at++) {
    const mask = masks.get(text[at] ?? '') ?? gaps;
    let carry = 1;
    for (let cell = 0; cell < cells; cell++) {
      const before = state[cell] ?? 0;
      state[cell] = ((before << 1) | carry) & (mask[cell] ?? 0) & 0x7fffffff;
      carry = before >> (bits - 1);
    }
    if (((state[cells - 1] ?? 0) >> (last % bits)) & 1) return at - last;
  }
  return -1;
}

/** Where this sign stands in the piece, besides those of `others`. */
function maskOf(piece: string, sign: string, others: Int32Array): Int32Array {
  const mask = others.slice();
  for (let i = 0; i < piece.length; i++)
    if (piece[i] === sign) mask[Math.floor(i / bits)] = (mask[Math.floor(i / bits)] ?? 0) | (1 << (i % bits));
  return mask;
}

function isAt(piece: string, text: string, at: number): boolean {
  if (!piece.includes('?')) return text.startsWith(piece, at);
  if (at + piece.length > text.length) return false;
  for (let i = 0; i < piece.length; i++) if (piece[i] !== '?' && piece[i] !== text[at + i]) return false;
  return true;
}

/** A pattern with `*` or `?` stands for the whole subject; one without is found anywhere in it, as whole words. */
export function matchesSubject(pattern: string, subject: string): boolean {
  const wanted = tidy(pattern);
  if (wanted === '') return false;
  if (matchesFolded(wanted, tidy(subject))) return true;
  return !wanted.includes('*') && containsWords(tidy(subject), wanted);
}

function containsWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + words.length] ?? ' ';
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

/**
 * `acme.example` and `@acme.example`: everybody at that domain and below it (`mail.acme.example`).
 * `*@acme.example`: that domain alone. `jane@acme.example`: one address. `noreply@*`: that name anywhere.
 * `noreply`: that name anywhere, or these words in the sender's shown name.
 */
export function matchesSender(
  pattern: string,
  sender: { readonly address: string; readonly name?: string },
): boolean {
  const words = tidy(pattern);
  const wanted = exact(pattern);
  const address = exact(sender.address);
  if (wanted === '' || address === '') return false;
  if (wanted.lastIndexOf('@') > 0) return matchesFolded(wanted, address);
  const [local = '', domain = ''] = splitAddress(address);
  const name = wanted.startsWith('@') ? wanted.slice(1) : wanted;
  if (name.includes('.') || wanted.startsWith('@')) return isUnder(domain, name);
  return (
    matchesFolded(wanted, local) || (!hasWildcard(words) && containsWords(tidy(sender.name ?? ''), words))
  );
}

export function splitAddress(address: string): readonly [local: string, domain: string] {
  const at = address.lastIndexOf('@');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
}

function isUnder(domain: string, wanted: string): boolean {
  return matchesFolded(wanted, domain) || matchesFolded(`*.${wanted}`, domain);
}

const longestPattern = 200;
const regexSigns =
  /^\^|\$$|\\[dwsbDWSB.]|\[\^|\[[a-z0-9]-[a-z0-9]|\(\?|\([^()]*\|[^()]*\)|\.\+|^\.\*|\.\*[^.\s]|\{\d+,?\d*\}|^\/.*\/[a-z]*$/i;

/** Advice to the admin about a pattern, or null where it is sound. */
export function checkPattern(text: string): string | null {
  const pattern = text.trim();
  if (pattern === '')
    return 'The pattern is empty. Write a word, an address or a domain, or leave the cell empty.';
  if (pattern.length > longestPattern)
    return `The pattern is longer than ${longestPattern} characters. Shorten it with *.`;
  if (/^[*?@.\s]+$/.test(pattern))
    return `"${pattern}" matches every mail. Add the words or the domain you mean.`;
  if (regexSigns.test(pattern))
    return `"${pattern}" looks like a regular expression. Here * stands for any characters and ? for one: write *invoice* or *@acme.example.`;
  return null;
}
