// Runs the desk over a mail archive in an imitated Google: every mail arrives at its Date, every trigger ticks.
import { build } from '../../build/build.ts';
import type { BuiltProject } from '../../build/make.ts';
import { calendarOf } from '../complaints/availability.ts';
import type { Rules } from '../complaints/rules.ts';
import { dueWorkingDays } from '../complaints/working-days.ts';
import { readRules } from '../rules/read.ts';
import type { Workbook } from '../rules/sheet.ts';
import { starterDefault } from '../rules/starter.ts';
import { settings } from '../rules/tables/settings.ts';
import { readingsOf } from './archive-reading.ts';
import { type Arrival, inOrderOfArrival } from './arrival.ts';
import { type MailFiles, readMailFiles, Unusable } from './mail-files.ts';
import { type Office, openOffice } from './office.ts';
import { type Clicking, type Posted, play } from './play.ts';
import { readRulesFolder } from './rules-folder.ts';
import { readSample } from './sample/sample.ts';
import { withSetting } from './set-setting.ts';
import type { Period, SimulatedProblem, Simulation } from './simulation.ts';
import { simulationOf } from './simulation-of.ts';
import { supportAddress } from './support-address.ts';

export interface SimulationRequest {
  /** A folder of .eml files or an .mbox; null: the sample. */
  readonly mail: string | null;
  /** A folder of CSV files; null: the starter workbook. */
  readonly rules: string | null;
  readonly from: number | null;
  readonly until: number | null;
  /** Minutes between ticks. */
  readonly tick: 1 | 5 | 10;
  readonly support: string | null;
  /** People click in the sidebar as they usually do; an archive alone holds mails only. */
  readonly clicks: boolean;
  /** The desk as it was built; null: it is built now. */
  readonly desk?: BuiltProject | null;
  /** True: run even the ticks that cannot change anything. */
  readonly everyTick?: boolean;
}

export interface Progress {
  /** Instants of the simulated time. */
  readonly at: number;
  readonly from: number;
  readonly until: number;
  readonly mails: number;
  readonly of: number;
}

export type OnProgress = (progress: Progress) => void;

const minute = 60_000;
const workingDaysAfterwards = 10;

/** Throws `Unusable` where there is nothing to simulate, and an Error where the desk cannot be built or installed. */
export async function simulate(
  request: SimulationRequest,
  onProgress: OnProgress = () => {},
): Promise<Simulation> {
  const archive = await mailsOf(request.mail);
  const setUp = workbookFor(request, archive);
  const arrivals = within(request, inOrderOfArrival(archive.mails, request.from ?? Date.now()));
  const from = Math.floor((request.from ?? arrivals[0]?.at ?? 0) / minute) * minute - 5 * minute;
  const until = request.until ?? afterwards(arrivals.at(-1)?.at ?? from, setUp.rules);
  const desk = openOffice({
    start: from,
    support: setUp.support,
    people: setUp.rules.people.map(({ email }) => email).filter((email) => email !== setUp.support),
    rules: setUp.workbook,
    built: { desk: request.desk ?? (await built()) },
  });
  desk.world.calls.reset();
  const posted = play(
    desk,
    {
      arrivals,
      support: setUp.rules.settings.supportAddresses,
      from,
      until,
      clicks: request.clicks ? clickingBy(setUp.rules, arrivals) : null,
      everyTick: request.everyTick ?? false,
    },
    onProgress,
  );
  return report(
    { desk, posted, setUp, from, until, tickMinutes: request.tick, clicks: request.clicks },
    archive,
  );
}

async function mailsOf(path: string | null): Promise<MailFiles> {
  return path === null ? { mails: await readSample(), problems: [] } : readMailFiles(path);
}

interface SetUp {
  readonly workbook: Workbook;
  readonly rules: Rules;
  readonly support: string;
  readonly supportFrom: Period['supportFrom'];
  readonly problems: readonly SimulatedProblem[];
}

/** The rules as given, with the tick that was asked for and the address that the archive shows. */
function workbookFor({ rules: folder, tick, support: asked }: SimulationRequest, archive: MailFiles): SetUp {
  const given = folder === null ? { workbook: starterDefault, problems: [] } : rulesIn(folder);
  const byRules = readRules(given.workbook, null).rules.settings.supportAddresses;
  const support = asked ?? supportAddress(archive.mails, byRules);
  const addresses = [support, ...byRules.filter((address) => address !== support)].join(', ');
  const ticking = withSetting(given.workbook, settings.tickMinutes.name, String(tick));
  const workbook =
    byRules[0] === support ? ticking : withSetting(ticking, settings.supportAddresses.name, addresses);
  const { rules, problems } = readRules(workbook, null);
  const all = [...given.problems, ...problems].map(({ tab, row, column, what, advice }) => ({
    where: [row === null ? tab : `${tab} row ${row}`, column].filter((one) => one !== null).join(', '),
    what,
    advice,
  }));
  const supportFrom = asked ? 'asked' : byRules.includes(support) ? 'rules' : 'mails';
  const strangers = strangersIn(archive.mails, rules, folder);
  return { workbook, rules, support, supportFrom, problems: [...strangers, ...all] };
}

/** Without a mail by our own people no answer counts, and every figure is wrong. */
function strangersIn(
  mails: MailFiles['mails'],
  { people }: Rules,
  folder: string | null,
): SimulatedProblem[] {
  const known = new Set(people.map(({ email }) => email));
  if (mails.some(({ from }) => known.has(from))) return [];
  const own = folder ?? 'FOLDER';
  const start = folder === null ? `Make a folder with: tierline starter --out ${own}. ` : '';
  return [
    {
      where: 'People',
      what: 'nobody in the People tab wrote any of these mails, so no answer counts and every ticket looks unanswered.',
      advice: `${start}Put your team into ${own}/People.csv, then simulate with --rules ${own}.`,
    },
  ];
}

function rulesIn(folder: string) {
  try {
    return readRulesFolder(folder);
  } catch (cause) {
    throw new Unusable(`${(cause as Error).message} Give a folder with Settings.csv, Categories.csv ...`, {
      cause,
    });
  }
}

function within({ from, until }: SimulationRequest, arrivals: readonly Arrival[]): readonly Arrival[] {
  const kept = arrivals.filter(({ at }) => (from === null || at >= from) && (until === null || at < until));
  if (kept.length === 0) throw new Unusable('No mail arrives between --from and --until.');
  return kept;
}

/** Ten working days after the last mail, by the desk's own calendar. */
function afterwards(last: number, rules: Rules): number {
  const calendar = calendarOf(rules.settings.calendar, rules);
  return dueWorkingDays(calendar, last, { days: workingDaysAfterwards, direction: 'after' }) ?? last;
}

/** What people read into the mails, and when they are at work. */
function clickingBy(rules: Rules, arrivals: readonly Arrival[]): Clicking {
  const { supportAddresses, calendar } = rules.settings;
  const people = rules.people.map(({ email }) => email);
  return {
    readings: readingsOf(arrivals, { people, supportAddresses }),
    calendar: calendarOf(calendar, rules),
  };
}

async function built(): Promise<BuiltProject> {
  const { desk } = await build({ only: ['desk'] });
  if (!desk) throw new Error('The desk was not built.');
  return desk;
}

interface Played {
  readonly desk: Office;
  readonly posted: Posted;
  readonly setUp: SetUp;
  readonly from: number;
  readonly until: number;
  readonly tickMinutes: number;
  readonly clicks: boolean;
}

function report(played: Played, archive: MailFiles): Simulation {
  const { desk, posted, setUp, from, until, tickMinutes, clicks } = played;
  const { timeZone, tiers } = setUp.rules.settings;
  const unread = archive.problems.map(({ file, what, advice }) => ({ where: file, what, advice }));
  return simulationOf(desk, posted, {
    rules: setUp.rules,
    problems: [...unread, ...setUp.problems],
    period: {
      from: iso(from),
      until: iso(until),
      timeZone,
      tickMinutes,
      clicks,
      support: setUp.support,
      supportFrom: setUp.supportFrom,
      tiers,
    },
  });
}

const iso = (at: number): string => new Date(at).toISOString();
