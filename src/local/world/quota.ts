// What a person may use of Google in a day, and what was used.
import { pacificDay } from './clock.ts';
import { exception } from './failure.ts';
import type { Clock } from './http.ts';

export type Edition = 'consumer' | 'workspace';

export const quotaNames = [
  'urlfetch',
  'properties',
  'recipients',
  'gmailUnits',
  'mailReadWrite',
  'triggerSeconds',
] as const;
export type QuotaName = (typeof quotaNames)[number];

/** Per user and day. Gmail units are limited per minute (6,000); the day's share is of 1,440 such minutes. */
const limits: Readonly<Record<Edition, Readonly<Record<QuotaName, number>>>> = {
  consumer: {
    urlfetch: 20_000,
    properties: 50_000,
    recipients: 100,
    gmailUnits: 8_640_000,
    mailReadWrite: 20_000,
    triggerSeconds: 5_400,
  },
  workspace: {
    urlfetch: 100_000,
    properties: 500_000,
    recipients: 1_500,
    gmailUnits: 8_640_000,
    mailReadWrite: 50_000,
    triggerSeconds: 21_600,
  },
};

export interface QuotaUse {
  readonly used: number;
  readonly limit: number;
  /** Used by limit, 0 to 1 and above. */
  readonly share: number;
}

export type QuotaReport = Readonly<Record<QuotaName, QuotaUse>>;

/** What Google calls them when they are spent. */
const spokenNames: Readonly<Record<QuotaName, string>> = {
  urlfetch: 'urlfetch',
  properties: 'properties',
  recipients: 'email',
  gmailUnits: 'gmail',
  mailReadWrite: 'gmail',
  triggerSeconds: 'trigger',
};

export interface Quotas {
  /** Notes the use and throws when the day's limit is passed. */
  spend(email: string, name: QuotaName, amount: number): void;
  /** Notes the use; the limit is looked at elsewhere. */
  note(email: string, name: QuotaName, amount: number): void;
  spent(email: string, name: QuotaName): boolean;
  /** `known` is what others count. */
  report(email: string, known?: Partial<Record<QuotaName, number>>): QuotaReport;
  snapshot(): unknown;
  restore(snapshot: unknown): void;
}

export function createQuotas(clock: Clock, editionOf: (email: string) => Edition): Quotas {
  let day = '';
  let used: Record<string, number> = {};

  const key = (email: string, name: QuotaName): string => {
    const today = pacificDay(clock.now());
    if (today !== day) {
      day = today;
      used = {};
    }
    return `${name} ${email}`;
  };
  const note = (email: string, name: QuotaName, amount: number): number => {
    const own = key(email, name);
    const sum = (used[own] ?? 0) + amount;
    used[own] = sum;
    return sum;
  };
  const limit = (email: string, name: QuotaName): number => limits[editionOf(email)][name];

  return {
    note,
    spend: (email, name, amount) => {
      if (note(email, name, amount) > limit(email, name)) {
        throw exception(`Service invoked too many times for one day: ${spokenNames[name]}.`);
      }
    },
    spent: (email, name) => (used[key(email, name)] ?? 0) >= limit(email, name),
    report: (email, known = {}) => {
      const rows = quotaNames.map((name) => {
        const amount = known[name] ?? used[key(email, name)] ?? 0;
        const most = limit(email, name);
        return [name, { used: amount, limit: most, share: amount / most }] as const;
      });
      return Object.fromEntries(rows) as Record<QuotaName, QuotaUse>;
    },
    snapshot: () => ({ day, used: { ...used } }),
    restore: (snapshot) => {
      const given = snapshot as { day: string; used: Record<string, number> };
      day = given.day;
      used = { ...given.used };
    },
  };
}
