// The chores of a night, in their order.

import { erasures } from './erase.ts';
import { keywordShare } from './keyword-share.ts';
import { learnAtNight } from './learn-at-night.ts';
import { measure } from './measure.ts';
import type { Chore } from './night.ts';
import { reports } from './reports.ts';
import { retention } from './retention.ts';
import { bringTabsBack } from './tabs-back.ts';

/** A renamed tab is written by its id, so no tick misses it. */
const tabs: Chore = {
  name: 'Tabs',
  work({ memo }) {
    bringTabsBack(memo.workbook);
    return null;
  },
};

/** Figures are counted before what they are counted from goes. */
export const chores: readonly Chore[] = [
  tabs,
  erasures,
  learnAtNight,
  reports,
  keywordShare,
  retention,
  measure,
];
