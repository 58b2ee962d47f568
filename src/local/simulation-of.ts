// Puts together what a simulation found, from the desk's own tabs and the world's counters.
import type { Rules } from '../complaints/rules.ts';

import { type DeskRecord, readDesk } from './desk-record.ts';
import type { Office } from './office.ts';
import type { Posted, PostedMail } from './play.ts';
import { simulatedTicket } from './simulated-ticket.ts';
import type { Period, SimulatedMail, SimulatedProblem, Simulation } from './simulation.ts';
import type { ExecutionRecord } from './world/world.ts';

export interface Around {
  readonly rules: Rules;
  readonly problems: readonly SimulatedProblem[];
  readonly period: Period;
}

export function simulationOf(desk: Office, posted: Posted, { rules, problems, period }: Around): Simulation {
  const record = readDesk(desk.rows);
  const now = Date.parse(period.until);
  return {
    mails: posted.mails.map((mail) => simulatedMail(mail, record)),
    tickets: record.tickets.map((ticket) =>
      simulatedTicket(ticket, { rules, now, journal: record.journal.get(ticket.id) ?? [] }),
    ),
    notices: record.notices,
    calls: posted.usage.calls(desk.world.calls.count()),
    quota: posted.usage.quota(),
    problems: [...problems, ...leftOut(posted), ...unseen(posted, record), ...failed(posted.failures)],
    period,
  };
}

function simulatedMail({ mail, gmailId }: PostedMail, record: DeskRecord): SimulatedMail {
  const row = record.mails.get(gmailId);
  const { file, messageId, from, subject } = mail;
  return {
    file,
    messageId,
    from,
    subject,
    mayAnswer: row?.mayAnswer ?? false,
    outcome: row?.outcome ?? 'parked',
    ticket: row?.ticket ?? null,
    reason: row?.reason ?? 'The desk had not read it when the simulation ended.',
  };
}

function leftOut({ leftOut }: Posted): readonly SimulatedProblem[] {
  return leftOut.map(({ mail, why }) => ({
    where: mail.file,
    what: `left out, because it is ${why === 'never received' ? 'not for this mailbox' : why}.`,
    advice: '',
  }));
}

function unseen({ mails }: Posted, record: DeskRecord): readonly SimulatedProblem[] {
  return mails
    .filter(({ gmailId }) => !record.mails.has(gmailId))
    .map(({ mail }) => ({
      where: mail.file,
      what: 'the desk had not read it when the simulation ended.',
      advice: 'Simulate longer with --until.',
    }));
}

/** Equal failures once, with how often. */
function failed(failures: readonly ExecutionRecord[]): readonly SimulatedProblem[] {
  const counts = new Map<string, ExecutionRecord[]>();
  for (const one of failures) {
    const key = `${one.function}: ${one.error ?? one.status}`;
    counts.set(key, [...(counts.get(key) ?? []), one]);
  }
  return [...counts].map(([what, those]) => ({
    where: 'Desk',
    what: `${what} (${those.length} times, first at ${new Date(those[0]?.startedAt ?? 0).toISOString()}).`,
    advice: 'This is a fault of Tierline: please report it.',
  }));
}
