// The Matrix tab: who must act at which tier, within which time, and what happens when time runs short.

import type { LadderStep, OwnerStrategy, Severity } from '../../complaints/rules.ts';
import { severities } from '../../complaints/rules.ts';
import type { Allowance } from '../../complaints/time.ts';
import { fromColumn, listed, may, numbered } from '../column.ts';
import { readDuration } from '../duration.ts';
import { anyOr, calendarName, customerTier, flag, tier } from '../known.ts';
import { ladder } from '../ladder-text.ts';
import { ownerChain } from '../owner-text.ts';
import { choice, text, whole } from '../plain.ts';
import type { Shown } from '../shown.ts';
import { starterMatrix } from '../starter/matrix.ts';
import type { Table } from '../table.ts';

const criterion = { blank: null as string | null, required: true, whenBad: 'row' } as const;
const time = (header: string) => may(header, readDuration, { blank: null as Allowance | null });

export const matrixTable = {
  tab: 'Matrix',
  columns: {
    category: may('Category', anyOr(text), criterion),
    subcategory: may('Subcategory', anyOr(text), criterion),
    severity: may('Severity', anyOr(choice(severities)), {
      ...criterion,
      blank: null as Severity | null,
    }),
    customerTier: may('Customer tier', anyOr(customerTier), criterion),
    flag: may('Flag', anyOr(flag), { blank: null as string | null, whenBad: 'row' }),
    rank: may('Rank', whole(0, 10000), { blank: 100 }),
    startTier: may('Start at tier', tier, { blank: 1 }),
    owners: numbered('Owner tier', ownerChain, { blank: [] as readonly OwnerStrategy[] }),
    calendar: may('Calendar', calendarName, {
      blank: null as string | null,
    }),
    firstResponse: time('First response'),
    nextResponse: time('Next response'),
    customerUpdate: time('Customer update'),
    resolution: time('Resolution'),
    tierTimes: numbered('Time at tier', readDuration, {
      blank: null as Allowance | null,
    }),
    ladder: may('Ladder', ladder, { blank: [] as readonly LadderStep[], long: true }),
  },
} satisfies Table;

const any = 'Blank or any: all of them.';
const times = '20m, 4h, 1h 30m, 2wd; - or blank: no limit.';

/** What people see of it. */
export const matrixShown = (): Shown<typeof matrixTable> => ({
  about:
    'A row with a flag that fits a ticket decides; else the row with most conditions; then the lower rank; then the upper row.',
  help: {
    category: any,
    subcategory: any,
    severity: any,
    customerTier: any,
    flag: 'A flag of Phrases, or recurring or widespread, which the desk sees by itself. Blank or any: all of them.',
    rank: 'Where two rows fit equally well the lower number wins; blank is 100.',
    startTier: 'The tier a ticket starts at; blank is 1.',
    owners:
      'Who gets it at this tier, tried from left to right: account manager; round robin of Support; jane@example.com. Also keep, lead, least loaded with skill payments.',
    calendar: 'In whose hours the times count; blank: the desk calendar.',
    firstResponse: `Until a person answers. ${times}`,
    nextResponse: `Until each later mail is answered. ${times}`,
    customerUpdate: `How long the customer may hear nothing. ${times}`,
    resolution: `Until it is solved. ${times}`,
    tierTimes: 'How long it may stay at this tier: 20m, 4h, 2wd; - or blank: no limit.',
    ladder:
      'One step a line. first response 75%: tell owner. 30m before resolution due if severity high: tell lead. tier time due: next tier. owner silent 2h: tell lead.',
  },
  choices: {
    category: fromColumn('Categories', 'Category'),
    severity: listed(['any', ...severities]),
    calendar: fromColumn('Calendars', 'Name'),
  },
  starter: starterMatrix,
});
