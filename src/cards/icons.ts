// The icons on cards: names of Google's Material Symbols, each with one meaning.

export const icons = [
  /** A deadline that is on time, at risk, over, or stopped. */
  'schedule',
  'hourglass_bottom',
  'alarm',
  'pause_circle',
  /** People. */
  'person',
  'group',
  'star',
  'apartment',
  'visibility',
  /** The ticket's standing. */
  'folder',
  'priority_high',
  'stairs',
  'sentiment_satisfied',
  'sentiment_neutral',
  'sentiment_dissatisfied',
  'event_available',
  'swap_horiz',
  'flag',
  /** Facts and knowledge. */
  'check_circle',
  'radio_button_unchecked',
  'lightbulb',
  'menu_book',
  'history',
  'open_in_new',
  'hub',
  'mail',
  /** Warnings and news. */
  'info',
  'warning',
  'cloud_off',
  'lock',
  'inventory_2',
  'search',
  'monitor_heart',
] as const;

export type IconName = (typeof icons)[number];
