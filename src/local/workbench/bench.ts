// The workbench's one running world: the office, the mails still to come, and what happened lately.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Built } from '../../../build/build.ts';
import type { Arrival } from '../arrival.ts';
import { costMeter, passingOver } from '../idle.ts';
import { type Office, officeIn } from '../office.ts';
import { createWorld, type World, type WorldSnapshot } from '../world/world.ts';
import { type CallLog, watchCalls } from './call-log.ts';
import { readHappenings } from './happenings.ts';
import type { Happening } from './views.ts';

/** Minutes of the world in a second of ours; 0: the clock stands. */
export type Speed = number;

export interface Bench {
  readonly office: Office;
  /** Everybody with a mailbox here. */
  readonly accounts: ReadonlySet<string>;
  readonly calls: CallLog;
  /** Mails of the archive that have not arrived yet, the next one first. */
  pending: Arrival[];
  speed: Speed;
  /** The last ones, oldest first; `serial` goes on counting. */
  happenings: Happening[];
  /** Rows of the Journal and the Outbox that were told already. */
  told: { journal: number; outbox: number };
  /** Ticks that were passed over because they would have done nothing, by Google's day. */
  passed: { day: string; ticks: number; quota: Record<string, number> };
  /** Counts edits of the workbook's rules, so that they are read again only then. */
  edits: number;
  /** Faults that were planted and have not struck, as people call them. */
  planted: string[];
}

/** A bench as it is kept in a file. */
export interface KeptBench {
  readonly form: number;
  readonly world: WorldSnapshot;
  readonly support: string;
  readonly group: string;
  /** Names of the archive's mails that are still to come, with their instants. */
  readonly pending: readonly { readonly file: string; readonly at: number }[];
  readonly happenings: readonly Happening[];
  readonly told: Bench['told'];
  readonly passed: Bench['passed'];
  readonly planted: readonly string[];
}

/** Raised when a kept bench of before cannot be read any more. */
export const form = 2;

export function benchOf(office: Office, pending: readonly Arrival[]): Bench {
  const bench: Bench = {
    office,
    accounts: new Set(office.world.snapshot().accounts.map(({ email }) => email)),
    calls: watchCalls(office.world),
    pending: [...pending],
    speed: 0,
    happenings: [],
    told: { journal: 0, outbox: 0 },
    passed: { day: '', ticks: 0, quota: {} },
    edits: 0,
    planted: [],
  };
  readHappenings(bench);
  return bench;
}

export const kept = (bench: Bench): KeptBench => ({
  form,
  world: bench.office.world.snapshot(),
  support: bench.office.support,
  group: bench.office.address,
  pending: bench.pending.map(({ mail, at }) => ({ file: mail.file, at })),
  happenings: bench.happenings,
  told: bench.told,
  passed: bench.passed,
  planted: bench.planted,
});

/** Scripts built since then replace those of the kept world. */
export function reopened(saved: KeptBench, built: Built, archive: readonly Arrival[]): Bench {
  const world = createWorld({ start: saved.world.now });
  world.restore(saved.world);
  pushBuilt(world, built);
  const office = officeIn(world, { support: saved.support, group: saved.group, built });
  const byFile = new Map(archive.map((arrival) => [arrival.mail.file, arrival]));
  const pending = saved.pending.flatMap(({ file, at }) => {
    const arrival = byFile.get(file);
    return arrival ? [{ mail: arrival.mail, at }] : [];
  });
  return {
    ...benchOf(office, pending),
    happenings: [...saved.happenings],
    told: { ...saved.told },
    passed: { ...saved.passed },
    planted: [],
  };
}

function pushBuilt(world: World, built: Built): void {
  for (const project of Object.values(built)) {
    const manifest: unknown = JSON.parse(readFileSync(project.manifest, 'utf8'));
    world.script(project.name).push(project.text, manifest);
  }
}

export const printOf = (...texts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex').slice(0, 20);
};

const hour = 3_600_000;

export interface Passing {
  readonly at: number;
  readonly until: number;
}

/**
 * Lets time pass to an instant: mails of the archive arrive, triggers fire. Gives way to other work in between, so
 * that the page can be answered; `stop` ends it early.
 */
export async function pass(
  bench: Bench,
  until: number,
  {
    onStep = () => {},
    stop = () => false,
  }: { onStep?: (passing: Passing) => void; stop?: () => boolean } = {},
): Promise<void> {
  const { world } = bench.office;
  const measure = costMeter(world, bench.office.support);
  const passOver = passingOver(bench.office);
  while (world.now() < until && !stop()) {
    const [next] = bench.pending;
    const to = Math.min(until, world.now() + hour, Math.max(world.now(), next?.at ?? until));
    world.advanceTo(to, {
      onExecution: (execution) => {
        for (const tick of passOver(execution, measure(), to)) notePassed(bench, tick.at, tick.cost.quota);
      },
    });
    while (bench.pending[0] && bench.pending[0].at <= world.now())
      arrive(bench, bench.pending.shift() as Arrival);
    readHappenings(bench);
    onStep({ at: world.now(), until });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const pacific = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' });

function notePassed(bench: Bench, at: number, quota: Readonly<Record<string, number>>): void {
  const day = pacific.format(at);
  if (bench.passed.day !== day) bench.passed = { day, ticks: 0, quota: {} };
  bench.passed.ticks += 1;
  for (const [name, amount] of Object.entries(quota))
    bench.passed.quota[name] = (bench.passed.quota[name] ?? 0) + amount;
}

/** A mail of the archive comes in: a colleague's also lies in their Sent. */
export function arrive({ office, accounts }: Bench, { mail, at }: Arrival): void {
  const { gmail } = office.world;
  const { raw, from } = mail;
  if (from === office.address && !/^X-Original-(From|Sender):/im.test(headOf(raw))) {
    gmail.mailbox(office.support).insert(raw, { at, labels: ['SENT'] });
    return;
  }
  if (accounts.has(from)) gmail.mailbox(from).insert(raw, { at, labels: ['SENT'] });
  const others = [...mail.to, ...mail.cc].filter((to) => accounts.has(to) && to !== from);
  gmail.deliver({ raw, to: [office.address, ...others], from, at });
}

const headOf = (raw: Uint8Array): string =>
  Buffer.from(raw.subarray(0, 16_384))
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1)[0] ?? '';
