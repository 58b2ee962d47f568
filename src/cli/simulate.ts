// `tierline simulate`: runs the desk over a mail archive in an imitated Google, and tells what it would have done.
import { writeFile } from 'node:fs/promises';
import { Unusable } from '../local/mail-files.ts';
import { type Progress, simulate } from '../local/simulate.ts';
import type { Simulation } from '../local/simulation.ts';
import type { Command, Terminal } from './command.ts';
import { colour, noColour } from './layout.ts';
import { progressTo } from './progress.ts';
import { readOptions, type SimulateOptions, usage } from './simulate-options.ts';
import { summary } from './simulation-summary.ts';

export const command: Command = {
  help: 'run the desk over a folder of .eml files or an .mbox, and tell what it would have done',
  usage,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readOptions(args);
  if ('wrong' in options) {
    terminal.err(`tierline simulate: ${options.wrong}\n\n${usage}`);
    return 2;
  }
  try {
    return await report(options, terminal);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    terminal.err(`tierline simulate: ${error.message}\n`);
    return 2;
  }
}

async function report(options: SimulateOptions, terminal: Terminal): Promise<number> {
  const progress = progressTo(terminal.err, process.stderr.isTTY === true);
  const simulation = await simulate(options, (step: Progress) => progress.step(step));
  progress.end();
  if (options.json !== '-') terminal.out(summary(simulation, process.stdout.isTTY ? colour : noColour));
  if (options.json !== null) await write(options.json, simulation, terminal);
  return 0;
}

async function write(path: string, simulation: Simulation, terminal: Terminal): Promise<void> {
  const text = `${JSON.stringify(simulation, null, 2)}\n`;
  if (path === '-') terminal.out(text);
  else await writeFile(path, text);
}
