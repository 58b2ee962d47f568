// Puts mails in the order they arrived: by their Date, and those without one just after the mail before them.
import type { MailFile } from './mail-files.ts';

export interface Arrival {
  readonly mail: MailFile;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const second = 1000;

/**
 * Undated mails arrive a second after the mail before them in file order; those before the first dated mail, at
 * its instant. `whenNoneIsDated` is used only where no mail has a date.
 */
export function inOrderOfArrival(mails: readonly MailFile[], whenNoneIsDated: number): Arrival[] {
  let at = mails.find((mail) => mail.date !== null)?.date ?? whenNoneIsDated;
  let begun = false;
  const arrivals = mails.map((mail) => {
    at = mail.date ?? (begun ? at + second : at);
    begun = true;
    return { mail, at };
  });
  return arrivals.sort((a, b) => a.at - b.at);
}
