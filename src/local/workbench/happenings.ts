// What happened lately, in the words of the journal and the outbox: how a person at the workbench sees it happen.
import { deskTabs } from '../../rules/desk/tabs.ts';
import type { Bench } from './bench.ts';
import type { Happening } from './views.ts';

const mostKept = 200;

/** Reads what the desk has written since it was last asked. */
export function readHappenings(bench: Bench): readonly Happening[] {
  const { office, told } = bench;
  const rowsAfter = (tab: string, count: number): unknown[][] =>
    office.world.sheets.values(office.workbook, tab).slice(1 + count);
  const journal = rowsAfter(deskTabs.journal.name, told.journal);
  const outbox = rowsAfter(deskTabs.outbox.name, told.outbox);
  if (journal.length + outbox.length === 0) return [];
  told.journal += journal.length;
  told.outbox += outbox.length;
  const fresh = [...journal.map(fromJournal), ...outbox.map(fromOutbox)].sort((a, b) => a.at - b.at);
  const last = bench.happenings.at(-1)?.serial ?? 0;
  const numbered = fresh.map((one, index) => ({ ...one, serial: last + 1 + index }));
  bench.happenings = [...bench.happenings, ...numbered].slice(-mostKept);
  return numbered;
}

type Fresh = Omit<Happening, 'serial'>;

function fromJournal(row: readonly unknown[]): Fresh {
  const [at, ticket, what, actor, reason, , data] = row.map(text);
  return {
    at: Date.parse(at ?? ''),
    ticket: ticket ?? '',
    what: what ?? '',
    actor: actor ?? '',
    reason: reason ?? '',
    details: parsed(data ?? ''),
  };
}

function fromOutbox(row: readonly unknown[]): Fresh {
  const [, at, , ticket, kind, to, what, why] = row.map(text);
  return {
    at: Date.parse(at ?? ''),
    ticket: ticket ?? '',
    what: 'mail',
    actor: 'desk',
    reason: why ?? '',
    details: { kind, to, what },
  };
}

const text = (cell: unknown): string => String(cell ?? '');

/** Very long details were cut when they were written. */
function parsed(data: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(data || '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}
