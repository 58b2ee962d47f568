// Patience that runs out: how often a customer has written without an answer, and how long they say they have waited.
import type { TicketMessage } from './ticket.ts';
import type { Instant } from './time.ts';

/** The customer's mails that nobody has answered yet, the newest included. */
export interface Unanswered {
  readonly mails: number;
  /** Since the first of them. */
  readonly hours: number;
}

interface Sign {
  readonly weight: number;
  readonly said: string;
}

const hour = 3_600_000;
/** A second mail within these hours brings the forgotten picture, not impatience. */
const afterthought = 4;

/** What the desk itself sent is no answer, and a bare thank-you is no question. */
export function unansweredIn(messages: readonly TicketMessage[], now: Instant): Unanswered {
  const counted = messages.filter(({ by, counts }) => counts && (by === 'customer' || by === 'agent'));
  const last = counted.map(({ by }) => by).lastIndexOf('agent');
  const open = counted.slice(last + 1);
  return { mails: open.length, hours: (now - (open[0]?.at ?? now)) / hour };
}

export function signsOfUnanswered({ mails, hours }: Unanswered): readonly Sign[] {
  if (mails < 2 || hours < afterthought) return [];
  const signs: Sign[] = [{ weight: mails > 2 ? 1 : 0.5, said: `${mails} mails without an answer` }];
  if (hours >= 48)
    signs.push({ weight: hours >= 120 ? 1 : 0.5, said: `${Math.floor(hours / 24)} days without an answer` });
  return signs;
}

const some =
  '(?:\\d{1,3}|two|three|four|five|six|seven|eight|ten|several|many|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|mehreren|mehrere|einigen|vielen|twee|drie|vijf|zes|zeven|acht|tien|enkele|meerdere|vele|to|tre|fire|fem|seks|sju|åtte|ti|flere|mange)';
const one = '(?:an?|one|einer|einem|eine|een|één|en|ei|et|ett)';
const long =
  '(?:weeks?|months?|years?|wochen?|monate?n?|jahren?|weken|week|maanden|maand|jaar|uker|uke|måneder|måned|år)';
const days = '(?:days|tagen?|dagen|dager)';
const span = `(?:(?:${some}|${one}) ${long}|${some} ${days})`;
const over =
  '(?:over |more than |almost |nearly |about |at least |über |mehr als |fast |gut |nun |schon |bereits |jetzt |meer dan |bijna |ruim |nu |mer enn |nesten |snart |i )*';
/** "waiting for three weeks", "seit drei Wochen", "al drie weken", "ventet i tre uker". */
const told = `(?:(?:since|waiting|waited|waiting for|waited for|nothing for|answer for|reply for|response for|seit|warte|warten|gewartet|sinds|al|wacht al|ventet|ventet i|på|allerede) ${over}${span}|for ${over}${span} (?:now|already))`;
let pattern: RegExp | null = null;

/** The longest wait that the customer tells of is one sign: "'seit drei Wochen'". */
export function signsOfWaiting(text: string): readonly Sign[] {
  pattern ??= new RegExp(`(?<![\\p{L}\\d])${told}(?![\\p{L}\\d])`, 'iu');
  const found = text.slice(0, 8000).replace(/\s+/g, ' ').match(pattern);
  return found === null ? [] : [{ weight: 1, said: `'${found[0]}'` }];
}
