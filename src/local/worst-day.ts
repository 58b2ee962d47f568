// The most that was used of each quota on one day.
import type { QuotaShare } from './simulation.ts';

interface Use {
  readonly used: number;
  readonly limit: number;
  readonly share: number;
}

export interface WorstDays {
  /** Told after every execution: a day's use only grows. */
  note(report: Readonly<Record<string, Use>>, at: number): void;
  all(): Readonly<Record<string, QuotaShare>>;
}

/** Google's quotas begin anew at midnight Pacific time. */
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' });

export function worstDays(): WorstDays {
  const worst = new Map<string, { readonly at: number; readonly use: Use }>();
  return {
    note(report, at) {
      for (const [name, use] of Object.entries(report))
        if (use.used > (worst.get(name)?.use.used ?? -1)) worst.set(name, { at, use });
    },
    all: () =>
      Object.fromEntries([...worst].map(([name, { at, use }]) => [name, { day: day.format(at), ...use }])),
  };
}
