// Under the hood: what the last actions asked of Google, the day's quota, triggers, journal, outbox and planted faults.
import { deskTabs } from '../../rules/desk/tabs.ts';
import type { Schedule, Trigger } from '../world/triggers.ts';
import type { Script } from '../world/world.ts';
import type { Bench } from './bench.ts';
import { stillPlanted } from './desk-view.ts';
import type { HoodView } from './views.ts';

export function hoodView(bench: Bench): HoodView {
  const { office } = bench;
  const scripts = [office.desk, ...(office.sidebar ? [office.sidebar] : [])];
  const last = (tab: string): readonly (readonly string[])[] =>
    office.world.sheets
      .values(office.workbook, tab)
      .slice(1)
      .slice(-60)
      .reverse()
      .map((row) => row.map(String));
  return {
    actions: bench.calls.actions,
    quota: quotaOf(bench),
    passedTicks: bench.passed.ticks,
    triggers: scripts.flatMap((script) => script.triggers.map((trigger) => triggerView(script, trigger))),
    executions: scripts
      .flatMap(executionsOf)
      .sort((a, b) => b.at - a.at)
      .slice(0, 40),
    journal: [...bench.happenings].reverse().slice(0, 60),
    outbox: last(deskTabs.outbox.name),
    health: office.world.sheets
      .values(office.workbook, deskTabs.health.name)
      .slice(1)
      .map((row) => row.map(String))
      .filter((row) => row.some(Boolean)),
    planted: stillPlanted(bench),
  };
}

/** Ticks that were passed over count as if they had been run. */
function quotaOf({ office, passed }: Bench): HoodView['quota'] {
  return Object.entries(office.world.quota(office.support)).map(([name, { used, limit }]) => {
    const all = used + (passed.quota[name] ?? 0);
    return { name, used: Math.round(all), limit, share: all / limit };
  });
}

const triggerView = (
  script: Script,
  { function: name, schedule, event, due, dead }: Trigger,
): HoodView['triggers'][number] => ({
  script: script.name,
  name,
  when: schedule
    ? scheduleText(schedule)
    : event === 'ON_EDIT'
      ? 'when a cell is edited'
      : 'when the workbook changes',
  due,
  dead,
});

function scheduleText(schedule: Schedule): string {
  if (schedule.every === 'once') return 'once';
  return schedule.n === 1 ? `every ${schedule.every.slice(0, -1)}` : `every ${schedule.n} ${schedule.every}`;
}

const executionsOf = ({ name: script, executions }: Script): HoodView['executions'] =>
  executions.slice(-40).map(({ function: name, user, startedAt, endedAt, status, error }) => ({
    script,
    name,
    user,
    at: startedAt,
    seconds: (endedAt - startedAt) / 1000,
    status,
    error,
  }));
