// Macros for the one who writes: filled with what is known of the ticket, the customer's language first.
import { fill, variables } from '../../complaints/customer-mail.ts';
import { deskTabs } from '../../rules/desk/tabs.ts';
import { ticketOfRow } from '../../rules/desk/ticket-row.ts';
import type { Bench } from './bench.ts';
import { rulesNow } from './rules-now.ts';
import type { MacroView } from './views.ts';

export function macrosFor(bench: Bench, id: string | null): readonly MacroView[] {
  const { rules } = rulesNow(bench);
  const row = bench.office.rows(deskTabs.tickets.name).find((one) => one.Ticket === id);
  const ticket = row ? (ticketOfRow(row.state ?? '')?.ticket ?? null) : null;
  const values = ticket ? variables(ticket, rules, bench.office.world.now()) : {};
  const mine = (language: string): number =>
    language === (ticket?.language ?? rules.settings.language) ? 0 : 1;
  return rules.macros
    .map(({ name, language, subject, body }) => ({
      name,
      language,
      subject: subject && fill(subject, values),
      body: fill(body, values),
    }))
    .sort((a, b) => mine(a.language) - mine(b.language));
}
