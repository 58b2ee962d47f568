// Finds in Drive what an interrupted run has made and could not write down any more.
import { Stopped } from './failure.ts';
import type { Ground } from './ground.ts';

const kinds = {
  workbook: 'application/vnd.google-apps.spreadsheet',
  script: 'application/vnd.google-apps.script',
} as const;

/** The id of the one file of that name; null where there is none. @throws where there are several. */
export async function findInDrive(
  { google, doing }: Pick<Ground, 'google' | 'doing'>,
  kind: keyof typeof kinds,
  name: string,
): Promise<string | null> {
  const q = `name = '${name}' and mimeType = '${kinds[kind]}' and 'me' in owners and trashed = false`;
  const { data } = await doing.ask('drive.files.list', () =>
    google.drive.files.list({ q, fields: 'files(id,name)', pageSize: 10 }),
  );
  const files = data.files ?? [];
  if (files.length > 1)
    throw new Stopped(
      `Drive holds ${files.length} files called '${name}'. Put those you do not use into the bin, then run this again.`,
    );
  return files[0]?.id ?? null;
}
