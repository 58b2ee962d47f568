// ScriptApp.newTrigger(...): builds clock and spreadsheet triggers as far as Google allows them.
import { exception } from '../failure.ts';
import type { Execution } from '../runtime/execution.ts';
import { firstDue, type Schedule, type Trigger } from '../triggers.ts';
import { dateOf, numberOf, textOf } from './arguments.ts';

/** Per user and script. */
const mostTriggers = 20;
const weekDays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

type HandOut = (trigger: Trigger) => object;

export function triggerBuilder(run: Execution, name: string, handOut: HandOut): object {
  return run.realm.service('TriggerBuilder', {
    timeBased: () => clockBuilder(run, name, handOut),
    forSpreadsheet: (key: unknown) =>
      spreadsheetBuilder(run, name, textOf(key, 'TriggerBuilder.forSpreadsheet'), handOut),
  });
}

function create(
  run: Execution,
  trigger: Omit<Trigger, 'id' | 'owner' | 'due' | 'dead'>,
  handOut: HandOut,
): object {
  const { script, ground } = run;
  return run.leave('triggers.create', () => {
    if (script.triggers.filter(({ owner }) => owner === run.user).length >= mostTriggers) {
      throw exception(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    }
    const made: Trigger = {
      ...trigger,
      id: String(Math.floor(ground.random() * 9e15) + 1e15),
      owner: run.user,
      due: trigger.schedule ? firstDue(trigger.schedule, ground.clock.now(), ground.random()) : null,
      dead: false,
    };
    script.triggers = [...script.triggers, made];
    return handOut(made);
  });
}

function clockBuilder(run: Execution, name: string, handOut: HandOut): object {
  const what = 'ClockTriggerBuilder';
  let every: { unit: 'minutes' | 'hours' | 'days' | 'weeks'; n: number } | null = null;
  let at: number | null = null;
  let hour: number | null = null;
  let minute = 0;
  let weekDay = 0;
  let timeZone = run.script.manifest.timeZone;

  const whole = (given: unknown, method: string): number => {
    const n = numberOf(given, `${what}.${method}`);
    if (!Number.isInteger(n) || n < 1) throw exception(`Invalid argument: ${method}(${n})`);
    return n;
  };
  const repeat = (unit: 'minutes' | 'hours' | 'days' | 'weeks', n: number): object => {
    if (every || at !== null) throw exception('A clock trigger has one schedule only.');
    every = { unit, n };
    return self;
  };
  const once = (instant: number): object => {
    if (every || at !== null) throw exception('A clock trigger has one schedule only.');
    at = instant;
    return self;
  };

  function schedule(): Schedule {
    if (at !== null) return { every: 'once', at };
    if (!every) throw exception('The trigger has no schedule.');
    const { unit, n } = every;
    // An add-on's trigger runs once an hour at most.
    if (unit === 'minutes' && run.script.manifest.addOns) {
      throw exception('The recurrence interval for an Add-on trigger must be at least one hour');
    }
    if (unit === 'minutes' || unit === 'hours') {
      if (hour !== null) throw exception('atHour goes with everyDays or everyWeeks only.');
      return { every: unit, n };
    }
    const wall = { n, hour: hour ?? Math.floor(run.ground.random() * 24), minute, timeZone };
    return unit === 'days' ? { every: 'days', ...wall } : { every: 'weeks', weekDay, ...wall };
  }

  const self: object = run.realm.service(what, {
    everyMinutes: (given: unknown) => {
      const n = whole(given, 'everyMinutes');
      if (![1, 5, 10, 15, 30].includes(n))
        throw exception(
          `The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.`,
        );
      return repeat('minutes', n);
    },
    everyHours: (given: unknown) => repeat('hours', whole(given, 'everyHours')),
    everyDays: (given: unknown) => repeat('days', whole(given, 'everyDays')),
    everyWeeks: (given: unknown) => repeat('weeks', whole(given, 'everyWeeks')),
    onWeekDay: (day: unknown) => {
      weekDay = weekDays.indexOf(textOf(day, `${what}.onWeekDay`));
      return every ? self : repeat('weeks', 1);
    },
    atHour: (given: unknown) => {
      const n = numberOf(given, `${what}.atHour`);
      if (!Number.isInteger(n) || n < 0 || n > 23) throw exception(`Invalid argument: atHour(${n})`);
      hour = n;
      return self;
    },
    nearMinute: (given: unknown) => {
      const n = numberOf(given, `${what}.nearMinute`);
      if (!Number.isInteger(n) || n < 0 || n > 59) throw exception(`Invalid argument: nearMinute(${n})`);
      minute = n;
      return self;
    },
    inTimezone: (given: unknown) => {
      timeZone = textOf(given, `${what}.inTimezone`);
      return self;
    },
    at: (date: unknown) => once(dateOf(date, `${what}.at`).getTime()),
    after: (milliseconds: unknown) => once(run.ground.clock.now() + numberOf(milliseconds, `${what}.after`)),
    create: () =>
      create(
        run,
        { function: name, event: 'CLOCK', source: 'CLOCK', sourceId: null, schedule: schedule() },
        handOut,
      ),
  });
  return self;
}

function spreadsheetBuilder(run: Execution, name: string, sourceId: string, handOut: HandOut): object {
  let event: Trigger['event'] | null = null;
  const on = (given: Trigger['event']) => () => {
    event = given;
    return self;
  };
  const self: object = run.realm.service('SpreadsheetTriggerBuilder', {
    onEdit: on('ON_EDIT'),
    onChange: on('ON_CHANGE'),
    onOpen: on('ON_OPEN'),
    create: () => {
      if (event === null) throw exception('The trigger has no event.');
      if (run.ground.spreadsheetName(sourceId) === null) {
        throw exception(
          'Unexpected error while getting the method or property forSpreadsheet on object ScriptApp.',
        );
      }
      return create(
        run,
        { function: name, event, source: 'SPREADSHEETS', sourceId, schedule: null },
        handOut,
      );
    },
  });
  return self;
}
