// From fetched messages to mails the desk can decide on; a mail that breaks the reader three times is parked.
import type { GmailMessage, Mail } from '../complaints/mail.ts';
import { readMail } from '../complaints/message.ts';
import type { Arrived, Parked } from '../complaints/receive.ts';
import type { Rules } from '../complaints/rules.ts';
import type { Unread } from '../rules/desk/desk-state.ts';
import { identityOf } from './identity.ts';
import { isMessage, type SeenByTick } from './see.ts';

const strikesUntilParked = 3;
/** After so many delays a mail no longer holds up those behind it. */
export const mostDelays = 5;

export interface Intake extends Arrived {
  /** To be read again at the next tick. */
  readonly again: readonly Unread[];
}

export function intake(seen: SeenByTick, rules: Rules): Intake {
  const identity = identityOf(rules);
  const mails: Mail[] = [];
  const again: Unread[] = [];
  const parked: Parked[] = [];
  // Order is what counts: what came after a mail that must be read again waits with it.
  let held = false;
  for (const { unread, fetched } of seen.fetched) {
    if (held) {
      again.push(unread);
      continue;
    }
    if (isMessage(fetched)) {
      const mail = attempt(() => readMail(fetched.message, identity));
      if ('value' in mail) mails.push(mail.value);
      else strike({ ...unread, reason: mail.error }, fetched.message);
    } else if ('status' in fetched) {
      // Gmail was busy: no strike. A plain refusal of this one message is one.
      if (fetched.status >= 400 && fetched.status < 500 && ![401, 403, 429].includes(fetched.status))
        strike({ ...unread, reason: `Gmail refuses the message (HTTP ${fetched.status})` }, null);
      else {
        again.push({ ...unread, delays: (unread.delays ?? 0) + 1 });
        held = (unread.delays ?? 0) < mostDelays;
      }
    }
  }
  return { mails, parked, again };

  function strike(unread: Unread, message: GmailMessage | null): void {
    const strikes = unread.strikes + 1;
    if (strikes < strikesUntilParked) again.push({ ...unread, strikes });
    else
      parked.push({
        gmailId: unread.id,
        messageId: message && messageIdOf(message),
        at: Number(message?.internalDate ?? 0) || Date.now(),
        reason: `Could not be read ${strikes} times: ${unread.reason}`,
      });
  }
}

/** So that who opens the mail can be told that it was parked. */
function messageIdOf({ payload }: GmailMessage): string | null {
  const header = payload?.headers?.find(({ name }) => name?.toLowerCase() === 'message-id');
  return header?.value?.replace(/^\s*<|>\s*$/g, '').trim() || null;
}

/** The error's name and not its words: they could quote the mail. */
function attempt<T>(read: () => T): { readonly value: T } | { readonly error: string } {
  try {
    return { value: read() };
  } catch (error) {
    return { error: error instanceof Error ? error.name : 'unknown error' };
  }
}
