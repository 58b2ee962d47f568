// The figures of `tierline classify` as plain text for the terminal.
import type { Figures } from './classify-figures.ts';
import type { CurvePoint } from './classify-stream.ts';
import { type Style, short, table } from './layout.ts';

export interface Report {
  readonly figures: Figures;
  readonly learnedFrom: number;
  readonly secondsToLearn: number;
  readonly secondsPerMail: number;
  readonly curve: readonly CurvePoint[] | null;
}

const percent = (share: number | null): string => (share === null ? '-' : `${(100 * share).toFixed(1)} %`);
const mostConfusions = 12;

export function reportText(report: Report, { heading }: Style): string {
  const { figures } = report;
  const lines = [
    heading(`${figures.mails} mails, learned from ${report.learnedFrom} examples`),
    `  accuracy ${percent(figures.accuracy)}, macro-F1 ${percent(figures.macroF1)}, right or second guess ${percent(figures.amongFirstTwo)}`,
    ...(figures.pathAccuracy === null
      ? []
      : [`  category and subcategory right ${percent(figures.pathAccuracy)}`]),
    `  calibration error ${percent(figures.calibrationError)}, ${(1000 * report.secondsPerMail).toFixed(2)} ms a mail, learned in ${report.secondsToLearn.toFixed(1)} s`,
    '',
    heading('Sure enough to label at once'),
    ...table(
      ['target', '>of all mails', '>right'],
      figures.targets.map(({ target, coverage, accuracy }) => [
        percent(target),
        percent(coverage),
        percent(accuracy),
      ]),
    ),
    ...table(
      ['verdict', '>mails', '>right'],
      Object.entries(figures.verdicts).map(([name, { mails, accuracy }]) => [
        name,
        String(mails),
        percent(accuracy),
      ]),
    ),
    '',
    heading('By label'),
    ...table(
      ['label', '>mails', '>guessed', '>precision', '>recall', '>F1'],
      figures.labels.map(({ label, mails, guessed, precision, recall, f1 }) => [
        short(label, 40),
        String(mails),
        String(guessed),
        percent(precision),
        percent(recall),
        percent(f1),
      ]),
    ),
    '',
    heading('Most frequently taken for another'),
    ...table(
      ['label', 'taken for', '>mails'],
      figures.confusion
        .filter(({ label, guessed }) => label !== guessed)
        .slice(0, mostConfusions)
        .map(({ label, guessed, mails }) => [short(label, 36), short(guessed, 36), String(mails)]),
    ),
    ...curveLines(report.curve, heading),
  ];
  return `${lines.join('\n')}\n`;
}

function curveLines(curve: Report['curve'], heading: Style['heading']): readonly string[] {
  if (curve === null) return [];
  return [
    '',
    heading('Learning curve'),
    ...table(
      ['>mails', '>accuracy', '>sure', '>right of these'],
      curve.map(({ from, to, accuracy, sure, sureAccuracy }) => [
        `${from}-${to}`,
        percent(accuracy),
        percent(sure),
        percent(sureAccuracy),
      ]),
    ),
  ];
}
