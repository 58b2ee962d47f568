// The desk's label in the mailbox: its root as Settings names it.
import { readRules } from '../../rules/read.ts';
import type { Cell, Workbook } from '../../rules/sheet.ts';
import { tables } from '../../rules/tables.ts';
import { isPlanned } from './doing.ts';
import type { Ground } from './ground.ts';
import { quoted } from './workbook/seen.ts';

/** The rules tabs as they are now. */
export async function rulesWorkbook({
  google,
  doing,
  memory,
}: Pick<Ground, 'google' | 'doing' | 'memory'>): Promise<Workbook> {
  const spreadsheetId = memory.now.workbook ?? '';
  if (spreadsheetId === '' || isPlanned(spreadsheetId)) return {};
  const ranges = tables.map(({ tab }) => `${quoted(tab)}!A1:AZ`);
  const { data } = await doing.ask('sheets.spreadsheets.values.batchGet', () =>
    google.sheets.spreadsheets.values.batchGet({ spreadsheetId, ranges }),
  );
  return Object.fromEntries(
    tables.map(({ tab }, index) => [tab, (data.valueRanges?.[index]?.values ?? []) as Cell[][]]),
  );
}

/** The label's name; null where the mailbox has none. A dry run takes it for granted. */
export async function labelIsThere(
  ground: Pick<Ground, 'google' | 'doing' | 'memory'>,
): Promise<string | null> {
  const root = readRules(await rulesWorkbook(ground), null).rules.settings.labelRoot;
  if (ground.doing.dry) return root;
  const { data } = await ground.doing.ask('gmail.users.labels.list', () =>
    ground.google.gmail.users.labels.list({ userId: 'me' }),
  );
  return (data.labels ?? []).some(({ name }) => name?.toLowerCase() === root.toLowerCase()) ? root : null;
}
