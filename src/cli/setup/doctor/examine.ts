// The examination: all checks in the order in which one thing rests on another.
import { Stopped } from '../failure.ts';
import { account, workbookThere } from './account.ts';
import { codeAsBuilt, deployments, permissions, versionsLeft } from './code.ts';
import { clocks, doorOpens } from './door.ts';
import type { Check, Finding, Patient } from './finding.ts';
import { group } from './group.ts';
import { health } from './health.ts';
import { cursor, heartbeat, quota } from './running.ts';
import { problems } from './workbook.ts';

export const checks: readonly Check[] = [
  account,
  workbookThere,
  codeAsBuilt,
  deployments,
  versionsLeft,
  permissions,
  heartbeat,
  quota,
  cursor,
  health,
  problems,
  doorOpens,
  clocks,
  group,
];

/** A check that Google keeps from looking is told as such; the others go on. */
export async function examine(patient: Patient): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { name, look } of checks) {
    const found = await look(patient).catch((error: unknown) => {
      if (!(error instanceof Stopped)) throw error;
      return {
        verdict: 'wrong' as const,
        what: 'Google kept this from being looked at.',
        remedy: error.message,
      };
    });
    findings.push({ check: name, ...found });
    // Without a sign-in or a desk nothing else can be looked at.
    if (name === account.name && found.verdict === 'wrong') break;
  }
  return findings;
}

const marks = { right: 'ok   ', watch: 'watch', wrong: 'WRONG', unknown: '?    ' } as const;

export function written(findings: readonly Finding[]): string {
  return findings
    .map(({ check, verdict, what, remedy }) =>
      [`${marks[verdict]} ${check}: ${what}`, ...(remedy ? [`      ${remedy}`] : []), ''].join('\n'),
    )
    .join('');
}
