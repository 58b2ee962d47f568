// New words apart from quoted history: lines are marked here, planer decides from the marks what is history.
import { processMarkedLines } from 'planer';
import { attributionLength, blockLength, isForwardLine, isOriginalLine } from './history-words.ts';
import type { Line } from './page.ts';

type Mark = 'e' | 'f' | 'm' | 's' | 't';

/** Lines under one mark. planer's patterns are not linear, so it is given few of these, however long the mail. */
interface Block {
  readonly mark: Exclude<Mark, 'e'>;
  readonly from: number;
  to: number;
}

const mostBlocks = 300;
/** planer takes three quoted lines in a row for history even without a line above them. */
const fewQuoted = 3;

export interface Relation {
  readonly isAnswer: boolean;
  readonly isForward: boolean;
}

/**
 * The lines without history. A forward keeps what it forwards; of an answer that is written between quoted lines only
 * the new lines are kept. Empty where all is history.
 */
export function newLines(lines: readonly Line[], relation: Relation): readonly Line[] {
  const blocks = blocksOf(marked(lines, relation));
  const marks = blocks.map(marksOf).join('');
  if (/^t*f/.test(marks)) return lines;
  const hasHistory = relation.isAnswer || marks.includes('s') || marks.includes('m'.repeat(fewQuoted));
  if (!hasHistory) return lines.map(asTyped);
  const fresh = keptBlocks(blocks).filter(({ mark }) => mark === 't' || mark === 'f');
  return fresh.flatMap(({ from, to }) => lines.slice(from, to));
}

/** A `>` that quotes nobody is part of the sentence. */
function asTyped(line: Line): Line {
  return line.role === 'quoted' ? { text: `> ${line.text}`, role: 'plain' } : line;
}

/** True when somewhere a program says whose words it quotes. */
export function hasHistoryLine(lines: readonly Line[]): boolean {
  return marked(lines, { isAnswer: true, isForward: false }).includes('s');
}

/** planer is given the numbers of the blocks for lines; after its limit only the marks count. */
function keptBlocks(blocks: readonly Block[]): readonly Block[] {
  const judged = blocks.slice(0, mostBlocks);
  const names = judged.flatMap((block, i) => [
    String(i),
    ...Array<string>(marksOf(block).length - 1).fill(''),
  ]);
  const kept = new Set(processMarkedLines(names, judged.map(marksOf).join('')));
  return [...judged.filter((_, i) => kept.has(String(i))), ...blocks.slice(mostBlocks)];
}

function marksOf({ mark, from, to }: Block): string {
  return mark === 'm' ? 'm'.repeat(Math.min(to - from, fewQuoted)) : mark;
}

/** Runs of one mark; empty lines belong to what is above them. */
function blocksOf(marks: readonly Mark[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const [at, mark] of marks.entries()) {
    const last = blocks.at(-1);
    if (last && (mark === 'e' || mark === last.mark)) last.to = at + 1;
    else blocks.push({ mark: mark === 'e' ? 't' : mark, from: at, to: at + 1 });
  }
  return blocks;
}

function marked(lines: readonly Line[], { isForward }: Relation): Mark[] {
  const marks: Mark[] = [];
  while (marks.length < lines.length) {
    const at = marks.length;
    const { mark, length } = markAt(lines, at);
    for (let i = 0; i < length; i++) marks.push(isForward && mark === 's' ? 'f' : mark);
  }
  return marks;
}

function markAt(lines: readonly Line[], at: number): { readonly mark: Mark; readonly length: number } {
  const line = lines[at] as Line;
  const text = line.text.trim();
  if (text !== '' && isForwardLine(text)) return { mark: 'f', length: 1 };
  if (line.role === 'quoted') return { mark: 'm', length: 1 };
  if (text === '') return { mark: 'e', length: 1 };
  if (line.role === 'attribution' || isOriginalLine(text)) return { mark: 's', length: 1 };
  const length = attributionLength(lines, at) || blockLength(lines, at);
  if (length > 0) return { mark: 's', length };
  const rule = /^[_\u2500-]{5,}$/.test(text) ? blockLength(lines, at + 1) : 0;
  return rule > 0 ? { mark: 's', length: rule + 1 } : { mark: 't', length: 1 };
}
