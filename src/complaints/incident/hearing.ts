// What the opening mails of the last days said, as vectors: so that a new one can be told alike or not.
import { type Features, featuresOf } from '../learning/features.ts';
import type { RecentMail } from '../learning/incident.ts';
import { featuresOfText, featuresText } from '../learning/keep.ts';
import { raritiesOf, type Vector, vectorOf } from '../learning/vectors.ts';
import type { Mail } from '../mail.ts';
import type { Ticket } from '../ticket.ts';
import type { Work } from '../work.ts';

/** What is pasted further down makes two mails no more alike. */
const mostCharacters = 2_000;
/** The days that tell what is usual. */
const days = 7;
const most = 1_500;
/** While so few mails are known, a quarter more of them tells anew how rare words are. */
const few = 200;
const enough = 40;
/** A model of so many examples has read enough to say how rare a word is. */
const wellRead = 500;

/** To be kept with the ticket and with its solution. */
export const saidIn = ({ subject, words }: Pick<Mail, 'subject' | 'words'>): string =>
  featuresText(featuresOf({ subject, words: words.slice(0, mostCharacters) }));

export const voiceOf = ({ customer, requester }: Ticket): string => customer ?? requester.address;

interface Hearing {
  readonly features: Map<string, Features | null>;
  rarities: Float32Array;
  /** How many mails the rarities were reckoned from; -1: none yet. */
  from: number;
  vectors: WeakMap<Features, Vector>;
}

/** Reckoned once for all that happens to these tickets in one go. */
const hearings = new WeakMap<Work['tickets'], Hearing>();

/** The latest tickets that began with a mail, in the order in which they were opened. */
export function heard(work: Work): readonly RecentMail[] {
  const hearing = hearingOf(work);
  const since = work.now - days * 86_400_000;
  const latest = [...work.tickets.values()].slice(-most);
  const all = latest.flatMap((ticket) => {
    const features = ticket.opened < since || ticket.incident ? null : featuresIn(ticket, hearing);
    return features ? [{ id: ticket.id, customer: voiceOf(ticket), at: ticket.opened, features }] : [];
  });
  if (hearing.from < 0 || (all.length < few && all.length > hearing.from * 1.25)) {
    hearing.rarities = raritiesFor(work, all);
    hearing.from = all.length;
    hearing.vectors = new WeakMap();
  }
  return all;
}

export function vectorIn(work: Work, { features }: RecentMail): Vector {
  const { vectors, rarities } = hearingOf(work);
  const vector = vectors.get(features) ?? vectorOf(features, rarities);
  vectors.set(features, vector);
  return vector;
}

/** Enough mails are known to tell a rare word from one that is in every letter. */
export const hasHeardEnough = (work: Work): boolean => hearingOf(work).from >= enough;

export const raritiesIn = (work: Work): Float32Array => hearingOf(work).rarities;

function hearingOf({ tickets }: Work): Hearing {
  const known = hearings.get(tickets) ?? {
    features: new Map(),
    rarities: new Float32Array(),
    from: -1,
    vectors: new WeakMap(),
  };
  hearings.set(tickets, known);
  return known;
}

function featuresIn({ said }: Ticket, { features }: Hearing): Features | null {
  if (said === undefined) return null;
  const known = features.get(said);
  if (known !== undefined) return known;
  const read = featuresOfText(said);
  features.set(said, read);
  return read;
}

/** A new desk knows from its own macros which words are in every letter. */
function raritiesFor({ rules, learned: { model } }: Work, all: readonly RecentMail[]): Float32Array {
  if (model !== null && model.count >= wellRead) return model.rarities;
  const letters = rules.macros.map(({ body }) => featuresOf({ subject: '', words: body }));
  return raritiesOf([...all.map(({ features }) => features), ...letters]);
}
