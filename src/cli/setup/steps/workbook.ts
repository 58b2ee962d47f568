// Step 2: the workbook, made or adopted, with everything that helps an admin to fill it in.
import { isPlanned, planned } from '../doing.ts';
import { Stopped } from '../failure.ts';
import { findInDrive } from '../found.ts';
import type { Ground, Step } from '../ground.ts';
import { firstWorkbook } from '../workbook/first-workbook.ts';
import { readBook, type SeenBook, strangers } from '../workbook/seen.ts';
import { countedKinds, firstRuleTab, shapeRequests } from '../workbook/shape.ts';

export const workbookTitle = 'Tierline workbook';

export const workbook: Step = {
  name: 'The workbook',
  explains:
    'Makes the Google Sheet with your rules, or adopts yours: tabs, headers, help notes, drop-downs, colours, charts. Rows that are there stay as they are.',
  run: async (ground) => {
    const known = ground.memory.now.workbook;
    if (known && ground.adopt && known !== ground.adopt)
      throw new Stopped(
        `The desk works with another workbook (${known}). Leave --workbook out, or begin anew with another --state folder.`,
      );
    const id = known ?? (await adopted(ground)) ?? (await created(ground));
    ground.memory.put({ workbook: id });
    const requests = shapeRequests(await seen(ground, id), wantedIn(ground));
    if (requests.length === 0) return 'Nothing is missing.';
    await ground.doing.change({
      call: 'sheets.spreadsheets.batchUpdate',
      about: countedKinds(requests),
      does: () =>
        ground.google.sheets.spreadsheets.batchUpdate({
          spreadsheetId: id,
          requestBody: { requests: [...requests] },
        }),
      instead: null,
    });
    return `https://docs.google.com/spreadsheets/d/${id}/edit`;
  },
};

export const wantedIn = ({ memory, admin }: Pick<Ground, 'memory' | 'admin'>) => {
  const account = memory.now.account ?? '';
  return { account, starter: firstWorkbook({ account, admin: admin.email, timeZone: admin.timeZone }) };
};

async function adopted(ground: Ground): Promise<string | null> {
  if (ground.adopt) return ground.adopt;
  const id = await findInDrive(ground, 'workbook', workbookTitle);
  if (id) ground.say(`   An earlier run has made a workbook: it is used.\n`);
  return id;
}

/** Settings is its first tab, so that no empty Sheet1 is left over. */
async function created({ google, doing, admin }: Ground): Promise<string> {
  if (admin.email === '')
    throw new Stopped(
      'Say who the first admin is, with an own address: --admin you@your-company.com. The support mailbox itself cannot be one.',
    );
  const requestBody = {
    properties: { title: workbookTitle, locale: 'en_GB', timeZone: admin.timeZone },
    sheets: [
      {
        properties: {
          sheetId: firstRuleTab,
          title: 'Settings',
          gridProperties: { rowCount: 100, columnCount: 5, frozenRowCount: 1 },
        },
      },
    ],
  };
  return doing.change({
    call: 'sheets.spreadsheets.create',
    about: `'${workbookTitle}' in ${admin.timeZone}`,
    does: async () => {
      const { data } = await google.sheets.spreadsheets.create({ requestBody });
      if (!data.spreadsheetId) throw new Stopped('Google made a spreadsheet without an id.');
      return data.spreadsheetId;
    },
    instead: planned('the new workbook'),
  });
}

async function seen({ google, doing }: Ground, id: string): Promise<SeenBook> {
  if (isPlanned(id)) return { title: workbookTitle, tabs: [], names: [] };
  const book = await doing.ask('sheets.spreadsheets.get', () => readBook(google, id));
  const taken = strangers(book);
  if (taken.length > 0)
    throw new Stopped(
      `The workbook has tabs of your own called ${taken.join(', ')}: the desk needs these names. Rename them and run this again.`,
    );
  return book;
}
