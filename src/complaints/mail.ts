// What the desk knows of one e-mail, made from Gmail's form by `message.ts`.
import type { Instant } from './time.ts';

/** Gmail's `messages.get` answer (format full), as far as the desk reads it. */
export interface GmailMessage {
  readonly id?: string;
  readonly threadId?: string;
  readonly labelIds?: readonly string[];
  readonly historyId?: string;
  /** Milliseconds since 1970 as decimal digits: when Gmail received the mail. */
  readonly internalDate?: string;
  readonly sizeEstimate?: number;
  readonly payload?: GmailPart;
}

export interface GmailPart {
  readonly partId?: string;
  readonly mimeType?: string;
  readonly filename?: string;
  readonly headers?: readonly { readonly name?: string; readonly value?: string }[];
  /** `data` is base64url, absent for large parts and attachments. */
  readonly body?: { readonly size?: number; readonly data?: string; readonly attachmentId?: string };
  readonly parts?: readonly GmailPart[];
}

export interface Address {
  readonly name: string;
  /** Lower case. */
  readonly address: string;
}

export interface Attachment {
  readonly name: string;
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
}

/** Whom the desk takes for itself and for its own people. All addresses lower case. */
export interface Identity {
  readonly supportAddresses: readonly string[];
  readonly people: readonly string[];
}

/** What a mail is, by its own headers and words. `duplicate` and `thanks` are found by `desk`, which knows the tickets. */
export const mailKinds = ['customer', 'agent', 'own', 'automatic', 'bounce', 'list'] as const;
export type MailKind = (typeof mailKinds)[number];

export interface Mail {
  readonly gmailId: string;
  readonly gmailThreadId: string;
  readonly labelIds: readonly string[];
  /** Message-ID without brackets, or a key made from sender, date, subject and size (`made:...`). */
  readonly key: string;
  /** Message-ID as the mail gives it, without brackets; null where it has none. */
  readonly messageId: string | null;
  /** References then In-Reply-To, without brackets, oldest first, each once. */
  readonly references: readonly string[];
  /** Tells two mails with one Message-ID apart: a hash of sender, date, subject and text. */
  readonly fingerprint: string;
  /** When Gmail received it. */
  readonly at: Instant;
  /** Who really wrote: Reply-To or X-Original-From where a group rewrote From. */
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  /** Subject without Re:, AW:, SV: ... */
  readonly subject: string;
  /** The new words: no quoted history, no signature. Subject not included. */
  readonly words: string;
  /** All of the text, quotes included. */
  readonly text: string;
  /** ISO 639-1, or null where the words are too few. */
  readonly language: string | null;
  readonly attachments: readonly Attachment[];
  readonly kind: MailKind;
  /** Why it is of that kind, in words a support lead understands. */
  readonly kindReason: string;
  /** False: no machine may ever answer this mail. */
  readonly mayAnswer: boolean;
  /** The words say thanks and nothing else. */
  readonly thanksOnly: boolean;
  /**
   * What the receiving server found of the sender. `fail`: From is false. `unknown`: nothing proves it. `unstamped`: the
   * mail never came from outside.
   */
  readonly authentication: 'pass' | 'fail' | 'unknown' | 'unstamped';
}
