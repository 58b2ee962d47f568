// Whether the desk runs: its trigger's heartbeat, the day's use of trigger time, the age of its place in the mailbox.
import { counted } from '../../../complaints/wording.ts';
import { stored } from '../../../rules/desk/desk-state.ts';
import { deskTabs } from '../../../rules/desk/tabs.ts';
import { readRules } from '../../../rules/read.ts';
import { statusOf } from '../failure.ts';
import { rulesWorkbook } from '../labels.ts';
import { runs } from '../processes.ts';
import { editorOf } from '../steps/projects.ts';
import { type Check, type Patient, right, unknown, watch, wrong } from './finding.ts';
import { healthRows, isForecast } from './health.ts';

const minute = 60_000;
/** Six hours a day in a Workspace. */
const allowance = 6 * 3600;

const ticks = (patient: Patient) =>
  runs(patient, patient.memory.now.desk ?? '', {
    functionName: 'tick',
    since: patient.now() - 24 * 60 * minute,
  });

export const heartbeat: Check = {
  name: 'Trigger and heartbeat',
  look: async (patient) => {
    const [last, ...before] = (await ticks(patient)).filter(({ kind }) => kind === 'TIME_DRIVEN');
    const again = `Open ${editorOf(patient.memory.now.desk ?? '')} and run install again.`;
    if (!last) return wrong('The trigger has not run for a day.', again);
    const age = Math.round((patient.now() - last.at) / minute);
    const every = readRules(await rulesWorkbook(patient), null).rules.settings.tickMinutes;
    if (age > 3 * every + 5)
      return wrong(`The last run was ${age} minutes ago; it should run every ${every}.`, again);
    const failed = [last, ...before].filter(({ status }) => !/^(COMPLETED|RUNNING)$/.test(status)).length;
    if (last.status !== 'COMPLETED' && last.status !== 'RUNNING')
      return wrong(
        `The last run ended as ${last.status}.`,
        'See Executions in the editor of the desk for what it said.',
      );
    return failed > 5
      ? watch(
          `It ran ${age} minutes ago, but ${failed} of the last 50 runs failed.`,
          'See Executions in the editor.',
        )
      : right(`It ran ${age} minutes ago.`);
  },
};

export const quota: Check = {
  name: 'Quotas',
  look: async (patient) => {
    const day = (await ticks(patient)).filter(({ kind }) => kind === 'TIME_DRIVEN');
    const [newest, oldest] = [day[0], day.at(-1)];
    if (!newest || !oldest || day.length < 5) return unknown('Too few runs to say.', '');
    const span = (newest.at - oldest.at) / 1000 + newest.seconds;
    const share = ((day.reduce((sum, { seconds }) => sum + seconds, 0) / span) * (24 * 3600)) / allowance;
    const what = `At this rate ${Math.round(share * 100)} % of the day's six hours.`;
    const [forecast] = (await healthRows(patient)).filter(isForecast);
    if (share < 0.5 && forecast) return watch(`${what} ${forecast[0]} ${forecast[1]}.`, forecast[2]);
    if (share < 0.5) return right(`${what} The desk foresees the end of no quota.`);
    const remedy = 'Set Check every to 5 or 10 in Settings.';
    return share < 1 ? watch(what, remedy) : wrong(what, remedy);
  },
};

/** Gmail forgets a place after a week or so, sometimes earlier: then the desk reads everything again, which is slow. */
export const cursor: Check = {
  name: 'Place in the mailbox',
  look: async ({ google, doing, memory, now }) => {
    const { data } = await doing.ask('sheets.spreadsheets.values.get', () =>
      google.sheets.spreadsheets.values.get({
        spreadsheetId: memory.now.workbook ?? '',
        range: `${deskTabs.state.name}!A2:B`,
      }),
    );
    const { state } = stored(data.values ?? []);
    if (!state?.cursor) return unknown('The desk has not written one yet.', 'Send a mail to the desk.');
    const known = await doing.ask('gmail.users.history.list', async () => {
      try {
        await google.gmail.users.history.list({ userId: 'me', startHistoryId: state.cursor, maxResults: 1 });
        return true;
      } catch (error) {
        if (statusOf(error) === 404) return false;
        throw error;
      }
    });
    const days = Math.floor((now() - state.lastMailAt) / (24 * 60 * minute));
    const age = state.lastMailAt > 0 ? ` Its newest mail is ${counted(days, 'day')} old.` : '';
    return known
      ? right(`Gmail still knows the place up to which the desk has read.${age}`)
      : watch(
          `Gmail has forgotten the place that stands in the workbook.${age} The desk keeps a newer one where no mail came for long; else its next tick compares the whole mailbox.`,
          'Wait for two ticks, then look again.',
        );
  },
};
