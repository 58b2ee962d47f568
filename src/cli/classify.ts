// `tierline classify`: says what mails are about, or measures how well it would.
import { writeFileSync } from 'node:fs';
import { cpuUsage } from 'node:process';
import type { Example } from '../complaints/learning/example.ts';
import { learn } from '../complaints/learning/learn.ts';
import type { Rules } from '../complaints/rules.ts';
import { problemText } from '../rules/problem.ts';
import { answer, predict } from './classify-answer.ts';
import { figuresOf, type Prediction } from './classify-figures.ts';
import { exampleFrom, rulesFor, rulesIn } from './classify-model.ts';
import { type ClassifyOptions, readOptions, usage } from './classify-options.ts';
import { type Report, reportText } from './classify-report.ts';
import { stream } from './classify-stream.ts';
import type { Command, Terminal } from './command.ts';
import { type LabelledMail, readLabelled, readMails, WrongInput } from './labelled.ts';
import { colour, noColour } from './layout.ts';

export const command: Command = {
  help: 'say what mails are about and how sure that is, or measure it on labelled mails',
  usage,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readOptions(args);
  if ('wrong' in options) {
    terminal.err(`tierline classify: ${options.wrong}\n\n${usage}`);
    return 2;
  }
  try {
    await classify(options, terminal);
    return 0;
  } catch (error) {
    if (!(error instanceof WrongInput)) throw error;
    terminal.err(`tierline classify: ${error.message}\n`);
    return 2;
  }
}

async function classify(options: ClassifyOptions, terminal: Terminal): Promise<void> {
  const labelled = options.examples === null ? [] : readLabelled(options.examples);
  const toEvaluate = options.evaluate === null ? null : readLabelled(options.evaluate);
  if (toEvaluate?.length === 0) throw new WrongInput(`${options.evaluate} holds no mails to evaluate.`);
  const known = [...labelled, ...(options.stream ? (toEvaluate ?? []) : [])];
  const rules = options.rules === null ? rulesFor(null, known) : told(options.rules, known, terminal);
  const examples = labelled.map((mail) => exampleFrom(mail, rules));
  if (toEvaluate !== null) return evaluate(toEvaluate, { examples, rules, options, terminal });
  const mails = readMails(await textOf(terminal.input));
  const model = learn(examples, rules);
  const answers = mails.map((mail) => answer(model, mail, rules));
  write(`${JSON.stringify(answers, null, 2)}\n`, options.json ?? '-', terminal);
}

/** The folder's rules; what is wrong in them is told. */
function told(folder: string, examples: readonly LabelledMail[], terminal: Terminal): Rules {
  const { rules, problems } = given(folder);
  for (const problem of problems) terminal.err(`tierline classify: ${problemText(problem)}\n`);
  if (rules.categories.length === 0 && examples.length === 0)
    throw new WrongInput(`${folder} has no category.`);
  return rules;
}

function given(folder: string): ReturnType<typeof rulesIn> {
  try {
    return rulesIn(folder);
  } catch (cause) {
    throw new WrongInput(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

interface Evaluation {
  readonly examples: readonly Example[];
  readonly rules: Rules;
  readonly options: ClassifyOptions;
  readonly terminal: Terminal;
}

function evaluate(mails: readonly LabelledMail[], evaluation: Evaluation): void {
  const { options, terminal } = evaluation;
  const { predictions, report } = options.stream ? streamed(mails, evaluation) : measured(mails, evaluation);
  if (options.json !== '-') terminal.out(reportText(report, process.stdout.isTTY ? colour : noColour));
  if (options.json !== null) {
    const { figures, ...times } = report;
    write(`${JSON.stringify({ ...figures, ...times, predictions }, null, 1)}\n`, options.json, terminal);
  }
}

interface Evaluated {
  readonly predictions: readonly Prediction[];
  readonly report: Report;
}

function measured(mails: readonly LabelledMail[], { examples, rules }: Evaluation): Evaluated {
  const before = seconds();
  const model = learn(examples, rules);
  const learned = seconds();
  const predictions = mails.map((mail) => predict(model, mail, rules));
  return {
    predictions,
    report: {
      figures: figuresOf(predictions),
      learnedFrom: model.count,
      secondsToLearn: learned - before,
      secondsPerMail: (seconds() - learned) / Math.max(1, mails.length),
      curve: null,
    },
  };
}

function streamed(mails: readonly LabelledMail[], { examples, rules }: Evaluation): Evaluated {
  const before = seconds();
  const { predictions, curve } = stream(mails, { examples, rules });
  const used = seconds() - before;
  return {
    predictions,
    report: {
      figures: figuresOf(predictions),
      learnedFrom: examples.length + mails.length,
      secondsToLearn: used,
      secondsPerMail: used / Math.max(1, mails.length),
      curve,
    },
  };
}

/** Seconds of processor time used so far. */
function seconds(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1e6;
}

async function textOf(input: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function write(text: string, path: string, terminal: Terminal): void {
  if (path === '-') {
    terminal.out(text);
    return;
  }
  try {
    writeFileSync(path, text);
  } catch (cause) {
    throw new WrongInput(`${path} cannot be written.`, { cause });
  }
}
