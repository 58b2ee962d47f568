// A draft as a script holds it: what GmailApp made, CardService opens.
import type { Realm } from '../runtime/realm.ts';

interface Draft {
  readonly id: string;
  readonly messageId: string;
}

const drafts = new WeakMap<object, Draft>();

export function draftObject(realm: Realm, draft: Draft): object {
  const made = realm.service('GmailDraft', { getId: () => draft.id, getMessageId: () => draft.messageId });
  drafts.set(made, draft);
  return made;
}

/** Null where it is no draft. */
export const draftOf = (given: unknown): Draft | null =>
  typeof given === 'object' && given !== null ? (drafts.get(given) ?? null) : null;
