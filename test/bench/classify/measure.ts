// Measures the classifier on the samples of samples.ts, beside the figures of linear_svc.py where they are given.
// tsx test/bench/classify/measure.ts SAMPLES [--rules FOLDER] [--svc FILE] [--files a,b] [--sizes 0,5,20,100,all] [--seeds 1,2,3] [--wrong 0.2]
// The model is packed and unpacked first, as the desk has it. FOLDER/<file>/Categories.csv holds the keywords for a file; without --rules only the examples are learned.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { predict } from '../../../src/cli/classify-answer.ts';
import { figuresOf } from '../../../src/cli/classify-figures.ts';
import { exampleFrom, readable, rulesFor } from '../../../src/cli/classify-model.ts';
import { type LabelledMail, readLabelled } from '../../../src/cli/labelled.ts';
import { byRules } from '../../../src/complaints/category.ts';
import { learn } from '../../../src/complaints/learning/learn.ts';
import { pack, unpack } from '../../../src/complaints/learning/pack.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rules: { type: 'string' },
    svc: { type: 'string' },
    files: { type: 'string' },
    sizes: { type: 'string', default: '5,20,100,all' },
    seeds: { type: 'string', default: '1,2,3' },
    wrong: { type: 'string', default: '0' },
  },
});
const [samples = ''] = positionals;
const files = values.files?.split(',') ?? [
  ...new Set(readdirSync(samples).map((name) => name.split('.')[0] ?? '')),
];
const wrong = Number(values.wrong);

interface Peer {
  readonly accuracy: number;
  readonly f1: number;
}
const peers = new Map<string, Peer>();
if (values.svc !== undefined) {
  for (const line of readFileSync(values.svc, 'utf8').split('\n').filter(Boolean)) {
    const { file, seed, size, accuracy, f1 } = JSON.parse(line);
    peers.set(`${file}.${seed}.${size}`, { accuracy, f1 });
  }
}

/** Every fifth label (as `wrong` says) is another one. */
function spoilt(mails: readonly LabelledMail[]): readonly LabelledMail[] {
  const labels = [...new Set(mails.map(({ label }) => label))].sort();
  let state = 7;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) / 2 ** 23;
  };
  return mails.map((mail) => {
    if (next() >= wrong) return mail;
    const others = labels.filter((label) => label !== mail.label);
    return { ...mail, label: others[Math.floor(next() * others.length)] ?? mail.label };
  });
}

type Figures = readonly number[];
const heads = [
  'acc',
  'F1',
  'svc acc',
  'svc F1',
  'rules',
  'sure',
  'right',
  'cal.err',
  'learn s',
  'ms/mail',
  'kB',
];

function measure(file: string, seed: string, size: string): Figures {
  const test = readLabelled(join(samples, `${file}.${seed}.test.jsonl`));
  const train =
    size === '0' ? [] : spoilt(readLabelled(join(samples, `${file}.${seed}.${size}.train.jsonl`)));
  const rules = rulesFor(values.rules === undefined ? null : join(values.rules, file), train);
  const started = process.cpuUsage().user;
  const whole = learn(
    train.map((mail) => exampleFrom(mail, rules)),
    rules,
  );
  const learned = process.cpuUsage().user;
  const cells = pack(whole);
  const model = unpack(cells) ?? whole;
  const ready = process.cpuUsage().user;
  const predictions = test.map((mail) => predict(model, mail, rules));
  const done = process.cpuUsage().user;
  const { accuracy, macroF1, verdicts, calibrationError } = figuresOf(predictions);
  const peer = peers.get(`${file}.${seed}.${size}`);
  const ruled = values.rules === undefined ? [] : test;
  const byRulesRight = ruled.filter((mail) => byRules(readable(mail), rules)[0].category === mail.label);
  return [
    accuracy,
    macroF1,
    peer?.accuracy ?? Number.NaN,
    peer?.f1 ?? Number.NaN,
    byRulesRight.length / ruled.length,
    verdicts.sure.mails / test.length,
    verdicts.sure.accuracy ?? Number.NaN,
    calibrationError,
    (learned - started) / 1e6,
    (done - ready) / 1e3 / test.length,
    cells.join('').length / 1e3,
  ];
}

const mean = (rows: readonly Figures[]): Figures =>
  heads.map((_, at) => {
    const told = rows.map((row) => row[at] ?? Number.NaN).filter((value) => !Number.isNaN(value));
    return told.reduce((sum, value) => sum + value, 0) / told.length;
  });
const line = (name: string, figures: Figures) =>
  `${name.padEnd(24)}${figures.map((value) => (Number.isNaN(value) ? '-' : value.toFixed(3)).padStart(9)).join('')}\n`;

process.stdout.write(`${''.padEnd(24)}${heads.map((head) => head.padStart(9)).join('')}\n`);
for (const size of values.sizes.split(',')) {
  const means = files.map((file) => {
    const figures = mean(values.seeds.split(',').map((seed) => measure(file, seed, size)));
    process.stdout.write(line(`${file} ${size}`, figures));
    return figures;
  });
  process.stdout.write(line(`MEAN ${size}`, mean(means)));
}
