// One deadline in words, with a sign that does not depend on colour.
import type { DeadlineView } from '../door/views.ts';
import type { Icon } from './card.ts';
import type { IconName } from './icons.ts';
import type { Reader } from './reader.ts';
import { bold } from './text.ts';
import { lasting } from './times.ts';
import { icon } from './widgets.ts';

export type TimeLeft = Pick<DeadlineView, 'state' | 'left'>;

const signs: Readonly<Record<DeadlineView['state'], IconName>> = {
  'on time': 'schedule',
  'at risk': 'hourglass_bottom',
  overdue: 'alarm',
  stopped: 'pause_circle',
};

/** Dark enough to be read on white. */
const colours: Readonly<Record<DeadlineView['state'], string | null>> = {
  'on time': null,
  'at risk': '#b06000',
  overdue: '#c5221f',
  stopped: null,
};

export const signOf = ({ state }: TimeLeft, { words }: Reader): Icon =>
  icon(signs[state], words.deadlineStates[state]);

/** `45 min left`, `At risk: 45 min left`, `Overdue by 2 h`, `Stopped`; no HTML. */
export function leftText({ state, left }: TimeLeft, reader: Reader): string {
  const { words } = reader;
  if (state === 'stopped') return words.stopped;
  if (state === 'overdue') return words.overdueBy(lasting(left, reader));
  const time = words.left(lasting(left, reader));
  return state === 'at risk' ? `${words.deadlineStates[state]}: ${time}` : time;
}

/** The same as HTML. */
export function leftHtml(deadline: TimeLeft, reader: Reader): string {
  const colour = colours[deadline.state];
  const text = bold(leftText(deadline, reader));
  return colour ? `<font color="${colour}">${text}</font>` : text;
}
