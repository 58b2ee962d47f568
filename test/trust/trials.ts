// What `npm run trust` tries, one after another. Others add theirs to the list at the end.
import { points, undisturbed } from './crash.ts';
import { fuzzDoor, fuzzMails } from './fuzz.ts';
import { load } from './load.ts';
import { rightsCells } from './rights.ts';
import { storm } from './storm.ts';
import { interleavings, setStage } from './two-at-once.ts';

/** A line of the table. */
export interface TrustRow {
  readonly name: string;
  readonly tried: number;
  /** How many broke a promise; 0 is what the product promises. */
  readonly wrong: number;
  readonly note: string;
}

export interface Trial {
  readonly name: string;
  /** `say` tells of progress, and of each thing that went wrong. */
  readonly run: (say: (line: string) => void) => Promise<readonly TrustRow[]>;
}

/** One part of so many: they run side by side. */
export const crashes = (part: number, parts: number): Trial => ({
  name: 'The desk killed before and after each call of a busy day',
  run: async (say) => {
    const day = await undisturbed();
    let [tried, wrong] = [0, 0];
    for (const { point, ending } of points(day, { part, parts })) {
      tried += 1;
      if (tried % 100 === 0) say(`part ${part + 1} of ${parts}: ${tried} fault points, ${wrong} diverged`);
      if (ending.ended !== 'other') continue;
      wrong += 1;
      const when = day.moments[point.moment]?.name;
      const where = `minute ${point.step}, ${point.after ? 'after' : 'before'} call ${point.call}`;
      say(`"${when}", ${where}: ${ending.where.slice(0, 300)}`);
    }
    const note = `${day.moments.length} moments, every call`;
    return [{ name: 'fault points / diverged', tried, wrong, note }];
  },
});

export const storms = (seeds: number): Trial => ({
  name: 'Storms of faults',
  run: async (say) => {
    const stage = await setStage();
    const sum = { lost: 0, doubled: 0, untold: 0, gales: 0 };
    for (let seed = 1; seed <= seeds; seed++) {
      const { gales, ...found } = storm(stage, seed);
      sum.gales += gales.length;
      for (const what of ['lost', 'doubled', 'untold'] as const) {
        if (found[what].length === 0) continue;
        sum[what] += 1;
        say(
          `storm ${seed}, ${what}: ${found[what].slice(0, 2).join('; ').slice(0, 300)} (${gales.join(', ')})`,
        );
      }
    }
    const note = `${sum.gales} faults begun`;
    return [
      { name: 'storm seeds / lost', tried: seeds, wrong: sum.lost, note },
      { name: 'storm seeds / doubled', tried: seeds, wrong: sum.doubled, note },
      { name: 'storm seeds / not told in Health', tried: seeds, wrong: sum.untold, note },
    ];
  },
});

export const races = (sample = Number.POSITIVE_INFINITY): Trial => ({
  name: 'Two at once',
  run: async (say) => {
    const stage = await setStage();
    let [tried, wrong] = [0, 0];
    for (const { what, broken } of interleavings(stage, sample)) {
      tried += 1;
      if (tried % 100 === 0) say(`${tried} interleavings`);
      if (broken.length === 0) continue;
      wrong += 1;
      say(`${what}: ${broken.slice(0, 2).join('; ').slice(0, 300)}`);
    }
    return [{ name: 'interleavings / violated', tried, wrong, note: 'a promise held after each' }];
  },
});

const percent = (share: number | undefined): string => `${((share ?? 0) * 100).toFixed(1)} %`;

export const loads = (runs: readonly { mailsPerMonth: number; minutes: number }[]): Trial => ({
  name: 'Load',
  run: async (say) => {
    const rows: TrustRow[] = [];
    for (const run of runs) {
      const it = await load(run);
      say(
        `ran ${it.minutes} minutes: ${it.mails} mails, ${it.clicks} clicks, ${it.questions} questions, ${it.ticks} ticks`,
      );
      say(
        `reckoned for the day: trigger time ${percent(it.day.triggerSeconds)}, requests ${percent(it.day.urlfetch)}`,
      );
      say(
        `reckoned for the day: reading mail ${percent(it.day.mailReadWrite)}, recipients ${percent(it.day.recipients)}`,
      );
      const note = `longest tick ${it.longestTick} s, ${it.unitsAMinute} units in a minute, trigger time ${percent(it.day.triggerSeconds)} and requests ${percent(it.day.urlfetch)} of a day, workbook full after ${it.monthsUntilFull} months`;
      rows.push({
        name: `mails of ${run.mailsPerMonth} a month / left over`,
        tried: it.mails,
        wrong: Math.max(0, it.backlog),
        note,
      });
    }
    return rows;
  },
});

export const fuzz = (mails: number, requests: number): Trial => ({
  name: 'Fuzzed mails and requests',
  run: async (say) => {
    const [read, opened] = [fuzzMails(mails, 1), fuzzDoor(requests, 1)];
    for (const line of [...read.wrong, ...opened.wrong].slice(0, 20)) say(line);
    return [
      {
        name: 'fuzzed mails / misread',
        tried: read.tried,
        wrong: read.wrong.length,
        note: 'read in time, none believed',
      },
      {
        name: 'fuzzed requests / let in',
        tried: opened.tried,
        wrong: opened.wrong.length,
        note: 'at the door, signed ones altered',
      },
    ];
  },
});

/** Whether each says what docs/rights.md says is held by rights.test.ts. */
export const rights: Trial = {
  name: 'Rights',
  run: async (say) => {
    const cells = await rightsCells();
    const wrong = cells.filter(
      ({ may, changed, role }) => (!may && changed) || (may && role === 'Not in People'),
    );
    for (const { action, role, said } of wrong) say(`${role}, ${action}: ${said}`);
    return [
      {
        name: 'rights cells / wrong',
        tried: cells.length,
        wrong: wrong.length,
        note: 'role by action, docs/rights.md',
      },
    ];
  },
};

/** Each part begins with a day of its own, which takes as long as some twenty points. */
const crashParts = 8;

/** All of it: half an hour or more on two cores. What is long and in one piece begins first, the parts fill the cores. */
export const trials: readonly Trial[] = [
  storms(100),
  races(150),
  loads([
    { mailsPerMonth: 18_331, minutes: 600 },
    { mailsPerMonth: 183_310, minutes: 60 },
  ]),
  ...Array.from({ length: crashParts }, (_, part) => crashes(part, crashParts)),
  fuzz(20_000, 100_000),
  rights,
];
