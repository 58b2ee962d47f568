// What the desk remembers of mails and what people told about them, as rows of Lessons and Learning. No word of a mail.
import { customerKey, type Example } from '../../complaints/learning/example.ts';
import {
  afterFeedback,
  type Feedback,
  type Remembered,
  type Spoke,
} from '../../complaints/learning/feedback.ts';
import { keep, kept } from '../../complaints/learning/keep.ts';

/** Ticket, what it is, the line itself, the keywords that spoke. */
export type LearningRow = readonly string[];

export const rememberedRow = ({ example, spoke }: Remembered): LearningRow => [
  example.key,
  'mail',
  keep(example),
  JSON.stringify(spoke.map(({ category, subcategory, keyword }) => [category, subcategory, keyword])),
];

export function feedbackRow(feedback: Feedback): LearningRow {
  const { ticket, is, ...told } = feedback;
  return [ticket, is, JSON.stringify(told), ''];
}

/** Something was told of a ticket whose mail nobody remembers: it is not looked for again. */
export const forgottenRow = (ticket: string): LearningRow => [ticket, 'forgotten', '', ''];

export interface Lessons {
  /** By ticket, in the order in which they were opened. */
  readonly mails: ReadonlyMap<string, LearningRow>;
  readonly told: ReadonlyMap<string, readonly Feedback[]>;
  readonly forgotten: ReadonlySet<string>;
}

export function lessonsIn(rows: readonly LearningRow[]): Lessons {
  const mails = new Map<string, LearningRow>();
  const told = new Map<string, Feedback[]>();
  const forgotten = new Set<string>();
  for (const row of rows) {
    const [ticket = '', is = ''] = row;
    if (is === 'mail') mails.set(ticket, row);
    else if (is === 'forgotten') forgotten.add(ticket);
    else {
      const feedback = feedbackOf(row);
      if (feedback)
        told.set(
          ticket,
          [...(told.get(ticket) ?? []), feedback].sort((a, b) => a.at - b.at),
        );
    }
  }
  return { mails, told, forgotten };
}

function feedbackOf([ticket = '', is = '', line = '']: LearningRow): Feedback | null {
  try {
    return { ticket, is, ...JSON.parse(line) } as Feedback;
  } catch {
    return null;
  }
}

export function rememberedOf([, , line = '', spoke = '']: LearningRow): Remembered | null {
  const example = kept(line);
  return example ? { example, spoke: spokeOf(spoke) } : null;
}

function spokeOf(text: string): readonly Spoke[] {
  try {
    const read = JSON.parse(text || '[]') as readonly (readonly [string, string | null, string])[];
    return read.map(([category, subcategory, keyword]) => ({ category, subcategory, keyword }));
  } catch {
    return [];
  }
}

/** What was told since the model was made, of mails that are remembered here. */
export function freshExamples({ mails, told }: Lessons): readonly Example[] {
  return [...told].flatMap(([ticket, feedback]) => {
    const row = mails.get(ticket);
    const example = row && kept(row[2] ?? '');
    const after = example ? afterFeedback(example, feedback) : null;
    return after && after.trust > 0 ? [after] : [];
  });
}

/** Tickets of which something was told and whose mail is not remembered here. */
export const lackingIn = ({ mails, told, forgotten }: Lessons): readonly string[] =>
  [...told.keys()].filter((ticket) => !mails.has(ticket) && !forgotten.has(ticket));

/**
 * Places (0 is the first) of the rows that hold anything of a customer, in Learning or in Lessons: for an erasure.
 * The cells `model` of the tab Model must be emptied in the same write (`about` stays): what was learned is in its
 * weights. The next tick sees that the model is missing, and the desk learns anew from the rows that are left.
 */
export function rowsOfCustomer(rows: readonly LearningRow[], address: string): readonly number[] {
  const customer = customerKey(address);
  const tickets = new Set(
    rows.flatMap(([ticket = '', , line = '']) => (kept(line)?.customer === customer ? [ticket] : [])),
  );
  return rows.flatMap(([ticket = ''], at) => (tickets.has(ticket) ? [at] : []));
}
