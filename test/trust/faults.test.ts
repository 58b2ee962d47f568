// A sample of what `npm run trust` tries in full: the desk dies, Google fails, people and ticks cross.
import { killedAt, undisturbed } from './crash.ts';
import { storm } from './storm.ts';
import { type Deed, hands, interleave, people, type Stage, setStage, ticks } from './two-at-once.ts';

jest.setTimeout(600_000);

test('killed before or after a call of the busy day, the desk ends it as if nothing had been', async () => {
  const day = await undisturbed();
  const found: string[] = [];
  let tried = 0;
  for (let moment = 0; moment < day.moments.length; moment += 2) {
    const ending = killedAt(day, { moment, step: 1, call: 2 + (moment % 9), after: moment % 4 === 0 });
    if (ending.ended !== 'no such call') tried += 1;
    if (ending.ended === 'other') found.push(`${day.moments[moment]?.name}: ${ending.where}`);
  }
  expect(found).toEqual([]);
  expect(tried).toBeGreaterThan(8);
});

test('a day that goes otherwise is told from the undisturbed one', async () => {
  const day = await undisturbed((await import('./busy-day.ts')).busyDay.slice(0, 2));
  const [first] = day.after;
  const told = { ...day, after: [{ ...first, left: ['a mail more'] }, day.after[1]] } as typeof day;
  const short = { ...told, moments: day.moments.slice(0, 1) };
  expect(killedAt(short, { moment: 0, step: 1, call: 3, after: false })).toMatchObject({ ended: 'other' });
});

let stage: Promise<Stage> | null = null;
const once = (): Promise<Stage> => {
  stage ??= setStage();
  return stage;
};

test.each([2, 7, 12, 62, 148])(
  'after storm %i nothing is lost, nothing doubled, and Health tells of it',
  async (seed) => {
    const { lost, doubled, untold } = storm(await once(), seed);
    expect({ lost, doubled, untold }).toEqual({ lost: [], doubled: [], untold: [] });
  },
);

const named = (name: string): Deed => {
  const deed = [...ticks, ...people, ...hands].find((one) => one.name === name);
  if (!deed) throw new Error(`nobody does ${name}`);
  return deed;
};

test.each([
  ['a tick with mail', 'Bram notes', 2],
  ['a tick with mail', 'Bram notes', 3],
  ['a tick with mail', 'somebody sorts Tickets', 6],
  ['a tick with mail', 'somebody deletes a row of Tickets', 6],
  ['Bram notes', 'somebody empties the state of a ticket', 4],
  ['Anna takes', 'Bram takes', 1],
  ['Anna takes', 'Bram takes', 3],
  ['Femke escalates', 'a tick with mail', 2],
  ['a tick with mail', 'an idle tick', 5],
] as const)('while %s, %s before call %i: every promise holds', async (first, second, call) => {
  const outcome = interleave(await once(), 'at work', [named(first), named(second)], call);
  expect(outcome).toEqual([]);
});
