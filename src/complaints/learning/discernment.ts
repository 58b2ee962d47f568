// Buckets that tell categories apart weigh up to twice as much as those which all categories have alike.
import { buckets, type Features } from './features.ts';

/** What counts as seen in every category before anything is: together one mail. */
const unseen = 1;
// Looking a global up in a loop is slow in a script's own context.
const { log } = Math;

/** By bucket 1 (in all categories alike) to 2 (in one alone): one less the entropy of its shares of the categories' mails. */
export function discernmentOf(
  documents: readonly { readonly features: Features; readonly answer: number }[],
  answers: number,
): Float32Array {
  const told = new Float32Array(buckets).fill(1);
  if (answers < 2) return told;
  const counts = new Float32Array(answers);
  /** By bucket, then by answer. */
  const seen = new Float32Array(buckets * answers);
  const isSeen = new Uint8Array(buckets);
  for (const { features, answer } of documents) {
    if (answer < 0) continue;
    counts[answer] = (counts[answer] as number) + 1;
    for (const id of features.ids) {
      isSeen[id] = 1;
      const at = id * answers + answer;
      seen[at] = (seen[at] as number) + 1;
    }
  }
  const shares = new Float64Array(answers);
  const most = log(answers);
  for (let id = 0; id < buckets; id++) {
    if (isSeen[id] === 0) continue;
    let all = 0;
    for (let at = 0; at < answers; at++) {
      const share = (seen[id * answers + at] as number) + unseen / answers;
      all += shares[at] = share / ((counts[at] as number) + 1);
    }
    let entropy = 0;
    for (let at = 0; at < answers; at++) {
      const share = (shares[at] as number) / all;
      entropy -= share * log(share);
    }
    told[id] = 2 - entropy / most;
  }
  return told;
}
