// Instants as people and sorting like them in a cell: `2026-03-30 10:30` in the desk's zone.
import type { Instant } from '../../complaints/time.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

export function timestamp(at: Instant, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  formats.set(timeZone, format);
  return format.format(at);
}
