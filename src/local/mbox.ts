// Finds the mails in an .mbox file, such as Google Takeout writes, without holding the file.
import { createReadStream } from 'node:fs';

/** Where one mail's bytes are in the file: `from` included, `to` not. */
export interface MboxEntry {
  readonly from: number;
  readonly to: number;
}

/** `From ` someone, a weekday, a month, a day, a time: Takeout, Thunderbird, mutt and Dovecot all write that much. */
const separator =
  /^From (?:.*\s)?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{1,2}\s+\d{1,2}:\d{2}/;

/** A separator line is never longer. */
const longestSeparator = 998;

/** Bytes before a separator that tell whether an empty line comes before it. */
const lookBehind = 4;

interface Separator {
  readonly lineStart: number;
  readonly lineEnd: number;
}

/** The mails of an .mbox, first to last. Holds one chunk at a time, so that a Takeout of many GB passes through. */
export async function* mboxEntries(path: string, chunkSize = 1 << 20): AsyncGenerator<MboxEntry> {
  let open: Separator | null = null;
  let size = 0;
  for await (const next of separators(path, chunkSize)) {
    if (typeof next === 'number') size = next;
    else {
      if (open) yield { from: open.lineEnd, to: next.lineStart };
      open = next;
    }
  }
  if (open) yield { from: open.lineEnd, to: size };
}

/** Every separator's place, and at the end the size of the file. */
async function* separators(path: string, chunkSize: number): AsyncGenerator<Separator | number> {
  let kept: Buffer = Buffer.alloc(0);
  let keptFrom = 0;
  let searched = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkSize }) as AsyncIterable<Buffer>) {
    const buffer: Buffer = Buffer.concat([kept, chunk]);
    const sure = Math.max(0, buffer.length - longestSeparator);
    yield* separatorsIn(buffer, { keptFrom, from: searched - keptFrom, to: sure });
    searched = Math.max(searched, keptFrom + sure);
    const keep = Math.max(0, searched - keptFrom - lookBehind);
    kept = buffer.subarray(keep);
    keptFrom += keep;
  }
  yield* separatorsIn(kept, { keptFrom, from: searched - keptFrom, to: kept.length });
  yield keptFrom + kept.length;
}

interface Window {
  readonly keptFrom: number;
  readonly from: number;
  readonly to: number;
}

function* separatorsIn(buffer: Buffer, { keptFrom, from, to }: Window): Generator<Separator> {
  for (let at = buffer.indexOf('From ', from); at >= 0 && at < to; at = buffer.indexOf('From ', at + 1)) {
    if (!afterEmptyLine(buffer, at, keptFrom)) continue;
    const newline = buffer.indexOf(10, at);
    const end = newline < 0 ? buffer.length : newline + 1;
    if (separator.test(buffer.toString('latin1', at, Math.min(end, at + longestSeparator))))
      yield { lineStart: keptFrom + at, lineEnd: keptFrom + end };
  }
}

function afterEmptyLine(buffer: Buffer, at: number, keptFrom: number): boolean {
  if (keptFrom + at === 0) return true;
  if (keptFrom + at === 3 && buffer[0] === 0xef) return true;
  if (buffer[at - 1] !== 10) return false;
  const before = buffer[at - 2] === 13 ? at - 3 : at - 2;
  return buffer[before] === 10 || keptFrom + before < 0;
}

/** Takes one `>` from each line that begins with `>From `, `>>From ` ... (mboxrd) and the empty line mbox adds at the end. */
export function unquoted(entry: Buffer): Uint8Array {
  const end = withoutLastEmptyLine(entry);
  const pieces: Buffer[] = [];
  let start = 0;
  for (let at = entry.indexOf('>From '); at >= 0 && at < end; at = entry.indexOf('>From ', at + 1)) {
    let line = at;
    while (line > 0 && entry[line - 1] === 62) line -= 1;
    if (line > 0 && entry[line - 1] !== 10) continue;
    pieces.push(entry.subarray(start, at));
    start = at + 1;
  }
  return start === 0 ? entry.subarray(0, end) : Buffer.concat([...pieces, entry.subarray(start, end)]);
}

function withoutLastEmptyLine(entry: Buffer): number {
  const { length } = entry;
  if (entry.subarray(-4).toString('latin1') === '\r\n\r\n') return length - 2;
  return entry.subarray(-2).toString('latin1') === '\n\n' ? length - 1 : length;
}
