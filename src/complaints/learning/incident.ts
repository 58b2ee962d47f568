// An incident: several different customers write alike within a short time, more of them than usual.
import type { Instant } from '../time.ts';
import type { Features } from './features.ts';
import { alikeFrom, likenessTo } from './likeness.ts';
import { type Vector, vectorOf } from './vectors.ts';

export interface RecentMail {
  readonly id: string;
  /** Two mails of one customer are one voice. */
  readonly customer: string;
  readonly at: Instant;
  readonly features: Features;
}

export interface Incident {
  /** Oldest first, the new mail among them. */
  readonly members: readonly string[];
  readonly customers: number;
  readonly since: Instant;
  /** As many customers wrote alike in such a time before, on average. */
  readonly usual: number;
}

export interface IncidentOptions {
  /** Milliseconds before the new mail. */
  readonly window: number;
  readonly fewestCustomers: number;
  readonly rarities: Float32Array;
  /** Where vectors are known already. */
  readonly vector?: (mail: RecentMail) => Vector;
  /** How alike two mails must be to be about one matter. */
  readonly alike?: (one: RecentMail, other: RecentMail) => number;
}

/** So many times as many customers as usual make an incident of a question that always comes. */
const timesUsual = 3;
/** Members that tell for all what was alike before: a wave may be long, and so may the days before it. */
const mostCompared = 5;

/**
 * Null where it is none. `recent` are mails up to the new one, better of some days than of the window alone: what was
 * alike before the window tells how usual such mails are.
 */
export function incidentAround(
  mail: RecentMail,
  recent: readonly RecentMail[],
  { window, fewestCustomers, rarities, ...options }: IncidentOptions,
): Incident | null {
  const vector = options.vector ?? (({ features }) => vectorOf(features, rarities));
  const from = options.alike ?? (() => alikeFrom);
  const seen = [mail, ...recent.filter(({ id, at }) => id !== mail.id && at <= mail.at)];
  const begins = mail.at - window;
  const alikeTo: AlikeTo = (one) => {
    const how = likenessTo(one.vector);
    return (other) => how(other.vector) >= from(one, other);
  };
  const withVector = (each: RecentMail): Heard => ({ ...each, vector: vector(each) });
  const members = grown(seen.filter(({ at }) => at >= begins).map(withVector), alikeTo);
  const customers = new Set(members.map(({ customer }) => customer)).size;
  if (customers < fewestCustomers) return null;
  const earlier = seen.filter(({ at }) => at < begins).map(withVector);
  const like = members.slice(0, mostCompared).map(alikeTo);
  const alikeBefore = earlier.filter((other) => like.some((isAlike) => isAlike(other)));
  const oldest = Math.min(begins, ...earlier.map(({ at }) => at));
  const windowsBefore = Math.max(1, (begins - oldest) / window);
  const usual = new Set(alikeBefore.map(({ customer }) => customer)).size / windowsBefore;
  if (customers < timesUsual * usual) return null;
  const inOrder = [...members].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return {
    members: inOrder.map(({ id }) => id),
    customers,
    since: inOrder[0]?.at ?? mail.at,
    usual,
  };
}

interface Heard extends RecentMail {
  readonly vector: Vector;
}

type AlikeTo = (one: Heard) => (other: Heard) => boolean;

/** The first, all that are like it, all that are like these. */
function grown([first, ...others]: readonly Heard[], alikeTo: AlikeTo): readonly Heard[] {
  if (first === undefined) return [];
  const members = [first];
  const left = new Set(others);
  for (let at = 0; at < members.length; at++) {
    const isAlike = alikeTo(members[at] ?? first);
    for (const other of left) {
      if (!isAlike(other)) continue;
      members.push(other);
      left.delete(other);
    }
  }
  return members;
}
