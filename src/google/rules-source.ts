// Where the desk's rules come from: the copy kept in the workbook, or the admin's tabs after an edit.
import type { Work } from '../complaints/desk.ts';
import { pilotRules } from '../complaints/pilot.ts';
import { hashOf } from '../complaints/reading/hash.ts';
import type { Problem, Rules } from '../complaints/rules.ts';
import type { Instant } from '../complaints/time.ts';
import { send } from '../complaints/work.ts';
import { changes } from '../rules/changes.ts';
import { mostProblems } from '../rules/desk/problem-rows.ts';
import { problemText } from '../rules/problem.ts';
import { inWeight, problemsIn } from '../rules/problems.ts';
import { tables } from '../rules/tables.ts';
import type { Book } from './workbook.ts';

export const ruleTabNames = tables.map((table) => table.tab);

export interface RulesNow {
  readonly rules: Rules;
  readonly problems: readonly Problem[];
  readonly changed: boolean;
  /** How often the desk looks from now on, in minutes; null: as before. */
  readonly pace: Rules['settings']['tickMinutes'] | null;
  /** Problems that were not there when the rules were last read. */
  readonly fresh: readonly Problem[];
  /** Edits that are not published. */
  readonly unpublished: number;
}

export function currentRules(book: Book, withRules: boolean, now: Instant): RulesNow {
  const before = book.state?.problems ?? [];
  if (book.rules && !(withRules && book.ruleTabs)) {
    const unpublished = book.state?.unpublished ?? 0;
    return { rules: book.rules, problems: before, changed: false, pace: null, fresh: [], unpublished };
  }
  const last = book.next ?? book.rules;
  const { rules: edited, problems: all } = problemsIn(book.ruleTabs ?? {}, last, now);
  const problems = inWeight(all).slice(0, mostProblems);
  const rules = inForce(last, edited);
  return {
    rules,
    problems,
    changed: book.next !== null || rules.version !== book.rules?.version,
    pace:
      book.rules && book.rules.settings.tickMinutes !== rules.settings.tickMinutes
        ? rules.settings.tickMinutes
        : null,
    fresh: before.length < mostProblems ? problems.filter(isNews(before)) : [],
    unpublished: unpublished(rules, edited).length,
  };
}

/** Hints are for those who look into the workbook. */
function isNews(before: readonly Problem[]): (problem: Problem) => boolean {
  const known = new Set(before.map(problemText));
  return (problem) => problem.level !== 'hint' && !known.has(problemText(problem));
}

/** Whether the desk is paused and who is away are no rules: they hold at once, in a pilot too. */
function withFacts(rules: Rules, { settings, people }: Rules): Rules {
  const away = new Map(people.map((person) => [person.email, person.away]));
  const { pilot } = rules;
  const told = (all: Rules['people']): Rules['people'] =>
    all.map((person) => ({ ...person, away: away.get(person.email) ?? person.away }));
  return {
    ...rules,
    settings: { ...rules.settings, paused: settings.paused },
    people: told(rules.people),
    ...(pilot?.parts.people
      ? { pilot: { ...pilot, parts: { ...pilot.parts, people: told(pilot.parts.people) } } }
      : {}),
  };
}

/** Published rules hold until others are published. */
function inForce(last: Rules | null, edited: Rules): Rules {
  if (last?.settings.rulesTakeEffect !== 'when published') return edited;
  const now = withFacts(last, edited);
  const text = JSON.stringify(now);
  return text === JSON.stringify(last) ? last : { ...now, version: hashOf(text) };
}

/** What the tabs say and neither the rules in force nor a pilot: one entry an edit. */
export function unpublished(rules: Rules, edited: Rules): readonly string[] {
  if (rules === edited) return [];
  const piloted = rules.pilot ? pilotRules(rules, rules.pilot) : rules;
  return changes(withFacts(piloted, edited), edited);
}

/** Admins hear of new problems once. */
export function tellProblems(work: Work, { rules, fresh }: RulesNow): void {
  if (fresh.length === 0) return;
  const reason = fresh.slice(0, 20).map(problemText).join('\n');
  const more = fresh.length > 20 ? `\n... and ${fresh.length - 20} more in Problems` : '';
  const key = hashOf(...fresh.map(problemText), String(work.now));
  for (const { email } of rules.people.filter((person) => person.role === 'admin'))
    send(
      work,
      {
        do: 'notice',
        to: email,
        kind: 'problem',
        line: `${fresh.length} new ${fresh.length === 1 ? 'problem' : 'problems'} in the workbook; the desk goes on with the sound rows`,
        reason: reason + more,
        due: null,
        threadId: null,
      },
      { ticket: null, key: `${email}|${key}` },
    );
}
