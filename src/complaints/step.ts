// Taking one step of the ladder: each of its actions, once.
import { answer } from './customer-mail.ts';
import { escalate } from './escalate.ts';
import type { Rung } from './ladder.ts';
import { leadOf, tell } from './notices.ts';
import type { NoticeKind } from './plan.ts';
import { type StepAction, severities } from './rules.ts';
import type { Ticket } from './ticket.ts';
import { clockText, localTime } from './wording.ts';
import { record, ticketOf, type Work } from './work.ts';

export function takeStep(work: Work, id: string, rung: Rung): void {
  const { clock, due, key, step, warning } = rung;
  record(
    work,
    id,
    { type: warning ? 'warned' : 'step taken', clock, due, step: step.text },
    { reason: whyText(rung, work), key },
  );
  for (const action of step.actions) carryOut(work, id, action, rung);
}

function whyText({ clock, due, step }: Rung, work: Work): string {
  const when = localTime(due, work.rules.settings.timeZone);
  return `Ladder step "${step.text}": ${clockText(clock)} is due ${when}`;
}

function carryOut(work: Work, id: string, action: StepAction, rung: Rung): void {
  switch (action.do) {
    case 'tell':
      inform(work, id, whoOf(action.who, ticketOf(work, id), work), rung);
      return;
    case 'tell person':
      inform(work, id, [action.person], rung);
      return;
    case 'next tier':
      climbTo(work, id, ticketOf(work, id).tier + 1, rung);
      return;
    case 'tier':
      climbTo(work, id, action.tier, rung);
      return;
    case 'hand to':
      escalate(work, id, {
        way: 'functional',
        to: ticketOf(work, id).tier,
        because: 'ladder',
        reason: whyText(rung, work),
        owner: [action.owner],
        key: `${rung.key}|hand`,
      });
      return;
    case 'raise severity':
      raiseSeverity(work, id, rung);
      return;
    case 'label':
      record(work, id, { type: 'label added', label: action.label }, { reason: whyText(rung, work) });
      return;
    case 'holding reply':
      answer(work, ticketOf(work, id), 'holding reply', rung.key);
      return;
    default:
      action satisfies never;
  }
}

function whoOf(who: 'owner' | 'lead' | 'co-owners', ticket: Ticket, work: Work): readonly string[] {
  if (who === 'co-owners') return ticket.coOwners;
  if (who === 'lead' || ticket.owner === null) return [leadOf(ticket, work)];
  return [ticket.owner];
}

function inform(work: Work, id: string, people: readonly string[], rung: Rung): void {
  const kind: NoticeKind = rung.warning ? 'warning' : 'breach';
  for (const person of people)
    tell(work, ticketOf(work, id), person, {
      kind,
      reason: whyText(rung, work),
      key: rung.key,
      due: rung.due,
    });
}

/** At the top already: nobody is above, so the lead is told instead. */
function climbTo(work: Work, id: string, tier: number, rung: Rung): void {
  const ticket = ticketOf(work, id);
  const to = Math.min(tier, work.rules.settings.tiers.length);
  if (to <= ticket.tier) {
    inform(work, id, [leadOf(ticket, work)], rung);
    return;
  }
  escalate(work, id, {
    way: 'hierarchical',
    to,
    because: 'ladder',
    reason: whyText(rung, work),
    key: `${rung.key}|tier`,
  });
}

function raiseSeverity(work: Work, id: string, rung: Rung): void {
  const ticket = ticketOf(work, id);
  const next = severities[severities.indexOf(ticket.severity) + 1];
  if (next) record(work, id, { type: 'severity set', severity: next }, { reason: whyText(rung, work) });
}
