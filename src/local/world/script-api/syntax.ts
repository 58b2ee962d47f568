// Google refuses a script that does not parse when it is pushed.
import { Script } from 'node:vm';
import { invalid } from './refusal.ts';

export function parseSync(source: string, name: string): void {
  try {
    new Script(source, { filename: `${name}.gs` });
  } catch (error) {
    throw invalid(`Syntax error: ${error instanceof Error ? error.message : error} file: ${name}.gs`);
  }
}
