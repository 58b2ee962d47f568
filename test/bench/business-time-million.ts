// Working time against moment-business-time over a million random questions, and every difference with its explanation.
// `npm run bench business-time-million`; among the other benches it asks fewer.
import { compare } from './business-time-cases.ts';
import type { Row } from './table.ts';

const isAsked = process.argv.slice(2).includes('business-time-million');

export function measure(): { readonly title: string; readonly rows: readonly Row[] } {
  const { tried, verdicts, unexplained } = compare(isAsked ? 1_000_000 : 20_000);
  for (const words of unexplained) process.stderr.write(`unexplained: ${words}\n`);
  if (unexplained.length > 0) process.exitCode = 1;
  return {
    title: `Working time beside moment-business-time: ${tried.toLocaleString('en')} random questions`,
    rows: Object.entries(verdicts).map(([answer, times]) => ({ answer, times })),
  };
}
