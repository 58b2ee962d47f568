// Hours of a day as people write them: 09:00-12:00, 13:00-17:00; closed; 24h.
import type { WallRange } from '../complaints/calendar.ts';
import { folded } from './cell.ts';
import { partsOf, short } from './plain.ts';
import { eachOf, mapped, type Reading, sound, unsound } from './reading.ts';

const closed = ['closed', '-', '\u2013', 'none', 'off', 'geschlossen', 'stengt', 'gesloten'];
const allDay = ['24h', '24 h', '24', '24/7', 'all day', 'open'];
const time = String.raw`(\d{1,2})(?:[:.](\d{2}))?(?:\s*(?:h|uhr))?`;
const range = new RegExp(`^${time}\\s*(?:-|\u2013|\u2014|to|until|bis|til|tot)\\s*${time}$`);

/** No range means closed. A range whose end is earlier than its start runs past midnight. */
export function readHours(cell: string): Reading<readonly WallRange[]> {
  const plain = folded(cell);
  if (closed.includes(plain)) return sound([]);
  if (allDay.includes(plain)) return sound([['00:00', '24:00']]);
  const reading = mapped(eachOf(partsOf(cell.replace(/\band\b|&/gi, ',')), readRange), (ranges) => ranges);
  if (reading.value === undefined || reading.troubles.length > 0) return { troubles: reading.troubles };
  return overlapping(reading.value)
    ? unsound(`'${short(cell)}' has hours that overlap.`, 'Join them to one range.')
    : reading;
}

function readRange(part: string): Reading<WallRange> {
  const match = range.exec(folded(part));
  const from = match && wall(match[1], match[2]);
  const to = match && wall(match[3], match[4]);
  if (!from || !to) {
    return unsound(
      `'${short(part)}' are no hours.`,
      'Write for example 09:00-12:00, 13:00-17:00, or closed, or 24h.',
    );
  }
  if (from === to || from === '24:00')
    return unsound(`'${short(part)}' ends where it starts.`, 'For a whole day write 24h.');
  return sound([from, to]);
}

function wall(hours = '', minutes = '00'): string | null {
  const late = Number(hours) * 60 + Number(minutes) > 24 * 60;
  return late || Number(minutes) > 59 ? null : `${hours.padStart(2, '0')}:${minutes}`;
}

function overlapping(ranges: readonly WallRange[]): boolean {
  const sorted = [...ranges].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.some(([from, to], index) => {
    const next = sorted[index + 1];
    return next !== undefined && (to <= from || next[0] < to);
  });
}

/** `09:00-12:00, 13:00-17:00`, `closed` or `24h`. */
export function hoursText(ranges: readonly WallRange[]): string {
  const text = ranges.map(([from, to]) => `${from}-${to}`).join(', ');
  return text === '' ? 'closed' : text === '00:00-24:00' ? '24h' : text;
}
