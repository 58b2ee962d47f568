// What a simulation found: exactly what `tierline simulate --json` writes. Instants are ISO 8601 UTC.
import type { Outcome } from '../complaints/plan.ts';
import type { ClockName, Severity } from '../complaints/rules.ts';
import type { Status } from '../complaints/ticket.ts';

/** ISO 8601 UTC. */
export type Iso = string;

export interface Simulation {
  readonly mails: readonly SimulatedMail[];
  readonly tickets: readonly SimulatedTicket[];
  readonly notices: readonly SimulatedNotice[];
  readonly calls: SimulatedCalls;
  readonly quota: Readonly<Record<string, QuotaShare>>;
  readonly problems: readonly SimulatedProblem[];
  readonly period: Period;
}

/** Something that keeps the desk, or the simulation, from doing its work well. */
export interface SimulatedProblem {
  /** `Matrix row 9, Owner 1`, a file, or what the desk was doing. */
  readonly where: string;
  readonly what: string;
  readonly advice: string;
}

/** What was simulated, and how. */
export interface Period {
  readonly from: Iso;
  readonly until: Iso;
  readonly timeZone: string;
  readonly tickMinutes: number;
  /** Whether people clicked in the sidebar as they usually do. */
  readonly clicks: boolean;
  readonly support: string;
  /** Who said which mailbox it is. */
  readonly supportFrom: 'asked' | 'rules' | 'mails';
  /** Names of the tiers, first line first. */
  readonly tiers: readonly string[];
}

export interface SimulatedMail {
  readonly file: string;
  readonly messageId: string | null;
  readonly from: string;
  readonly subject: string;
  /** False: no machine may ever answer it. */
  readonly mayAnswer: boolean;
  readonly outcome: Outcome;
  readonly ticket: string | null;
  readonly reason: string;
}

export interface SimulatedTicket {
  readonly id: string;
  readonly subject: string;
  readonly requester: string;
  /** `Billing and payments > Disputes`. */
  readonly category: string;
  readonly severity: Severity;
  readonly customerTier: string;
  /** 1 is the first line. */
  readonly tier: number;
  readonly owner: string | null;
  readonly status: Status;
  readonly opened: Iso;
  readonly labels: readonly string[];
  /** The running period of each clock, or its last one where none runs; null where it has no target. */
  readonly clocks: Readonly<Record<ClockName, SimulatedClock | null>>;
  /** Every period of any clock that ran over. */
  readonly breaches: readonly SimulatedBreach[];
  readonly journal: readonly SimulatedEvent[];
}

export interface SimulatedClock {
  readonly due: Iso | null;
  readonly metAt: Iso | null;
  /** The due instant, where it was passed. */
  readonly breachedAt: Iso | null;
  /** Working seconds used until it was met, or until the simulation ended. */
  readonly usedSeconds: number;
  readonly why: string;
}

export interface SimulatedBreach {
  readonly clock: ClockName;
  readonly due: Iso;
  readonly metAt: Iso | null;
  /** Working seconds beyond the target, until it was met or the simulation ended. */
  readonly overSeconds: number;
  /** Whose ticket it was when it broke. */
  readonly owner: string | null;
}

export interface SimulatedEvent {
  readonly at: Iso;
  readonly event: string;
  readonly actor: string;
  readonly reason: string;
  readonly [detail: string]: unknown;
}

export interface SimulatedNotice {
  readonly at: Iso;
  readonly to: string;
  readonly kind: string;
  readonly ticket: string | null;
}

export interface SimulatedCalls {
  readonly total: number;
  /** Their typical time together. */
  readonly seconds: number;
  readonly byMethod: Readonly<Record<string, number>>;
  readonly ticks: number;
}

/** The most used on one day of the simulation; the day is Google's, Pacific time. */
export interface QuotaShare {
  readonly day: string;
  readonly used: number;
  readonly limit: number;
  readonly share: number;
}
