// All that a mail shows of itself, gathered once: what the signs of each kind are looked for in.
import type { Address, Identity, Mail } from '../mail.ts';
import type { Headers } from './headers.ts';
import type { Part } from './parts.ts';
import type { Writer } from './writer.ts';

export interface Evidence {
  readonly headers: Headers;
  readonly parts: readonly Part[];
  readonly writer: Writer;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly labelIds: readonly string[];
  readonly subject: string;
  /** The subject as the mail has it, prefixes included. */
  readonly wholeSubject: string;
  readonly words: string;
  /** It answers another mail, by its headers or its subject. */
  readonly isAnswer: boolean;
  readonly authentication: Mail['authentication'];
  readonly identity: Identity;
}

/** Why a mail is of a kind, in plain words; null where it is not. */
export type Sign = (evidence: Evidence) => string | null;

/** The first reason that one of the signs gives. */
export function firstReason(signs: readonly Sign[], evidence: Evidence): string | null {
  for (const sign of signs) {
    const reason = sign(evidence);
    if (reason !== null) return reason;
  }
  return null;
}

/** "Auto-Submitted: auto-replied", as short as a reason should be. */
export function quoted(name: string, value: string): string {
  return `${name}: ${value.slice(0, 60)}`;
}
