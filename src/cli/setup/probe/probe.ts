// The probe: a scratch project and spreadsheet, twelve checks run by the admin, a report of what was found.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../../build/root.ts';
import { isPlanned, planned } from '../doing.ts';
import { Stopped } from '../failure.ts';
import { findInDrive } from '../found.ts';
import { type Ground, until } from '../ground.ts';
import { madeProject } from '../made-project.ts';
import { pushedTo } from '../pushing.ts';
import { prerequisites } from '../steps/prerequisites.ts';
import { editorOf } from '../steps/projects.ts';
import { kit } from './kit.ts';
import { type Result, type Row, resultsOf } from './report.ts';

export const probeTitle = 'Tierline probe';

/** Safe to run again: it looks again at what was found meanwhile. */
export async function runProbe(ground: Ground): Promise<readonly Result[]> {
  ground.say(`${await prerequisites.run(ground)}\n`);
  const spreadsheet = (await findInDrive(ground, 'workbook', probeTitle)) ?? (await newSpreadsheet(ground));
  const script = (await findInDrive(ground, 'script', probeTitle)) ?? (await madeProject(ground, probeTitle));
  await pushedTo(ground, { which: 'probe', scriptId: script }, scratchFiles(spreadsheet));
  if (!ground.doing.dry && (await rowsIn(ground, spreadsheet)).length === 0)
    await asked(ground, { script, spreadsheet });
  return resultsOf(ground.doing.dry ? [] : await rowsIn(ground, spreadsheet));
}

function scratchFiles(spreadsheet: string) {
  const scratch = join(projectRoot(), 'src', 'cli', 'setup', 'probe', 'scratch');
  return {
    'appsscript.json': readFileSync(join(scratch, 'appsscript.json'), 'utf8'),
    'probe.js': readFileSync(join(scratch, 'probe.js'), 'utf8'),
    'where.js': `var SPREADSHEET = ${JSON.stringify(spreadsheet)};\n`,
  };
}

const newSpreadsheet = ({ google, doing }: Ground): Promise<string> =>
  doing.change({
    call: 'sheets.spreadsheets.create',
    about: `'${probeTitle}', for what the checks find`,
    does: async () => {
      const { data } = await google.sheets.spreadsheets.create({
        requestBody: { properties: { title: probeTitle } },
      });
      return data.spreadsheetId ?? '';
    },
    instead: planned('the spreadsheet of the probe'),
  });

const patience = { every: 10_000, atMost: 20 * 60_000 };

/** Waits for the row of the last check. */
async function asked(
  ground: Ground,
  { script, spreadsheet }: { script: string; spreadsheet: string },
): Promise<void> {
  ground.say(
    `Open ${editorOf(script)}, choose 'probe', press Run and allow everything. It deletes its label and its triggers; bin the project when you are done.\nWaiting until it has run.\n`,
  );
  const last = Math.max(...kit.map(({ number }) => number));
  const done = await until(ground, patience, async () =>
    (await rowsIn(ground, spreadsheet)).some(({ number }) => number === last) ? true : null,
  );
  if (!done) throw new Stopped('probe has not run yet. Run it, then run this again.');
}

async function rowsIn({ google, doing }: Ground, spreadsheetId: string): Promise<readonly Row[]> {
  if (isPlanned(spreadsheetId)) return [];
  const { data } = await doing.ask('sheets.spreadsheets.values.get', () =>
    google.sheets.spreadsheets.values.get({ spreadsheetId, range: 'A1:C' }),
  );
  return (data.values ?? []).map(([number, outcome, detail]) => ({
    number: Number(number),
    outcome: String(outcome ?? '')
      .trim()
      .toLowerCase(),
    detail: String(detail ?? ''),
  }));
}
