// Which opening mails are read again to see what escalations have in common: a fair sample of a week, by Gmail id.
import type { Event } from '../event.ts';
import { hashOf } from '../reading/hash.ts';
import type { Matter } from './matter.ts';

/** Gmail ids by ticket. */
type Mails = Readonly<Record<string, string>>;

export interface Sample {
  /** Tickets that were first escalated in the week. */
  readonly escalated: Mails;
  /** Tickets that were opened in the week and have not been escalated. */
  readonly others: Mails;
}

export const noSample: Sample = { escalated: {}, others: {} };

/** Of a large desk so many are read: one in two hundred tells what one in ten has in common. */
export const mostRead = 200;
/** A few more of the others, because some are escalated later in the week. */
const spare = 2 * mostRead;

export function sampled(sample: Sample, { ticket, what }: Event, { mail }: Matter): Sample {
  if (mail === '') return sample;
  if (what.type === 'opened')
    return { ...sample, others: fewest({ ...sample.others, [ticket]: mail }, spare) };
  if (what.type !== 'escalated') return sample;
  const { [ticket]: _, ...others } = sample.others;
  return { others, escalated: fewest({ ...sample.escalated, [ticket]: mail }, mostRead) };
}

/** Which stay is told by the ticket's name alone: as good as a draw, and the same whenever it is drawn. */
function fewest(mails: Mails, most: number): Mails {
  const ids = Object.keys(mails);
  if (ids.length <= most) return mails;
  const gone = ids.map((id) => [hashOf(id), id] as const).sort((a, b) => (a[0] < b[0] ? 1 : -1))[0]?.[1];
  return Object.fromEntries(Object.entries(mails).filter(([id]) => id !== gone));
}
