// Reads the arguments of `tierline classify`.
import { parseArgs } from 'node:util';

export interface ClassifyOptions {
  /** A folder of CSV files; null: the examples' labels are the categories, or the starter's where there are none. */
  readonly rules: string | null;
  readonly examples: string | null;
  readonly evaluate: string | null;
  /** Where the result goes as JSON; `-` is standard output. */
  readonly json: string | null;
  readonly stream: boolean;
}

export const usage = `tierline classify: says what mails are about, and how sure it is.

  tierline classify [--rules FOLDER] [--examples FILE] < mails.json
  tierline classify [--rules FOLDER] [--examples FILE] --evaluate FILE [--stream] [--json FILE]

  Without --evaluate it reads a JSON array of mails, {subject?, text}, on standard input and prints what it takes them for.

  --rules FOLDER     the categories and their keywords, as CSV files (Categories.csv is enough)
  --examples FILE    JSON lines {id?, text | subject+text, label, sublabel?} to learn from
  --evaluate FILE    JSON lines of the same form: compare the labels with what is guessed
  --stream           guess each line of --evaluate before learning it, and print how it gets better
  --json FILE        write every prediction and all figures as JSON (- for standard output)
`;

const known = {
  rules: { type: 'string' },
  examples: { type: 'string' },
  evaluate: { type: 'string' },
  json: { type: 'string' },
  stream: { type: 'boolean' },
} as const;

/** The options, or what is wrong with the arguments in one sentence. */
export function readOptions(args: readonly string[]): ClassifyOptions | { readonly wrong: string } {
  try {
    const { values } = parseArgs({ args: [...args], options: known });
    if (values.stream && values.evaluate === undefined)
      return { wrong: '--stream needs --evaluate: the lines to guess and then to learn.' };
    const { rules = null, examples = null, evaluate = null, json = null, stream = false } = values;
    return { rules, examples, evaluate, json, stream };
  } catch (error) {
    return { wrong: `${(error as Error).message.split(/\.\s/)[0]?.replace(/\.$/, '')}.` };
  }
}
