// The figures of a desk so far: what the last weeks and months add up to, and the matters still followed.
import type { Event } from '../event.ts';
import type { Rules } from '../rules.ts';
import type { Instant } from '../time.ts';
import { type Zone, zoneNamed } from '../zone.ts';
import { follow, type Matter } from './matter.ts';
import { observe } from './observe.ts';
import { isWeek, monthOf, type Period, weekOf } from './period.ts';
import { noSample, type Sample, sampled } from './sample.ts';
import { add, type Tally } from './tally.ts';

export interface Ledger {
  /** By period. */
  readonly tallies: Readonly<Record<Period, Tally>>;
  /** By ticket id. */
  readonly matters: ReadonlyMap<string, Matter>;
  /** Opening mails of each week, to see what words escalations share. */
  readonly samples: Readonly<Record<Period, Sample>>;
}

export const noLedger: Ledger = { tallies: {}, matters: new Map(), samples: {} };

const day = 86_400_000;
/** A matter closed for longer is let go; if it is reopened after all, that alone is counted. */
const followed = 7 * day;

/** Events in the order of the journal; any cut of the journal into parts comes to the same. */
export function entered(ledger: Ledger, events: readonly Event[], rules: Rules): Ledger {
  const zone = zoneNamed(rules.settings.timeZone);
  if (!zone) return ledger;
  const tallies: Record<Period, Record<string, number>> = {};
  for (const [period, tally] of Object.entries(ledger.tallies)) tallies[period] = { ...tally };
  const matters = new Map(ledger.matters);
  const samples: Record<Period, Sample> = { ...ledger.samples };
  for (const event of events) {
    const before = matters.get(event.ticket) ?? null;
    const { after, counts } = step(before, event, rules);
    for (const period of counts.length > 0 ? periodsOf(zone, event.at, tallies) : []) {
      tallies[period] ??= {};
      add(tallies[period], counts);
      if (isWeek(period) && after) samples[period] = sampled(samples[period] ?? noSample, event, after);
    }
    if (!after) continue;
    matters.set(event.ticket, after);
  }
  return { tallies, matters, samples };
}

/** A row of the journal that somebody wrote into by hand counts for nothing, and the rest goes on. */
function step(before: Matter | null, event: Event, rules: Rules) {
  try {
    const after = follow(before, event);
    return { after, counts: observe({ before, after, event }, rules) };
  } catch {
    return { after: before, counts: [] };
  }
}

/** A period that is finished is never counted anew: a straggler counts in the oldest that is still open. */
function periodsOf(zone: Zone, at: Instant, open: Readonly<Record<Period, unknown>>): readonly Period[] {
  const own = [weekOf(zone, at), monthOf(zone, at)];
  return own.map((period) => {
    const oldest = Object.keys(open)
      .filter((one) => isWeek(one) === isWeek(period))
      .sort()[0];
    return oldest === undefined || period > oldest ? period : oldest;
  });
}

/** Weeks and months before the last two of each are finished: their tallies are handed out and let go. */
export function finished(
  ledger: Ledger,
  now: Instant,
): {
  readonly ledger: Ledger;
  readonly past: Readonly<Record<Period, Tally>>;
} {
  const names = Object.keys(ledger.tallies).sort();
  const kept = new Set([...names.filter(isWeek).slice(-2), ...names.filter((one) => !isWeek(one)).slice(-2)]);
  const only = <T>(all: Readonly<Record<Period, T>>, keep: boolean): Record<Period, T> =>
    Object.fromEntries(Object.entries(all).filter(([period]) => kept.has(period) === keep));
  const matters = [...ledger.matters].filter(
    ([, { ticket }]) => ticket.closedAt === null || ticket.closedAt > now - followed,
  );
  return {
    ledger: {
      tallies: only(ledger.tallies, true),
      samples: only(ledger.samples, true),
      matters: new Map(matters),
    },
    past: only(ledger.tallies, false),
  };
}
