// What a simulation asked of Google in all, and the most it used of each quota on one day.
import type { PassedOver } from './idle.ts';
import type { QuotaShare, SimulatedCalls } from './simulation.ts';
import type { CallCount } from './world/world.ts';

interface Use {
  readonly used: number;
  readonly limit: number;
  readonly share: number;
}

export interface Usage {
  /** After every execution: a day's use only grows. */
  executed(report: Readonly<Record<string, Use>>, at: number): void;
  /** A tick that was not run, because it would have done nothing. */
  passedOver(passed: PassedOver): void;
  calls(run: CallCount): SimulatedCalls;
  quota(): Readonly<Record<string, QuotaShare>>;
}

/** Google's quotas begin anew at midnight Pacific time. */
const pacific = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' });

export function usage(): Usage {
  const extra = new Map<string, number>();
  const worst = new Map<string, QuotaShare>();
  const limits = new Map<string, number>();
  const ran = new Map<string, number>();
  const skipped = { ticks: 0, total: 0, seconds: 0, byMethod: new Map<string, number>() };
  let ticks = 0;

  const settle = (name: string, day: string): void => {
    const limit = limits.get(name) ?? 1;
    const amount = (ran.get(`${day} ${name}`) ?? 0) + (extra.get(`${day} ${name}`) ?? 0);
    if (amount > (worst.get(name)?.used ?? -1))
      worst.set(name, { day, used: amount, limit, share: amount / limit });
  };

  return {
    executed(report, at) {
      ticks += 1;
      const day = pacific.format(at);
      for (const [name, { used, limit }] of Object.entries(report)) {
        limits.set(name, limit);
        ran.set(`${day} ${name}`, used);
        settle(name, day);
      }
    },
    passedOver({ at, cost }) {
      skipped.ticks += 1;
      skipped.total += cost.calls.total;
      skipped.seconds += cost.calls.seconds;
      for (const [name, times] of Object.entries(cost.calls.byMethod))
        skipped.byMethod.set(name, (skipped.byMethod.get(name) ?? 0) + times);
      const day = pacific.format(at);
      for (const [name, amount] of Object.entries(cost.quota)) {
        extra.set(`${day} ${name}`, (extra.get(`${day} ${name}`) ?? 0) + amount);
        settle(name, day);
      }
    },
    calls({ total, seconds, byMethod }) {
      const names = new Set([...Object.keys(byMethod), ...skipped.byMethod.keys()]);
      const sums = [...names].map((name) => [
        name,
        (byMethod[name] ?? 0) + (skipped.byMethod.get(name) ?? 0),
      ]);
      return {
        total: total + skipped.total,
        seconds: Math.round(seconds + skipped.seconds),
        byMethod: Object.fromEntries(sums),
        ticks: ticks + skipped.ticks,
      };
    },
    quota: () => Object.fromEntries(worst),
  };
}
