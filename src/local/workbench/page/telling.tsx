// While the story is told for the first time: how far it has come.
import { dayAndTime } from './time-words.ts';

export function Telling({
  passing,
}: {
  readonly passing: { readonly at: number; readonly until: number } | null;
}) {
  const from = passing ? passing.until - 55 * 3_600_000 : 0;
  const share = passing ? Math.max(0.02, (passing.at - from) / (passing.until - from)) : 0.02;
  return (
    <div class="telling">
      <h1>Tierline workbench</h1>
      <p>Two days of a support mailbox are being played through the real desk. This happens once.</p>
      <progress value={share} max={1} aria-label="The story so far" />
      <p class="quiet">{passing ? dayAndTime(passing.at, 'Europe/Oslo') : 'Building the scripts ...'}</p>
    </div>
  );
}
