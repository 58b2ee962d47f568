// What pick lists offer: people, teams, categories, tiers, and macros filled in for the ticket they are for.
import { isAway } from '../../complaints/availability.ts';
import { fill, variables } from '../../complaints/customer-mail.ts';
import type { Macro, Rules } from '../../complaints/rules.ts';
import { isLive, type Ticket } from '../../complaints/ticket.ts';
import type { Question } from '../request.ts';
import type { ChoicesView, TicketView } from '../views.ts';
import { byUrgency, lineOf, meView } from './lines.ts';
import { type Looking, ticketView } from './ticket-view.ts';
import { openIncidents } from './together-view.ts';

type Choosing = Extract<Question, { ask: 'choices' }>;

export function choicesView(question: Choosing, actor: string, looking: Looking): ChoicesView {
  const { rules, now } = looking;
  const { people, categories, settings } = rules;
  const [ticket = null, ...others] = about(question, looking);
  const view = ticket && ticketView(ticket, actor, looking);
  return {
    me: meView(actor, rules),
    ticket: view,
    others: others.map((one) => lineOf(one, rules, now)).slice(0, 10),
    people: people.map((person) => ({
      email: person.email,
      name: person.name,
      role: person.role,
      teams: person.teams,
      skills: person.skills,
      away: isAway(person, now),
    })),
    teams: [...new Set(people.flatMap((person) => person.teams))].sort(),
    categories: [
      ...categories.map(({ name, subcategory }) => ({ category: name, subcategory })),
      ...(categories.some(({ name }) => name === settings.fallbackCategory)
        ? []
        : [{ category: settings.fallbackCategory, subcategory: null }]),
    ],
    tiers: settings.tiers,
    incidents: openIncidents(looking.tickets),
    macros: ticket && view ? macrosFor(ticket, view, looking) : rules.macros.map(plainMacro),
  };
}

/** The ticket by its id; else the live ones of the addresses, the most urgent first. */
function about({ ticket: id, addresses }: Choosing, { rules, tickets, now }: Looking): readonly Ticket[] {
  if (id !== null) return tickets.filter((one) => one.id === id).slice(0, 1);
  const theirs = tickets.filter((one) => isLive(one) && addresses.includes(one.requester.address));
  const lines = new Map(theirs.map((one) => [one.id, lineOf(one, rules, now)]));
  return [...theirs].sort((a, b) => {
    const [first, second] = [lines.get(a.id), lines.get(b.id)];
    return first && second ? byUrgency(first, second) : 0;
  });
}

type MacroView = ChoicesView['macros'][number];

const plainMacro = ({ name, language, use, subject, body }: Macro): MacroView => ({
  name,
  language,
  use,
  subject,
  body,
});

/** Each macro once: in the customer's language, else in the desk's, else as it is. Who writes is who asks. */
function macrosFor(ticket: Ticket, { me, required }: TicketView, looking: Looking): readonly MacroView[] {
  const { rules, now } = looking;
  const values = { ...variables(ticket, rules, now), agent: me.name };
  const missing = required.filter(({ value }) => value === null).map(({ fact }) => fact);
  return inLanguage(rules, ticket.language).map((macro) => ({
    ...plainMacro(macro),
    subject: macro.subject && fill(macro.subject, values),
    body: withMissing(fill(macro.body, values), macro, missing),
  }));
}

function inLanguage({ macros, settings }: Rules, language: string): readonly Macro[] {
  const rank = (macro: Macro): number =>
    macro.language === language ? 0 : macro.language === settings.language ? 1 : 2;
  const best = new Map<string, Macro>();
  for (const macro of macros) {
    const known = best.get(macro.name);
    if (!known || rank(macro) < rank(known)) best.set(macro.name, macro);
  }
  return [...best.values()];
}

/** A macro that asks for information has a line with a lone `-`: there stands what is still missing. */
function withMissing(body: string, { use }: Macro, missing: readonly string[]): string {
  if (use !== 'ask for information' || missing.length === 0) return body;
  return body.replace(/^-[ \t]*$/m, () => missing.map((fact) => `- ${fact}`).join('\n'));
}
