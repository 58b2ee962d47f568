// Lines of text from HTML, in one pass and without a tree: a hostile page costs no more than its length.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { withoutEntities } from './entities.ts';
import { emojiOf, isHidden, roleOf } from './html-signs.ts';
import { blankPage, type Line, type LineRole, type Page } from './page.ts';

const wordless = new Set(
  'head script style title template object svg math select noscript textarea xml'.split(' '),
);
const voids = new Set(
  'area base br col embed hr img input link meta source track wbr basefont frame param'.split(' '),
);
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl blockquote table pre hr'.split(' '));
const blocks = new Set(
  'div tr li dt dd section article header footer main nav aside address form fieldset center body caption'.split(
    ' ',
  ),
);

/** An element that changes what its content means, until its own end tag. */
interface Region {
  readonly tag: string;
  readonly is: LineRole | 'skipped';
  /** Elements of the same name that are open in it, itself included. */
  open: number;
}

interface Reader {
  readonly page: Page;
  readonly regions: Region[];
  /** Numbers of the open lists' last items; null for lists without numbers. */
  readonly lists: (number | null)[];
  preformatted: number;
  readonly readsHidden: boolean;
}

/**
 * Lists keep their dashes and numbers, tables their rows; scripts, styles and hidden text go. Lines of history and
 * signatures are kept with their role. A page whose every word is hidden is read as if nothing were.
 */
export function linesOfHtml(html: string): readonly Line[] {
  const lines = read(html, false);
  return lines.some((line) => line.text.trim() !== '') ? lines : read(html, true);
}

function read(html: string, readsHidden: boolean): readonly Line[] {
  const reader: Reader = { page: blankPage(), regions: [], lists: [], preformatted: 0, readsHidden };
  const tokenizer = new Tokenizer({ decodeEntities: false }, callbacksFor(reader, html));
  tokenizer.write(html);
  tokenizer.end();
  return reader.page.lines();
}

function callbacksFor(reader: Reader, html: string): TokenizerCallbacks {
  let tag = '';
  let attribute = '';
  let attributes = new Map<string, string>();
  const addToAttribute = (text: string) =>
    attributes.set(attribute, (attributes.get(attribute) ?? '') + text);
  const opened = () => open(reader, tag, attributes);
  const nothing = () => {};
  return {
    ontext: (from, to) => write(reader, withoutEntities(html.slice(from, to))),
    ontextentity: nothing,
    onopentagname: (from, to) => {
      tag = html.slice(from, to).toLowerCase();
      attributes = new Map();
    },
    onattribname: (from, to) => {
      attribute = html.slice(from, to).toLowerCase();
    },
    onattribdata: (from, to) => addToAttribute(withoutEntities(html.slice(from, to), true)),
    onattribentity: nothing,
    onattribend: () => addToAttribute(''),
    onopentagend: opened,
    onselfclosingtag: opened,
    onclosetag: (from, to) => close(reader, html.slice(from, to).toLowerCase()),
    oncdata: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onend: nothing,
    onprocessinginstruction: nothing,
  };
}

function write(reader: Reader, text: string): void {
  const is = reader.regions.at(-1)?.is ?? 'plain';
  if (is !== 'skipped') reader.page.write(text, is, reader.preformatted > 0);
}

function open(reader: Reader, tag: string, attributes: ReadonlyMap<string, string>): void {
  if (tag === 'body') leaveHead(reader);
  const region = reader.regions.at(-1);
  if (region?.tag === tag) region.open += 1;
  if (region?.is === 'skipped') return;
  breakBefore(reader, tag, attributes);
  if (voids.has(tag)) {
    openVoid(reader, tag, attributes);
    return;
  }
  const is = meaningOf(reader, tag, attributes);
  if (is && region?.is !== is && region?.is !== 'quoted') reader.regions.push({ tag, is, open: 1 });
  if (tag === 'pre') reader.preformatted += 1;
  if (tag === 'ol' || tag === 'ul') reader.lists.push(tag === 'ol' ? 0 : null);
  if (tag === 'li') write(reader, bullet(reader.lists));
}

function meaningOf(
  reader: Reader,
  tag: string,
  attributes: ReadonlyMap<string, string>,
): Region['is'] | null {
  if (wordless.has(tag)) return 'skipped';
  if (!reader.readsHidden && tag !== 'body' && isHidden(attributes)) return 'skipped';
  return roleOf(tag, attributes);
}

function openVoid(reader: Reader, tag: string, attributes: ReadonlyMap<string, string>): void {
  const is = reader.regions.at(-1)?.is ?? 'plain';
  if (tag === 'br' && is !== 'skipped') reader.page.breakLine(is);
  if (tag === 'img') write(reader, emojiOf(attributes));
}

function close(reader: Reader, tag: string): void {
  const region = reader.regions.at(-1);
  if (region?.tag === tag) region.open -= 1;
  if (region?.is !== 'skipped') breakAfter(reader, tag);
  if (region?.open === 0) reader.regions.pop();
}

function breakBefore(reader: Reader, tag: string, attributes: ReadonlyMap<string, string>): void {
  if (tag === 'p' && isTight(attributes)) reader.page.endLine();
  else if (paragraphs.has(tag) && !(reader.lists.length > 0 && /^[uo]l$/.test(tag)))
    reader.page.endParagraph();
  else if (blocks.has(tag)) reader.page.endLine();
  else if (tag === 'td' || tag === 'th') write(reader, ' ');
}

function breakAfter(reader: Reader, tag: string): void {
  if (tag === 'pre') reader.preformatted = Math.max(0, reader.preformatted - 1);
  if (tag === 'ol' || tag === 'ul') reader.lists.pop();
  if (tag === 'p' || blocks.has(tag)) reader.page.endLine();
  else if (paragraphs.has(tag) && reader.lists.length === 0) reader.page.endParagraph();
}

/** Outlook makes each line a paragraph without margins. */
function isTight(attributes: ReadonlyMap<string, string>): boolean {
  const style = (attributes.get('style') ?? '').slice(0, 500);
  return /MsoNormal|MsoPlainText/.test(attributes.get('class') ?? '') || /margin\s*:\s*0/.test(style);
}

function bullet(lists: (number | null)[]): string {
  const number = lists.at(-1) ?? null;
  if (number === null) return '- ';
  lists[lists.length - 1] = number + 1;
  return `${number + 1}. `;
}

/** A head that is never closed ends where the body begins. */
function leaveHead(reader: Reader): void {
  while (reader.regions.at(-1)?.is === 'skipped') reader.regions.pop();
}
