// Buckets that tell categories apart weigh up to twice as much as those which all categories have alike.
import { buckets, type Features } from './features.ts';

/** What counts as seen in every category before anything is: together one mail. */
const unseen = 1;

/** By bucket 1 (in all categories alike) to 2 (in one alone): one less the entropy of its shares of the categories' mails. */
export function discernmentOf(
  documents: readonly { readonly features: Features; readonly answer: number }[],
  answers: number,
): Float32Array {
  const told = new Float32Array(buckets).fill(1);
  if (answers < 2) return told;
  const counts = new Float32Array(answers);
  const seen = Array.from({ length: answers }, () => new Float32Array(buckets));
  for (const { features, answer } of documents) {
    counts[answer] = (counts[answer] ?? 0) + 1;
    const own = seen[answer];
    if (own !== undefined) for (const id of features.ids) own[id] = (own[id] as number) + 1;
  }
  const shares = new Float64Array(answers);
  for (let id = 0; id < buckets; id++) {
    if (seen.every((own) => own[id] === 0)) continue;
    let all = 0;
    for (let at = 0; at < answers; at++) {
      const share = ((seen[at] as Float32Array)[id] as number) + unseen / answers;
      all += shares[at] = share / ((counts[at] as number) + 1);
    }
    let entropy = 0;
    for (const share of shares) entropy -= (share / all) * Math.log(share / all);
    told[id] = 2 - entropy / Math.log(answers);
  }
  return told;
}
