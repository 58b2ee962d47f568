// Text on cards: what people wrote is shown as they wrote it, never read as HTML, and cannot turn the words around it.

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** `plain('a < b')` is `a &lt; b`. For texts that know HTML. */
export function plain(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** At most `length` characters, the last one `…` when something was cut; never half an emoji. */
export function shortened(text: string, length: number): string {
  const signs = [...text.slice(0, length * 4)];
  return signs.length <= length && text.length <= length * 4
    ? text
    : `${signs.slice(0, length - 1).join('')}…`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** One line of somebody else's words, for texts without HTML: no control signs, and right-to-left words kept apart. */
export function oneLine(text: string, length = 120): string {
  const clean = shortened(
    text
      .slice(0, length * 8)
      .replace(unseen, '')
      .replace(/\s+/g, ' ')
      .trim(),
    length,
  );
  return rightToLeft.test(clean) ? `\u2068${clean}\u2069` : clean;
}

/** The same for texts that know HTML. */
export const quoted = (text: string, length?: number): string => plain(oneLine(text, length));

/** Somebody else's words with their line breaks, for texts that know HTML. */
export function paragraphs(text: string, length = 1_500): string {
  const clean = text
    .slice(0, length * 4)
    .replace(/\r\n?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(unseen, '');
  const short = shortened(clean.trim(), length);
  const lines = plain(short).replace(/\n/g, '<br>');
  return rightToLeft.test(short) ? `\u2068${lines}\u2069` : lines;
}

export const bold = (html: string): string => `<b>${html}</b>`;

/** Quiet words beside the important ones; the colour has enough contrast on white. */
export const quiet = (html: string): string => `<font color="#5f6368">${html}</font>`;
