// When a trigger is due next: clock triggers of every kind that ScriptApp can build.

export type Schedule =
  | { readonly every: 'minutes'; readonly n: number }
  | { readonly every: 'hours'; readonly n: number }
  | {
      readonly every: 'days';
      readonly n: number;
      readonly hour: number;
      readonly minute: number;
      readonly timeZone: string;
    }
  | {
      readonly every: 'weeks';
      readonly n: number;
      readonly weekDay: number;
      readonly hour: number;
      readonly minute: number;
      readonly timeZone: string;
    }
  | { readonly every: 'once'; readonly at: number };

export interface Trigger {
  readonly id: string;
  readonly function: string;
  /** Who made it: it runs as this person. */
  readonly owner: string;
  readonly event: 'CLOCK' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_OPEN';
  readonly source: 'CLOCK' | 'SPREADSHEETS';
  /** The spreadsheet of a spreadsheet trigger. */
  readonly sourceId: string | null;
  readonly schedule: Schedule | null;
  /** Instant of the next firing; null: never again. */
  due: number | null;
  /** Stopped without a word. */
  dead: boolean;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The first firing; `phase` (0 to 1) is where in its interval Google happened to put it. */
export function firstDue(schedule: Schedule, now: number, phase: number): number | null {
  switch (schedule.every) {
    case 'minutes':
      return now + Math.max(1000, Math.round((phase * schedule.n * minute) / 1000) * 1000);
    case 'hours':
      return now + Math.max(1000, Math.round((phase * schedule.n * hour) / 1000) * 1000);
    case 'once':
      return Math.max(now, schedule.at);
    case 'days':
    case 'weeks': {
      for (let instant = now; instant < now + 9 * day; instant += hour / 4) {
        const start = Math.ceil(instant / (hour / 4)) * (hour / 4);
        if (fits(schedule, start) && start > now) return start + Math.floor(phase * 14) * minute;
      }
      return null;
    }
    default:
      return schedule satisfies never;
  }
}

/** The firing after one that was due at `due`. */
export function nextDue(schedule: Schedule, due: number): number | null {
  switch (schedule.every) {
    case 'minutes':
      return due + schedule.n * minute;
    case 'hours':
      return due + schedule.n * hour;
    case 'once':
      return null;
    case 'days':
    case 'weeks': {
      const days = schedule.every === 'days' ? schedule.n : 7 * schedule.n;
      const phase = due % (hour / 4);
      const around = due - phase + days * day;
      for (const shift of [0, -1, 1, -0.5, 0.5]) {
        if (fits(schedule, around + shift * hour)) return around + shift * hour + phase;
      }
      return around + phase;
    }
    default:
      return schedule satisfies never;
  }
}

function fits(schedule: Extract<Schedule, { hour: number }>, instant: number): boolean {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: schedule.timeZone,
      hourCycle: 'h23',
      weekday: 'short',
      hour: 'numeric',
      minute: 'numeric',
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const weekDay = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(String(parts.weekday));
  if (schedule.every === 'weeks' && weekDay !== schedule.weekDay) return false;
  return Number(parts.hour) === schedule.hour && Math.abs(Number(parts.minute) - schedule.minute) < 15;
}
