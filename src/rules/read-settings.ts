// Settings rows become settings; what is not said or cannot be read has a sound value all the same.
import type { Problem, Rules, Settings } from '../complaints/rules.ts';
import { folded } from './cell.ts';
import type { Names } from './names.ts';
import { didYouMean } from './near.ts';
import { trouble } from './problem.ts';
import { type Reader, readTab } from './tab.ts';
import { problemAt, type RowOf } from './table.ts';
import { type Setting, settings, settingsTable } from './tables/settings.ts';
import { firstOfEach } from './unique.ts';

type SettingRow = RowOf<typeof settingsTable.columns>;
type Key = keyof Settings;

// Exactly the keys of Settings: the type of `settings` says so.
const keys = Object.keys(settings) as readonly Key[];

export interface SettingsReading {
  readonly settings: Settings;
  /** What the tab itself said, soundly. */
  readonly said: ReadonlySet<Key>;
  readonly problems: readonly Problem[];
}

/** A bad value counts as it last was, a missing row as in the starter workbook. */
export function readSettings(reader: Reader, names: Names, lastGood: Rules | null): SettingsReading {
  const tab = readTab(settingsTable, reader, { names, otherwise: 'by the settings of the starter workbook' });
  const sifted = firstOfEach(tab.rows, 'Setting', (row) => row.setting);
  const problems = [...tab.problems, ...sifted.problems];
  const values = new Map<Key, unknown>();
  const said = new Set<Key>();
  for (const row of sifted.rows) {
    const key = keys.find((each) => folded(settings[each].name) === folded(row.setting));
    if (key === undefined) {
      problems.push(unknownSetting(row));
      continue;
    }
    const value = readOne(key, row, {
      names,
      tell: (problem) => void (tab.broken || problems.push(problem)),
    });
    if (value !== undefined) {
      values.set(key, value);
      said.add(key);
    } else if (row.value !== null && lastGood) values.set(key, lastGood.settings[key]);
  }
  if (tab.broken && lastGood) return { settings: lastGood.settings, said: new Set(keys), problems };
  return { settings: filled(values, names), said, problems };
}

interface Telling {
  readonly names: Names;
  readonly tell: (problem: Problem) => void;
}

function readOne(key: Key, row: SettingRow, { names, tell }: Telling): unknown {
  if (row.value === null) return undefined;
  const setting: Setting<unknown> = settings[key];
  const { value, troubles } = setting.read(row.value, names);
  for (const { what, advice } of troubles)
    tell(problemAt(row.place, 'Value', { what: `${setting.name}: ${what}`, advice }));
  return Array.isArray(value) && value.length === 0 && !mayBeEmpty(key) ? undefined : value;
}

const mayBeEmpty = (key: Key) => key === 'stopsForCustomer' || key === 'stopsForThirdParty';

/** Names of other tabs (calendar, fallback owner) are settled when those tabs are known. */
function filled(values: ReadonlyMap<Key, unknown>, names: Names): Settings {
  const whole = Object.fromEntries(
    keys.map((key) => [key, values.get(key) ?? settings[key].read(settings[key].starter, names).value ?? '']),
  );
  // Every key has a value that its own setting read.
  return whole as unknown as Settings;
}

function unknownSetting({ place, setting }: SettingRow): Problem {
  const known = keys.map((key) => settings[key].name);
  const advice = didYouMean(setting, known, 'Delete the row, or put notes in a column of your own.');
  return problemAt(place, 'Setting', trouble(`'${setting}' is no setting.`, advice));
}
