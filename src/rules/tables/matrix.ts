// The Matrix tab: who must act at which tier, within which time, and what happens when time runs short.

import type { LadderStep, OwnerStrategy, Severity } from '../../complaints/rules.ts';
import { severities } from '../../complaints/rules.ts';
import type { Allowance } from '../../complaints/time.ts';
import { fromColumn, listed, may, numbered } from '../column.ts';
import { readDuration } from '../duration.ts';
import { anyOr, calendarName, customerTier, tier } from '../known.ts';
import { ladder } from '../ladder-text.ts';
import { ownerChain } from '../owner-text.ts';
import { choice, text, whole } from '../plain.ts';
import { starterMatrix } from '../starter/matrix.ts';
import type { Table } from '../table.ts';

const any = 'Blank or any: all of them.';
const criterion = { blank: null as string | null, required: true, whenBad: 'row' } as const;
const time = (header: string, help: string) =>
  may(header, `${help} 20m, 4h, 1h 30m, 2wd; - or blank: no limit.`, readDuration, {
    blank: null as Allowance | null,
  });

export const matrixTable = {
  tab: 'Matrix',
  about: 'The row with most conditions that fits a ticket decides; then the lower rank; then the upper row.',
  columns: {
    category: may('Category', any, anyOr(text), {
      ...criterion,
      choices: fromColumn('Categories', 'Category'),
    }),
    subcategory: may('Subcategory', any, anyOr(text), criterion),
    severity: may('Severity', any, anyOr(choice(severities)), {
      ...criterion,
      blank: null as Severity | null,
      choices: listed(['any', ...severities]),
    }),
    customerTier: may('Customer tier', any, anyOr(customerTier), criterion),
    rank: may(
      'Rank',
      'Where two rows fit equally well the lower number wins; blank is 100.',
      whole(0, 10000),
      { blank: 100 },
    ),
    startTier: may('Start at tier', 'The tier a ticket starts at; blank is 1.', tier, { blank: 1 }),
    owners: numbered(
      'Owner tier',
      'Who gets it at this tier, tried from left to right: account manager; round robin of Support; jane@example.com. Also keep, lead, least loaded with skill payments.',
      ownerChain,
      { blank: [] as readonly OwnerStrategy[] },
    ),
    calendar: may('Calendar', 'In whose hours the times count; blank: the desk calendar.', calendarName, {
      blank: null as string | null,
      choices: fromColumn('Calendars', 'Name'),
    }),
    firstResponse: time('First response', 'Until a person answers.'),
    nextResponse: time('Next response', 'Until each later mail is answered.'),
    customerUpdate: time('Customer update', 'How long the customer may hear nothing.'),
    resolution: time('Resolution', 'Until it is solved.'),
    tierTimes: numbered(
      'Time at tier',
      'How long it may stay at this tier: 20m, 4h, 2wd; - or blank: no limit.',
      readDuration,
      {
        blank: null as Allowance | null,
      },
    ),
    ladder: may(
      'Ladder',
      'One step a line. first response 75%: tell owner. 30m before resolution due if severity high: tell lead. tier time due: next tier. owner silent 2h: tell lead.',
      ladder,
      { blank: [] as readonly LadderStep[] },
    ),
  },
  starter: starterMatrix,
} satisfies Table;
