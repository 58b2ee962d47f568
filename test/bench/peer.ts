// Working time by the npm library moment-business-time, asked the same questions as ours.
import moment from 'moment-business-time';
import { type CalendarSpec, weekdays } from '../../src/complaints/calendar.ts';

export interface Peer {
  due(start: number, seconds: number): number;
  elapsed(from: number, to: number): number;
  isOpen(at: number): boolean;
}

/** The library keeps one calendar for the whole process and knows no zones: this one is read as UTC. */
export function peer(spec: CalendarSpec): Peer {
  const workinghours = weekdays.map((weekday) => {
    const ranges = spec.hours[weekday] ?? [];
    return ranges.length > 0 ? ranges.flat().map((wall) => `${wall}:00`) : null;
  });
  const fromSunday = [workinghours[6], ...workinghours.slice(0, 6)];
  const yearly = (spec.holidaysYearly ?? []).map((day) => `*-${day}`);
  moment.updateLocale('en', {
    workinghours: { ...fromSunday },
    holidays: [...(spec.holidays ?? []), ...yearly],
  });
  return {
    due: (start, seconds) => moment.utc(start).addWorkingTime(seconds, 'seconds').valueOf(),
    elapsed: (from, to) => moment.utc(to).workingDiff(moment.utc(from), 'seconds'),
    isOpen: (at) => moment.utc(at).isWorkingTime(),
  };
}
