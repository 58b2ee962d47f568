// `tierline clock`: answers questions about working time, as JSON in and JSON out.
import { answer } from './clock-answers.ts';
import { questionForms } from './clock-questions.ts';
import type { Command, Terminal } from './command.ts';

const usage = `tierline clock: answers questions about working time.

  tierline clock < questions.json

  Standard input is a JSON array of questions; the answers come in the same order. For example

  [{"kind": "due", "start": "2026-03-27T16:30:00+01:00", "targetSeconds": 7200,
    "calendar": {"timeZone": "Europe/Oslo", "hours": {"mon": [["09:00", "17:00"]], "fri": [["09:00", "17:00"]]}}}]

  Kinds: ${Object.keys(questionForms).join(', ')}.
`;

export const command: Command = {
  help: 'answer questions about working time: JSON on standard input and output',
  usage,
  run: clock,
};

async function clock(_args: readonly string[], terminal: Terminal): Promise<number> {
  const questions = arrayIn(await textOf(terminal.input));
  if (!questions) {
    terminal.err('tierline clock: standard input must be a JSON array of questions.\n');
    return 2;
  }
  const now = Date.now();
  terminal.out(`${JSON.stringify(answerAll(questions, now), null, 2)}\n`);
  return 0;
}

/** One answer each, in order; a bad question is answered `{ error }` and the rest go on. */
export function answerAll(questions: readonly unknown[], now: number): readonly unknown[] {
  const calendars = new Map();
  return questions.map((question) => answer(question, { now, calendars }));
}

function arrayIn(text: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

async function textOf(input: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
