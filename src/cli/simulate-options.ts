// Reads the arguments of `tierline simulate`.
import { parseArgs } from 'node:util';

export interface SimulateOptions {
  /** A folder of .eml files or an .mbox; null: the sample. */
  readonly mail: string | null;
  /** A folder of CSV files, one for each tab; null: the starter workbook. */
  readonly rules: string | null;
  readonly from: number | null;
  readonly until: number | null;
  /** Minutes between ticks. */
  readonly tick: 1 | 5 | 10;
  /** Where the result goes as JSON; `-` is standard output. */
  readonly json: string | null;
  readonly support: string | null;
  /** People click as they usually do; always so with the sample. */
  readonly clicks: boolean;
}

export const usage = `tierline simulate: runs the desk over real mail and tells what it would have done.

  tierline simulate --mail <folder of .eml files, or .mbox> [options]
  tierline simulate --sample [options]

  --mail PATH        the mails: a folder of .eml files, or an .mbox such as Google Takeout makes
  --sample           the mails that ship with Tierline
  --rules FOLDER     the workbook as CSV files, one for each tab (default: the starter workbook)
  --support ADDRESS  the support mailbox (default: as the rules say, or as the mails show)
  --from ISO         leave out mails before this instant, such as 2026-03-23 or 2026-03-23T08:00+01:00
  --until ISO        stop at this instant (default: ten working days after the last mail)
  --tick 1m|5m|10m   how often the desk looks (default 5m)
  --clicks           let people click as they usually do: resolve after a thank-you that nobody answered, and
                     put spam and no-reply notifications aside (always with --sample)
  --json FILE        write everything that was found as JSON (- for standard output)
`;

/** The options, or what is wrong with the arguments in one sentence. */
export function readOptions(args: readonly string[]): SimulateOptions | { readonly wrong: string } {
  const parsed = parse(args);
  if ('wrong' in parsed) return parsed;
  const { values, positionals } = parsed;
  const from = instant(values.from);
  const until = instant(values.until);
  const tick = ticks[values.tick ?? '5m'];
  const wrong = firstOf([
    positionals.length > 0 &&
      `'${positionals[0]}' is no option. To name mails write --mail ${positionals[0]}.`,
    !values.mail && !values.sample && 'say which mails: --mail <folder or .mbox>, or --sample.',
    values.mail && values.sample && '--mail and --sample exclude each other.',
    from === 'wrong' && `--from: '${values.from}' is no instant. Write it like 2026-03-23T08:00Z.`,
    until === 'wrong' && `--until: '${values.until}' is no instant. Write it like 2026-04-22T16:00Z.`,
    typeof from === 'number' && typeof until === 'number' && until <= from && '--until must be after --from.',
    !tick && `--tick: '${values.tick}' is not possible. Apps Script can look every 1m, 5m or 10m.`,
    values.support !== undefined &&
      !isAddress(values.support) &&
      `--support: '${values.support}' is no e-mail address.`,
  ]);
  if (wrong || from === 'wrong' || until === 'wrong' || !tick)
    return { wrong: wrong ?? 'unreadable arguments.' };
  const { mail = null, rules = null, json = null } = values;
  return {
    mail,
    rules,
    from,
    until,
    tick,
    json,
    support: values.support?.toLowerCase() ?? null,
    clicks: values.clicks === true || mail === null,
  };
}

const ticks: Readonly<Record<string, 1 | 5 | 10>> = { '1': 1, '1m': 1, '5': 5, '5m': 5, '10': 10, '10m': 10 };

const known = {
  mail: { type: 'string' },
  sample: { type: 'boolean' },
  rules: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
  tick: { type: 'string' },
  json: { type: 'string' },
  support: { type: 'string' },
  clicks: { type: 'boolean' },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: true });
  } catch (error) {
    return { wrong: sentence((error as Error).message) };
  }
}

/** Node's own words go on about positionals; the first sentence says it. */
const sentence = (message: string): string => `${message.split(/\.\s/)[0]?.replace(/\.$/, '')}.`;

/** An ISO date or instant; without a zone it is UTC. */
function instant(text: string | undefined): number | null | 'wrong' {
  if (text === undefined) return null;
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text)) return 'wrong';
  const zoned = text.length > 10 && !/(Z|[+-]\d{2}:?\d{2})$/.test(text) ? `${text}Z` : text;
  const value = Date.parse(zoned.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(value) ? 'wrong' : value;
}

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);

const firstOf = (sentences: readonly (string | false | undefined)[]): string | null =>
  sentences.find((one): one is string => typeof one === 'string' && one !== '') ?? null;
