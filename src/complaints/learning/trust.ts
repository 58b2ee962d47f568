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
    made[percent] = (made[percent] ?? 0) + 1;
    if (trial.right) right[percent] = (right[percent] ?? 0) + 1;
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
    all += made[percent] ?? 0;
    good += right[percent] ?? 0;
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

/** Newton's method on the trials; the usual curve pulls as some trials would. */
function fitCurve(trials: readonly Trial[]): Trust['curve'] {
  const curve: [number, number, number] = [...usual];
  for (let round = 0; round < 25 && trials.length > 0; round++) {
    const slope = curve.map((value, at) => usualWeight * 0.25 * ((usual[at] ?? 0) - value));
    const bend = [0, 1, 2].map((row) => [0, 1, 2].map((column) => (row === column ? usualWeight * 0.25 : 0)));
    for (const trial of trials) {
      const chance = confidenceOf({ curve }, trial);
      const x = [1, trial.lead, trial.score];
      for (const row of [0, 1, 2]) {
        slope[row] = (slope[row] ?? 0) + ((trial.right ? 1 : 0) - chance) * (x[row] ?? 0);
        const line = bend[row] ?? [];
        for (const column of [0, 1, 2])
          line[column] = (line[column] ?? 0) + chance * (1 - chance) * (x[row] ?? 0) * (x[column] ?? 0);
      }
    }
    const step = solve(bend, slope);
    step.forEach((value, at) => {
      curve[at] = (curve[at] ?? 0) + Math.max(-2, Math.min(2, value));
    });
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  return curve;
}

/** Three equations, by elimination; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], wanted: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, wanted[at] ?? 0]);
  rows.forEach((pivot, at) => {
    rows.forEach((row, other) => {
      if (other === at) return;
      const times = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column < row.length; column++)
        row[column] = (row[column] ?? 0) - times * (pivot[column] ?? 0);
    });
  });
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}
