// A further mail of the customer on an open ticket: what it says can raise severity, mood and tier, never lower severity.
import { grasp } from './grasp.ts';
import type { Mail } from './mail.ts';
import { unansweredIn } from './mood-waiting.ts';
import { raise } from './open.ts';
import { severities } from './rules.ts';
import { record, ticketOf, type Work } from './work.ts';

export function heed(work: Work, id: string, mail: Mail): void {
  const ticket = ticketOf(work, id);
  const unanswered = unansweredIn(ticket.messages, mail.at);
  const understood = grasp(mail, { customerTier: ticket.customerTier, unanswered }, work);
  const { category, sureness, severity, mood, flags } = understood;
  const isInTriage = ticket.category === work.rules.settings.fallbackCategory && ticket.sureness !== null;
  if (isInTriage && category.is.category !== ticket.category)
    record(work, id, { type: 'category set', ...category.is, sureness }, { reason: category.why });
  if (severities.indexOf(severity.is) > severities.indexOf(ticket.severity))
    record(work, id, { type: 'severity set', severity: severity.is }, { reason: severity.why });
  if (mood.is !== ticket.mood) record(work, id, { type: 'mood seen', mood: mood.is }, { reason: mood.why });
  for (const flag of flags.filter(({ is }) => !ticket.flags.includes(is)))
    record(work, id, { type: 'flagged', flag: flag.is }, { reason: flag.why });
  raise(work, id, understood);
}
