// An example as a line of text for a cell, and back: numbers, from which nobody can read the mail.
import { base64 } from '../base64.ts';
import { fromBase64 } from '../reading/bytes.ts';
import { moods, severities } from '../rules.ts';
import type { Example, KeywordScore } from './example.ts';
import type { Features } from './features.ts';

const version = 1;

export function keep({ features, ...told }: Example): string {
  const scores = told.scores.map(({ category, subcategory, weight }) => [
    category,
    subcategory,
    Math.round(weight * 1000) / 1000,
  ]);
  return JSON.stringify({ version, ...told, scores, features: base64(bytesOf(features)) });
}

/** Null where the line is no example of this version: the others go on. */
export function kept(line: string): Example | null {
  try {
    const read = JSON.parse(line);
    if (read.version !== version || typeof read.key !== 'string' || typeof read.path?.category !== 'string')
      return null;
    return {
      key: read.key,
      path: { category: read.path.category, subcategory: read.path.subcategory ?? null },
      at: Number(read.at),
      trust: Number(read.trust),
      customer: read.customer ?? null,
      severity: severities.find((each) => each === read.severity) ?? null,
      mood: moods.find((each) => each === read.mood) ?? null,
      scores: read.scores.map(scoreOf),
      features: featuresIn(fromBase64(read.features)),
    };
  } catch {
    return null;
  }
}

/** Features alone, as text. */
export const featuresText = (features: Features): string => base64(bytesOf(features));

/** Null where the text is damaged. */
export function featuresOfText(text: string): Features | null {
  try {
    return featuresIn(fromBase64(text));
  } catch {
    return null;
  }
}

function scoreOf([category, subcategory, weight]: [string, string | null, number]): KeywordScore {
  return { category, subcategory, weight };
}

/** For each bucket the gap to the one before and, where it was hit more than once, how often. */
function bytesOf({ ids, counts }: Features): readonly number[] {
  const bytes: number[] = [];
  let before = -1;
  ids.forEach((id, at) => {
    const count = counts[at] ?? 1;
    putNumber(bytes, 2 * (id - before - 1) + (count > 1 ? 1 : 0));
    if (count > 1) bytes.push(count);
    before = id;
  });
  return bytes;
}

/** Seven bits a byte, the eighth says that more follow. */
function putNumber(bytes: number[], number: number): void {
  let left = number;
  for (; left > 127; left >>>= 7) bytes.push((left & 127) | 128);
  bytes.push(left);
}

function featuresIn(bytes: Uint8Array): Features {
  const ids: number[] = [];
  const counts: number[] = [];
  let at = 0;
  let before = -1;
  while (at < bytes.length) {
    let number = 0;
    let shift = 0;
    let byte = 128;
    for (; byte > 127 && at < bytes.length; shift += 7) {
      byte = bytes[at++] ?? 0;
      number |= (byte & 127) << shift;
    }
    before += (number >>> 1) + 1;
    ids.push(before);
    counts.push(number & 1 ? (bytes[at++] ?? 1) : 1);
  }
  return { ids: Uint16Array.from(ids), counts: Uint8Array.from(counts) };
}
