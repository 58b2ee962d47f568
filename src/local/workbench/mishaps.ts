// Faults that a visitor can plant, each named by what it is for the people who work with the desk.
import type { Bench } from './bench.ts';

export const mishaps = {
  'lose the next call': ({ office }) => office.world.faults.at(1, { script: 'desk' }, 'timeout'),
  'lose the next answer': ({ office }) =>
    office.world.faults.at(1, { script: 'desk', after: true }, 'timeout'),
  'kill the next tick': ({ office }) => office.world.faults.at(2, { script: 'desk' }, 'kill'),
  'rate limit': ({ office }) =>
    office.world.faults.at(1, { method: 'gmail.users.history.list' }, 'rateLimit'),
  'late trigger': ({ office }) =>
    office.world.faults.trigger({ kind: 'late', function: 'tick', minutes: 15 }),
  'trigger fires twice': ({ office }) => office.world.faults.trigger({ kind: 'double', function: 'tick' }),
  'trigger skips an hour': ({ office }) =>
    office.world.faults.trigger({ kind: 'skip', function: 'tick', times: 60 }),
  'expired history': ({ office }) => office.world.gmail.expireHistory(office.support),
  'desk unreachable': ({ office }) =>
    office.world.faults.always(
      { method: 'urlfetch.fetch', script: 'sidebar' },
      { status: 503, reason: 'backendError' },
    ),
} as const satisfies Record<string, (bench: Bench) => void>;

export type Mishap = keyof typeof mishaps;

export const isMishap = (name: string): name is Mishap => Object.hasOwn(mishaps, name);

export function plant(bench: Bench, name: Mishap): void {
  mishaps[name](bench);
  if (name !== 'expired history') bench.planted = [...bench.planted, name];
}

export function clearAll(bench: Bench): void {
  bench.office.world.faults.clear();
  bench.planted = [];
  bench.calls.listen();
}
