// Lines of text from a text/plain part: quoted lines known by their `>`, flowed lines put together again.
import type { Line } from './page.ts';

/** `flowed`: the part is format=flowed (RFC 3676), where a line that ends in a space goes on in the next. */
export function linesOfPlain(text: string, flowed: boolean): readonly Line[] {
  const lines = text.split(/\r\n?|\n/).map(lineOf);
  return flowed ? unflowed(lines) : lines;
}

function lineOf(text: string): Line {
  const mark = /^ ?(?:> ?)+/.exec(text);
  return mark ? { text: text.slice(mark[0].length), role: 'quoted' } : { text, role: 'plain' };
}

function unflowed(lines: readonly Line[]): readonly Line[] {
  const done: Line[] = [];
  const pieces: string[] = [];
  for (const { text, role } of lines) {
    const goesOn = role === 'plain' && text.endsWith(' ') && text !== '-- ';
    if (role !== 'plain' && pieces.length > 0) done.push({ text: pieces.splice(0).join(''), role: 'plain' });
    pieces.push(text);
    if (!goesOn) done.push({ text: pieces.splice(0).join(''), role });
  }
  if (pieces.length > 0) done.push({ text: pieces.join(''), role: 'plain' });
  return done;
}
