// Remembers the opening mail of a ticket, as numbers: a later correction needs no look at the mail.
import { evidenceIn } from './evidence.ts';
import { exampleOf } from './learning/example.ts';
import type { Mail } from './mail.ts';
import { ticketOf, type Work } from './work.ts';

export function remember(work: Work, id: string, mail: Mail): void {
  const { category, subcategory } = ticketOf(work, id);
  const { rules } = work;
  const example = exampleOf(mail, { path: { category, subcategory }, at: mail.at, key: id, trust: 0 }, rules);
  const spoke = evidenceIn(mail, rules.categories)
    .filter(({ row }) => row.name === category)
    .map(({ row, keyword }) => ({ category, subcategory: row.subcategory, keyword }));
  work.remembered.push({ example, spoke });
}
