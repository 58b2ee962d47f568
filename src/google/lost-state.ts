// What the desk knows again where somebody emptied its hidden tab State: its rules from Versions, its numbers from the journal.
import type { Memory } from '../complaints/plan.ts';
import type { Rules } from '../complaints/rules.ts';
import { noMemory } from '../complaints/work.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { versionsIn } from '../rules/desk/versions.ts';
import { askOne } from './answers.ts';
import { cells, rangesAsk, valuesOf } from './workbook.ts';

const { tickets, archive, journal, versions } = deskTabs;
const columns = [`${tickets.name}!A2:A`, `${archive.name}!A2:A`, `${journal.name}!B2:B`];

/** A new ticket never gets the number of an old one. */
export function memoryAgain(workbook: string): Memory {
  const ids = valuesOf(askOne(rangesAsk(workbook, columns))).flat(2);
  const numbers = ids.map((id) => Number(/\d+$/.exec(String(id))?.[0] ?? 0));
  return { ...noMemory, lastTicket: numbers.reduce((most, one) => Math.max(most, one), 0) };
}

/** Null where Versions does not hold them either. */
export function rulesAgain(workbook: string): Rules | null {
  return (
    versionsIn(cells(workbook, `${versions.name}!A2:AD`)).find(
      ({ state, rules }) => state === 'published' && rules,
    )?.rules ?? null
  );
}
