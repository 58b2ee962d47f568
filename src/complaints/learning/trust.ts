// How far a guess can be trusted: measured on mails that the model had not learned when it guessed them.

/** A guess whose right answer became known. */
export interface Trial {
  /** How far the best answer was ahead of the next. */
  readonly lead: number;
  readonly score: number;
  readonly right: boolean;
}

export interface Trust {
  /** Logistic curve: constant, lead, score of the best. */
  readonly curve: readonly [number, number, number];
  /** By percent of confidence (0 to 100): guesses made, and right ones among them. */
  readonly made: readonly number[];
  readonly right: readonly number[];
}

export type Verdict = 'sure' | 'likely' | 'unsure';

/** What was seen with rules alone; a team's own trials outweigh it soon. */
const usual: Trust['curve'] = [-0.7, 2.5, 0.8];
/** What the usual curve counts, in trials. */
const usualWeight = 6;
/** Until the curve stands still. */
const sweeps = 40;
const fewestTrials = 30;
const fewestAbove = 20;
/** How far below what was seen the truth is taken to be, in standard deviations: the best of many limits flatters, the more the fewer tried. */
const caution = (tried: number): number => 1.3 + 100 / tried;
export const likelyFrom = 0.5;

export const untried: Trust = { curve: usual, made: [], right: [] };

export function trustFrom(trials: readonly Trial[]): Trust {
  const curve = fitCurve(trials);
  const made = new Array<number>(101).fill(0);
  const right = new Array<number>(101).fill(0);
  for (const trial of trials) {
    const percent = Math.floor(100 * confidenceOf({ curve }, trial));
    made[percent] = (made[percent] as number) + 1;
    if (trial.right) right[percent] = (right[percent] as number) + 1;
  }
  return { curve, made, right };
}

export function confidenceOf({ curve }: Pick<Trust, 'curve'>, { lead, score }: Omit<Trial, 'right'>): number {
  const [constant, byLead, byScore] = curve;
  return 1 / (1 + Math.exp(-(constant + byLead * lead + byScore * score)));
}

/**
 * The lowest confidence from which on at least `target` of the guesses were right, with some caution; infinite where
 * too little was tried to know.
 */
export function sureFrom({ made, right }: Trust, target: number): number {
  const tried = made.reduce((sum, count) => sum + count, 0);
  if (tried < fewestTrials) return Number.POSITIVE_INFINITY;
  let [all, good, from] = [0, 0, Number.POSITIVE_INFINITY];
  for (let percent = made.length - 1; percent >= 0; percent--) {
    all += made[percent] as number;
    good += right[percent] as number;
    const share = (good + 1) / (all + 2);
    const doubt = caution(tried) * Math.sqrt((share * (1 - share)) / (all + 2));
    if (all >= fewestAbove && share - doubt >= target) from = percent / 100;
  }
  return from;
}

export function verdictOf(trust: Trust, confidence: number, target: number): Verdict {
  if (confidence >= sureFrom(trust, target)) return 'sure';
  return confidence >= likelyFrom ? 'likely' : 'unsure';
}

/** Newton's method on one number after the other; the usual curve pulls as some trials would. */
function fitCurve(trials: readonly Trial[]): Trust['curve'] {
  const curve: [number, number, number] = [...usual];
  for (let step = 0; step < 3 * sweeps; step++) {
    const at = step % 3;
    let bend = usualWeight * 0.25;
    let slope = bend * ((usual[at] as number) - (curve[at] as number));
    for (const trial of trials) {
      const chance = confidenceOf({ curve }, trial);
      const x = [1, trial.lead, trial.score][at] as number;
      slope += ((trial.right ? 1 : 0) - chance) * x;
      bend += chance * (1 - chance) * x * x;
    }
    curve[at] = (curve[at] as number) + Math.max(-2, Math.min(2, slope / bend));
  }
  return curve;
}
