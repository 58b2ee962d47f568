// Words and patterns that are looked for in mails; those that would find every mail are refused.
import { list, short } from './plain.ts';
import { eachOf, type Read, sound, unsound } from './reading.ts';

const longest = 200;

/** Each must hold a letter or digit, or it would match everything or nothing. */
export function patterns(kind: 'word' | 'sender' | 'subject'): Read<readonly string[]> {
  return (cell, names) => eachOf(list(cell, names).value ?? [], (part) => onePattern(part, kind));
}

function onePattern(part: string, kind: 'word' | 'sender' | 'subject') {
  if (part.length > longest)
    return unsound(`'${short(part)}' is longer than ${longest} letters.`, 'Shorten it.');
  if (!/[\p{L}\p{N}]/u.test(part)) {
    const advice = kind === 'sender' ? 'Write for example *@shop.example.' : 'Write a word with letters.';
    return unsound(`'${short(part)}' would match ${/[*?@]/.test(part) ? 'every mail' : 'nothing'}.`, advice);
  }
  return sound(kind === 'sender' ? part.toLowerCase() : part);
}

/** Text after a change, such as outer slashes taken off; nothing left is a trouble. */
export function changed(change: (cell: string) => string): Read<string> {
  return (cell) => {
    const left = change(cell);
    return left === ''
      ? unsound(`'${short(cell)}' says nothing.`, 'Leave it blank or write a name.')
      : sound(left);
  };
}
