// The event objects that Google hands to a trigger's function.
import type { Ground } from './runtime/execution.ts';
import type { Realm } from './runtime/realm.ts';
import { columnName } from './sheets/a1.ts';
import type { HandEdit } from './sheets/sheets.ts';
import type { Trigger } from './triggers.ts';

const day = 86_400_000;

/** Time-driven events tell their time in UTC. */
export function timeEvent(trigger: Trigger, now: number): object {
  const date = new Date(now);
  const newYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  return {
    authMode: 'FULL',
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    'day-of-month': date.getUTCDate(),
    'day-of-week': date.getUTCDay() || 7,
    'week-of-year': Math.ceil(((now - newYear) / day + 1) / 7),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    timezone: 'UTC',
    triggerUid: trigger.id,
  };
}

export function handEditEvent(realm: Realm, ground: Ground, trigger: Trigger, edit: HandEdit): object {
  // Source: guide to event objects, the name is there only where Google lets the script know it.
  const told = ground.knows(trigger.owner, edit.by) ? edit.by : '';
  const user = realm.service('User', { getEmail: () => told });
  const source = realm.service('Spreadsheet', {
    getId: () => edit.spreadsheetId,
    getName: () => ground.spreadsheetName(edit.spreadsheetId),
  });
  const common = { authMode: 'FULL', source, triggerUid: trigger.id, user };
  if (trigger.event === 'ON_CHANGE') return { ...common, changeType: edit.change };
  const [row, column] = [edit.row + 1, edit.column + 1];
  const range = realm.service('Range', {
    getRow: () => row,
    getColumn: () => column,
    getNumRows: () => 1,
    getNumColumns: () => 1,
    getA1Notation: () => `${columnName(edit.column)}${row}`,
    getSheet: () => realm.service('Sheet', { getName: () => edit.tab }),
    rowStart: row,
    rowEnd: row,
    columnStart: column,
    columnEnd: column,
  });
  const value = edit.value === '' ? {} : { value: textOf(edit.value) };
  const oldValue = edit.oldValue === '' ? {} : { oldValue: textOf(edit.oldValue) };
  return { ...common, range, ...value, ...oldValue };
}

/** Both are told as text, a ticked box as TRUE. */
const textOf = (value: unknown): string =>
  typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
