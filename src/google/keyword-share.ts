// The night's chore that reads a finished week's opening mails again, to see what words its escalations share.
import { mostRead } from '../complaints/figures/sample.ts';
import { type ReadAgain, sharedWords } from '../complaints/figures/shared-words.ts';
import { readMail } from '../complaints/message.ts';
import type { Rules } from '../complaints/rules.ts';
import { ask } from './answers.ts';
import { batchSize, messageBatches, messagesOf } from './batch.ts';
import { identityOf } from './identity.ts';
import type { Chore } from './night.ts';
import { periodsAt, readCounted, writeCounted } from './report-book.ts';
import { isMessage } from './see.ts';

const mostWords = 48;

/** Mails are read, counted and forgotten in one slice: only words that tell of nobody are written down. */
export const keywordShare: Chore = {
  name: 'Words of escalations',
  work: (night) => {
    const { rules, memo, now } = night;
    const [, week = ''] = periodsAt(now, rules.settings.timeZone);
    const { ledger, read } = readCounted(memo.workbook);
    const sample = ledger.samples[week];
    if (!sample || read.includes(week)) return null;
    const [escalated, others] = [sample.escalated, sample.others].map((mails) =>
      Object.values(mails).slice(0, mostRead),
    );
    const words = sharedWords(
      [...readAgain(escalated, true, rules), ...readAgain(others, false, rules)],
      [
        ...rules.people.map(({ name }) => name),
        ...rules.customers.map(({ name }) => name),
        rules.settings.company,
      ],
    );
    // Somebody may have asked for reports meanwhile.
    const counted = readCounted(memo.workbook);
    writeCounted(night, {
      ...counted,
      words: [...words.map((one) => ({ ...one, week })), ...counted.words].slice(0, mostWords),
      read: [...counted.read, week].slice(-9),
    });
    return null;
  },
};

/** Gmail allows 6,000 units a minute and a mail costs 20: fifty every twelve seconds leave a sixth to the rest. */
const pause = 12_000;

/** A mail that is gone or cannot be read is passed over. Throws when Gmail is too busy: another night will do. */
function readAgain(ids: readonly string[] = [], escalated: boolean, rules: Rules): readonly ReadAgain[] {
  const identity = identityOf(rules);
  return messageBatches(ids).flatMap((batch, at) => {
    Utilities.sleep(pause);
    const [answer] = ask([batch]);
    const part = ids.slice(at * batchSize, (at + 1) * batchSize);
    return (answer ? messagesOf(answer, part) : []).flatMap((fetched) => {
      if ('status' in fetched && (fetched.status === 429 || fetched.status === 403 || fetched.status >= 500))
        throw new Error(`Gmail was busy: HTTP ${fetched.status}`);
      if (!isMessage(fetched)) return [];
      try {
        return [{ mail: readMail(fetched.message, identity), escalated }];
      } catch {
        return [];
      }
    });
  });
}
