// Lets time pass: fires every trigger when it is due, late, twice or not at all.

import type { Executor } from './runtime/execute.ts';
import type { Ground } from './runtime/execution.ts';
import type { Realm } from './runtime/realm.ts';
import type { ExecutionRecord, ScriptState } from './runtime/script-state.ts';
import type { HandEdit } from './sheets/sheets.ts';
import { handEditEvent, timeEvent } from './trigger-events.ts';
import { nextDue, type Trigger } from './triggers.ts';

export type OnExecution = (execution: ExecutionRecord, script: string) => void;

/** A firing that was put off. */
export interface Late {
  readonly at: number;
  readonly scriptId: string;
  readonly triggerId: string;
}

export interface Dispatcher {
  /** Runs what is due up to `until`, in order of time; the clock ends there, or later when a run took longer. */
  advanceTo(until: number, onExecution?: OnExecution): void;
  handEdit(edit: HandEdit): void;
  /** A program changed the spreadsheet, in a world where that fires onChange. */
  programEdit(spreadsheetId: string): void;
  late(): readonly Late[];
  putLate(late: readonly Late[]): void;
}

/** Tells no more than that something is other than it was. */
const programsChange = ({ sourceId, owner }: Trigger): HandEdit => ({
  spreadsheetId: sourceId ?? '',
  tab: '',
  row: 0,
  column: 0,
  oldValue: '',
  value: '',
  by: owner,
  change: 'OTHER',
});

export function createDispatcher(
  ground: Ground,
  executor: Executor,
  scripts: () => Iterable<ScriptState>,
): Dispatcher {
  let late: Late[] = [];
  const find = (id: string): ScriptState | undefined => [...scripts()].find((script) => script.id === id);

  interface Next {
    readonly at: number;
    readonly script: ScriptState;
    readonly trigger: Trigger;
    readonly postponed: Late | null;
  }

  function next(): Next | null {
    let first: Next | null = null;
    for (const script of scripts()) {
      for (const trigger of script.triggers) {
        if (trigger.dead || trigger.due === null) continue;
        if (first === null || trigger.due < first.at)
          first = { at: trigger.due, script, trigger, postponed: null };
      }
    }
    for (const one of late) {
      const script = find(one.scriptId);
      const trigger = script?.triggers.find(({ id }) => id === one.triggerId);
      if (script && trigger && (first === null || one.at < first.at)) {
        first = { at: one.at, script, trigger, postponed: one };
      }
    }
    return first;
  }

  function fire({ at, script, trigger, postponed }: Next, onExecution?: OnExecution): void {
    if (postponed) late = late.filter((one) => one !== postponed);
    else trigger.due = trigger.schedule ? nextDue(trigger.schedule, at) : null;
    const fault = postponed ? null : ground.faults.meetTrigger(trigger.function);
    if (fault?.kind === 'dead') {
      trigger.dead = true;
      return;
    }
    if (fault?.kind === 'skip') return;
    if (fault?.kind === 'late') {
      late.push({ at: at + (fault.minutes ?? 5) * 60_000, scriptId: script.id, triggerId: trigger.id });
      return;
    }
    if (at > ground.clock.now()) ground.clock.set(at);
    const times = fault?.kind === 'double' ? 2 : 1;
    for (let n = 0; n < times; n++) {
      const args = (realm: Realm): readonly unknown[] =>
        trigger.event === 'CLOCK'
          ? [timeEvent(trigger, ground.clock.now())]
          : [handEditEvent(realm, ground, trigger, programsChange(trigger))];
      runTrigger(script, trigger, args, onExecution);
    }
  }

  function runTrigger(
    script: ScriptState,
    trigger: Trigger,
    args: Parameters<Executor['execute']>[1]['args'],
    onExecution?: OnExecution,
  ): void {
    // A day's trigger time that is spent stops triggers without a word.
    if (ground.quotas.spent(trigger.owner, 'triggerSeconds')) return;
    const { record } = executor.execute(script, {
      function: trigger.function,
      args,
      kind: 'trigger',
      user: trigger.owner,
      activeUser: trigger.owner,
    });
    ground.quotas.note(trigger.owner, 'triggerSeconds', (record.endedAt - record.startedAt) / 1000);
    onExecution?.(record, script.name);
  }

  return {
    advanceTo: (until, onExecution) => {
      for (let found = next(); found !== null && found.at <= until; found = next()) fire(found, onExecution);
      // Letting go of a deadline that was set while runs took longer than the wait.
      if (ground.clock.now() < until) ground.clock.set(until);
    },
    handEdit: (edit) => {
      for (const script of scripts()) {
        for (const trigger of script.triggers) {
          if (trigger.dead || trigger.sourceId !== edit.spreadsheetId) continue;
          const told =
            trigger.event === 'ON_CHANGE' || (trigger.event === 'ON_EDIT' && edit.change === 'EDIT');
          if (told) runTrigger(script, trigger, (realm) => [handEditEvent(realm, ground, trigger, edit)]);
        }
      }
    },
    programEdit: (spreadsheetId) => {
      for (const script of scripts()) {
        for (const trigger of script.triggers) {
          if (trigger.event !== 'ON_CHANGE' || trigger.sourceId !== spreadsheetId || trigger.dead) continue;
          // Fires after the call that made the change, as an execution of its own.
          late.push({ at: ground.clock.now() + 1000, scriptId: script.id, triggerId: trigger.id });
        }
      }
    },
    late: () => late,
    putLate: (given) => {
      late = [...given];
    },
  };
}
