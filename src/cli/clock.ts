// `tierline clock`: answers questions about working time, as JSON in and JSON out.
import { answer } from './clock-answers.ts';
import type { Command, Terminal } from './tierline.ts';

export const command: Command = {
  help: 'answer questions about working time: a JSON array on standard input, the answers on standard output',
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
