// What time has left behind: holidays of a year nobody has written yet, guidelines past their review date.
import type { Problem, Rules } from '../../complaints/rules.ts';
import type { Instant } from '../../complaints/time.ts';
import { conflict } from './conflict.ts';
import { dateText } from './people.ts';

export const dateConflicts = (rules: Rules, now: Instant): readonly Problem[] => {
  const today = dateText(now, rules);
  return [...missingHolidays(rules, today), ...pastReviews(rules, today)];
};

/** Next year's are missed from October on, so that there is time to write them. */
function missingHolidays({ calendars }: Rules, today: string): readonly Problem[] {
  const year = Number(today.slice(0, 4));
  const wanted = today.slice(5) >= '10-01' ? [year, year + 1] : [year];
  return calendars.flatMap(({ name, holidays = [] }) => {
    const years = new Set(holidays.map((date) => Number(date.slice(0, 4))));
    if (![year - 1, year, year + 1].some((each) => years.has(each))) return [];
    return wanted
      .filter((each) => !years.has(each))
      .map((each) =>
        conflict('warning', { tab: 'Holidays', row: null }, 'Date', [
          `no day of ${each} is listed for ${name}.`,
          'Write its public holidays, or deadlines count them as working days.',
        ]),
      );
  });
}

const pastReviews = ({ categories }: Rules, today: string): readonly Problem[] =>
  categories
    .filter(({ reviewBy }) => reviewBy !== null && reviewBy < today)
    .map(({ place, reviewBy }) =>
      conflict('warning', place, 'Review by', [
        `this row was to be looked at again by ${reviewBy}.`,
        'Read its guideline, checklist and words again, then write the next date.',
      ]),
    );
