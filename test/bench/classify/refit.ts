// How long it takes to learn 20,000 examples anew, and the longest step without a pause.
// tsx test/bench/classify/refit.ts LABELS FILE.jsonl...  takes the mails of the files again and again, each time with other words missing
// NODE_OPTIONS=--no-opt (with --jitless no code is compiled at all) stands in for a slow Apps Script.
import { exampleFrom, readable, rulesFor } from '../../../src/cli/classify-model.ts';
import { readLabelled } from '../../../src/cli/labelled.ts';
import { judge } from '../../../src/complaints/learning/judge.ts';
import { learning } from '../../../src/complaints/learning/learn.ts';
import { pack, unpack } from '../../../src/complaints/learning/pack.ts';

const [labels = '10', ...files] = process.argv.slice(2);
const count = Number(process.env.COUNT ?? 20_000);
const mails = files.flatMap((file) => readLabelled(file));
const names = [...new Set(mails.map(({ label }) => label))].sort();
const rows = Array.from({ length: count }, (_, at) => {
  const mail = mails[at % mails.length] as (typeof mails)[number];
  const turn = Math.floor(at / mails.length);
  const words = mail.text.split(' ').filter((_, place) => turn === 0 || (place * 7 + turn) % 5 !== 0);
  const label = String(names.indexOf(mail.label) % Number(labels));
  return { id: String(at), subject: '', text: words.join(' '), label, sublabel: null };
});
const rules = rulesFor(null, rows);

const cpu = () => process.cpuUsage().user / 1e6;
const say = (what: string, seconds: number) =>
  process.stdout.write(`${what.padEnd(34)}${seconds.toFixed(3)} s\n`);

let before = cpu();
const examples = rows.map((row) => exampleFrom(row, rules));
say(`read ${count} mails`, cpu() - before);
say('  each', (cpu() - before) / count);

before = cpu();
const steps = learning(examples, rules);
let longest = 0;
let step = steps.next();
for (let last = before; !step.done; step = steps.next()) {
  longest = Math.max(longest, cpu() - last);
  last = cpu();
}
const model = step.value;
say(`learn ${model.count} examples`, cpu() - before);
say('  longest step', longest);

before = cpu();
const cells = pack(model);
say(`pack into ${cells.join('').length} characters`, cpu() - before);
before = cpu();
unpack(cells);
say('unpack', cpu() - before);

before = cpu();
const some = rows.slice(0, 1000);
for (const row of some) judge(model, readable(row), rules);
say('judge a mail', (cpu() - before) / some.length);
