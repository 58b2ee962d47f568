// What the workbench's page is told: plain data, the same words at both ends.

export interface Happening {
  readonly serial: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly ticket: string;
  /** The journal's name of the event, or `mail` for one that the desk sent. */
  readonly what: string;
  readonly actor: string;
  readonly reason: string;
  /** Whatever the event says beyond that. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface LoggedAction {
  readonly serial: number;
  readonly at: number;
  /** As people call it: `Anna opened a mail`. */
  readonly what: string;
  /** Calls by script and method, in the order of their first use. */
  readonly calls: readonly { readonly script: string; readonly method: string; readonly times: number }[];
  /** What the calls typically take together, in seconds. */
  readonly seconds: number;
  /** The most calls it may make by script, where the design sets a limit. */
  readonly budget: Readonly<Record<string, number>> | null;
}

export interface PersonView {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly language: string;
  readonly teams: readonly string[];
}

/** What is always on the screen. */
export interface DeskView {
  readonly now: number;
  readonly timeZone: string;
  readonly company: string;
  readonly speed: number;
  /** Time is passing at somebody's word; null: it stands, or runs by its speed. */
  readonly passing: { readonly at: number; readonly until: number } | null;
  /** The desk's mailbox, and what customers write to. */
  readonly support: string;
  readonly address: string;
  readonly people: readonly PersonView[];
  /** Addresses outside that got or wrote mail, the latest first. */
  readonly customers: readonly string[];
  readonly unread: Readonly<Record<string, number>>;
  readonly problems: number;
  readonly tickets: number;
  readonly nextDeadline: { readonly ticket: string; readonly clock: string; readonly due: number } | null;
  readonly nextMail: { readonly at: number; readonly left: number } | null;
  readonly happenings: readonly Happening[];
  readonly planted: readonly string[];
  readonly smtp: number | null;
  readonly sidebar: boolean;
}

export interface LabelView {
  readonly name: string;
  /** Google's colours, where the desk set them. */
  readonly background: string | null;
  readonly text: string | null;
}

export interface ThreadLine {
  readonly thread: string;
  /** Id of the newest message. */
  readonly mail: string;
  readonly from: readonly string[];
  readonly subject: string;
  readonly snippet: string;
  readonly at: number;
  readonly unread: boolean;
  readonly count: number;
  readonly labels: readonly LabelView[];
  readonly folder: readonly Folder[];
}

export const folders = ['inbox', 'sent', 'drafts', 'all'] as const;
export type Folder = (typeof folders)[number];

export interface MailboxView {
  readonly box: string;
  readonly threads: readonly ThreadLine[];
  readonly more: number;
  /** Names of all labels of the desk in this mailbox. */
  readonly labels: readonly LabelView[];
}

export interface AttachmentView {
  readonly index: number;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export interface MailView {
  readonly id: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly at: number;
  readonly messageId: string;
  readonly references: readonly string[];
  readonly text: string;
  /** As it was written: shown only in a frame that runs and loads nothing. */
  readonly html: string | null;
  readonly attachments: readonly AttachmentView[];
  readonly draft: boolean;
  readonly sent: boolean;
  readonly labels: readonly LabelView[];
}

export interface ThreadView {
  readonly box: string;
  readonly thread: string;
  readonly subject: string;
  readonly mails: readonly MailView[];
  readonly ticket: string | null;
}

/** A draft to be finished. */
export interface DraftView {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly thread: string;
  readonly ticket: string | null;
}

export interface MacroView {
  readonly name: string;
  readonly language: string;
  readonly subject: string | null;
  /** Filled for the ticket, where there is one. */
  readonly body: string;
}

export interface TabSummary {
  readonly tab: string;
  readonly about: string;
  readonly problems: number;
  readonly byDesk: boolean;
}

export interface ColumnView {
  readonly header: string;
  readonly help: string;
  readonly choices: readonly string[];
  readonly strict: boolean;
  /** Text of several lines. */
  readonly long: boolean;
  /** Its cells are tick boxes. */
  readonly box?: boolean;
  /** Its cells are read, not typed over. */
  readonly fixed?: boolean;
}

/** The menus of the workbook, as Sheets shows them. */
export interface MenuView {
  readonly menus: readonly {
    readonly caption: string;
    /** A caption of nothing is a line. */
    readonly items: readonly { readonly caption: string; readonly asks: boolean }[];
  }[];
}

export interface TabView {
  readonly tab: string;
  readonly about: string;
  readonly byDesk: boolean;
  readonly columns: readonly ColumnView[];
  /** Row number in the sheet (1 is the header) of the first row shown. */
  readonly firstRow: number;
  readonly rows: readonly (readonly string[])[];
  readonly problems: readonly ProblemView[];
}

/** The Reports tab: tables in their order, and the charts that stand over it. */
export interface ReportView {
  readonly blocks: readonly {
    readonly title: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly charts: readonly ReportChart[];
}

export interface ReportChart {
  readonly title: string;
  readonly kind: 'column' | 'line';
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    readonly shown: readonly string[];
  }[];
}

export interface ProblemView {
  readonly tab: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly what: string;
  readonly advice: string;
  /** Absent: an error. */
  readonly level?: 'warning' | 'hint';
}

export interface ChartView {
  readonly company: string;
  readonly tiers: readonly string[];
  readonly policies: readonly PolicyView[];
  readonly printedAt: number;
  readonly timeZone: string;
  readonly calendars: readonly { readonly name: string; readonly text: string }[];
  readonly version: string;
}

export interface PolicyView {
  readonly row: number;
  /** `Billing and payments`, `any category`. */
  readonly applies: readonly string[];
  readonly calendar: string;
  readonly startTier: number;
  readonly tiers: readonly {
    readonly name: string;
    readonly owners: readonly string[];
    readonly time: string;
  }[];
  readonly targets: readonly { readonly clock: string; readonly time: string }[];
  readonly ladder: readonly string[];
}

export interface HoodView {
  readonly actions: readonly LoggedAction[];
  readonly quota: readonly {
    readonly name: string;
    readonly used: number;
    readonly limit: number;
    readonly share: number;
  }[];
  readonly passedTicks: number;
  readonly triggers: readonly {
    readonly script: string;
    readonly name: string;
    readonly when: string;
    readonly due: number | null;
    readonly dead: boolean;
  }[];
  readonly executions: readonly {
    readonly script: string;
    readonly name: string;
    readonly user: string;
    readonly at: number;
    readonly seconds: number;
    readonly status: string;
    readonly error: string | null;
  }[];
  readonly journal: readonly Happening[];
  readonly outbox: readonly (readonly string[])[];
  readonly health: readonly (readonly string[])[];
  readonly planted: readonly string[];
}
