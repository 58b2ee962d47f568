// The rules a desk works by, as the domain sees them: names resolved, patterns sound, no holes.
// `src/rules` makes them from the workbook; nothing else may.
import type { Calendar } from './calendar.ts';
import type { Pilot } from './pilot.ts';
import type { Allowance, LocalDate, Span } from './time.ts';

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

export const moods = ['green', 'amber', 'red'] as const;
export type Mood = (typeof moods)[number];

export const clockNames = ['firstResponse', 'nextResponse', 'customerUpdate', 'resolution'] as const;
export type ClockName = (typeof clockNames)[number];

/** A row's place in the workbook, for reasons such as "Categories row 7". Row 1 is the header. */
export interface Place {
  readonly tab: string;
  readonly row: number;
}

export const roles = ['agent', 'lead', 'admin'] as const;
export type Role = (typeof roles)[number];

/** One person of the team. `email` is lower case and is the person's name everywhere in the domain. */
export interface Person {
  readonly place: Place;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly teams: readonly string[];
  readonly skills: readonly string[];
  /** E-mail of the lead, or null at the top. */
  readonly lead: string | null;
  /** Most open tickets at a time; null: no cap. */
  readonly cap: number | null;
  /** Name of the calendar that holds the shifts; null: the desk's. */
  readonly calendar: string | null;
  readonly away: readonly Span[];
  /** Who takes over while away; chains never circle. */
  readonly cover: string | null;
  /** Categories this person may handle (`Category` or `Category > Subcategory`); empty: all. */
  readonly mayHandle: readonly string[];
  readonly language: string | null;
}

/** Words to look for. Folded (case, accents) by `words.ts`; `*` at the end of a word matches any ending. */
export interface Category {
  readonly place: Place;
  readonly name: string;
  readonly subcategory: string | null;
  readonly keywords: readonly string[];
  /** Keywords that decide alone. */
  readonly always: readonly string[];
  /** Sender and subject patterns: `*` any run of characters, `?` one. */
  readonly senders: readonly string[];
  readonly subjects: readonly string[];
  readonly severity: Severity | null;
  /** Higher wins when scores tie. */
  readonly priority: number;
  /** Gmail label path below the root; null: `Category/Subcategory`. */
  readonly label: string | null;
  readonly required: readonly string[];
  readonly checklist: readonly string[];
  readonly guideline: string | null;
  readonly examples: readonly string[];
  readonly reviewBy: LocalDate | null;
}

/** Words or patterns with an effect of their own, whatever the category. */
export interface Phrase {
  readonly place: Place;
  readonly phrases: readonly string[];
  readonly where: 'anywhere' | 'subject' | 'sender';
  readonly severityAtLeast: Severity | null;
  readonly tierAtLeast: number | null;
  /** A name that ladder conditions and cards use: `manager`, `legal`, `security` ... */
  readonly flag: string | null;
  readonly mood: Mood | null;
}

export interface Customer {
  readonly place: Place;
  readonly name: string;
  /** Addresses (`a@b.example`) or domains (`b.example`), lower case. */
  readonly matches: readonly string[];
  readonly tier: string;
  readonly accountManager: string | null;
  readonly language: string | null;
  readonly link: string | null;
}

export interface Macro {
  readonly place: Place;
  readonly name: string;
  readonly language: string;
  /** What the desk itself uses the macro for; null: for people only. */
  readonly use: 'acknowledge' | 'holding reply' | 'ask for information' | 'closing' | null;
  readonly subject: string | null;
  readonly body: string;
}

/** How an owner is found; tried from left to right until somebody is found. */
export type OwnerStrategy =
  | { readonly by: 'person'; readonly person: string }
  | { readonly by: 'account manager' }
  | { readonly by: 'keep' }
  | { readonly by: 'lead' }
  | {
      readonly by: 'round robin' | 'least loaded';
      readonly team: string | null;
      readonly skill: string | null;
    };

/** When a ladder step is due. Offsets are working seconds from the clock's due instant, negative before. */
export type StepWhen =
  | { readonly on: ClockName | 'tierTime'; readonly percent: number }
  | { readonly on: ClockName | 'tierTime'; readonly offset: number }
  | { readonly on: 'ownerSilent'; readonly seconds: number };

export type StepCondition =
  | { readonly if: 'severity'; readonly atLeast: Severity }
  | { readonly if: 'customer tier'; readonly is: string }
  | { readonly if: 'category'; readonly is: string }
  | { readonly if: 'tier'; readonly is: number }
  | { readonly if: 'reopened'; readonly atLeast: number }
  | { readonly if: 'mood'; readonly atLeast: Mood }
  | { readonly if: 'phrase'; readonly flag: string };

export type StepAction =
  | { readonly do: 'tell'; readonly who: 'owner' | 'lead' | 'co-owners' }
  | { readonly do: 'tell person'; readonly person: string }
  | { readonly do: 'next tier' }
  | { readonly do: 'tier'; readonly tier: number }
  | { readonly do: 'hand to'; readonly owner: OwnerStrategy }
  | { readonly do: 'raise severity' }
  | { readonly do: 'label'; readonly label: string }
  | { readonly do: 'holding reply' };

export interface LadderStep {
  /** As the admin wrote it: the words that reasons use. */
  readonly text: string;
  readonly when: StepWhen;
  readonly conditions: readonly StepCondition[];
  readonly actions: readonly StepAction[];
}

/** One row of the Matrix. `null` criteria match anything. */
export interface Policy {
  readonly place: Place;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly severity: Severity | null;
  readonly customerTier: string | null;
  /** A flag of Phrases, or one the desk raises by itself; absent: any. */
  readonly flag?: string | null;
  readonly rank: number;
  readonly startTier: number;
  /** Index 0 is tier 1; a missing tier falls back to the one below. */
  readonly owners: readonly (readonly OwnerStrategy[])[];
  readonly calendar: string;
  readonly targets: Readonly<Record<ClockName, Allowance | null>>;
  /** Time allowed at each tier (index 0 is tier 1) without a solution; null: no limit. */
  readonly tierTimes: readonly (Allowance | null)[];
  readonly ladder: readonly LadderStep[];
}

export interface Settings {
  readonly company: string;
  /** Every address that is the support mailbox, lower case; the first is the sender of mail. */
  readonly supportAddresses: readonly string[];
  readonly labelRoot: string;
  readonly ticketPrefix: string;
  readonly timeZone: string;
  readonly language: string;
  readonly calendar: string;
  readonly tickMinutes: 1 | 5 | 10;
  /** Names of the tiers, first line first. */
  readonly tiers: readonly string[];
  /** Names of customer tiers, least valuable first. */
  readonly customerTiers: readonly string[];
  readonly fallbackOwner: string;
  readonly fallbackCategory: string;
  readonly defaultSeverity: Severity;
  /** What an answer to the customer does to the ticket. */
  readonly afterAnswer: 'stay open' | 'wait for the customer';
  /** Working days of the customer's silence after which a waiting ticket counts as resolved; 0: never. */
  readonly resolveAfterSilentDays: number;
  readonly stopsForCustomer: readonly ClockName[];
  readonly stopsForThirdParty: readonly ClockName[];
  readonly afterReopen: 'go on' | 'start again';
  readonly reopenWithinDays: number;
  readonly closeAfterDays: number;
  readonly archiveAfterDays: number;
  /** Months after closing in which a ticket goes from Archive with its journal; 0: never. */
  readonly keepTicketMonths: number;
  /** Days after which rows of Mails and Outbox go; 0: never. */
  readonly keepMailDays: number;
  readonly nobodyAvailable: 'next shift' | 'fallback';
  readonly acknowledge: 'off' | 'draft' | 'send';
  readonly holdingReply: 'off' | 'draft' | 'send';
  readonly mailsPerAddressAndDay: number;
  readonly warningsWaitForShift: boolean;
  /** So many different customers who write alike within these hours make an incident; 0: off. */
  readonly incidentCustomers: number;
  readonly incidentHours: number;
  readonly paused: boolean;
  /** Whether an edit of the workbook holds by itself, or only once it was published. */
  readonly rulesTakeEffect: 'at once' | 'when published';
}

export interface Rules {
  /** Changes whenever anything in the rules changes. */
  readonly version: string;
  readonly settings: Settings;
  readonly categories: readonly Category[];
  readonly matrix: readonly Policy[];
  readonly people: readonly Person[];
  readonly calendars: readonly Calendar[];
  readonly customers: readonly Customer[];
  readonly macros: readonly Macro[];
  readonly phrases: readonly Phrase[];
  /** The published version these are; absent where edits take effect at once. */
  readonly number?: number;
  /** Other rules for some of the new tickets; absent: none. */
  readonly pilot?: Pilot;
}

/** Something wrong in the workbook, told to the admin. `row` and `column` are null when it concerns the tab. */
export interface Problem {
  readonly tab: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly what: string;
  readonly advice: string;
  /** Of rows that are sound one by one; absent: an error, which the desk cannot work by as it is written. */
  readonly level?: 'warning' | 'hint';
}
