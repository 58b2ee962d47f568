// How instants and durations are put into words, for reasons, notices and mails.
import type { Instant, Seconds } from './time.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** `Mon 30 Mar, 10:30` in the language and zone. */
export function localTime(at: Instant, timeZone: string, language = 'en-GB'): string {
  const key = `${language}|${timeZone}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === 'no' ? 'nb' : language, {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(key, format);
  return format.format(at);
}

/** `2026-03-30`, in the zone. */
export function localDay(at: Instant, timeZone: string): string {
  const key = `day|${timeZone}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(key, format);
  return format.format(at);
}

/** `2 h 10 min`, `45 min`, `30 s`. */
export function durationText(seconds: Seconds): string {
  const rest = Math.abs(Math.round(seconds));
  if (rest < 60) return `${rest} s`;
  const hours = Math.floor(rest / 3600);
  const minutes = Math.floor((rest % 3600) / 60);
  return [hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`].filter(Boolean).join(' ');
}

const clockWords = {
  firstResponse: 'first response',
  nextResponse: 'next response',
  customerUpdate: 'customer update',
  resolution: 'resolution',
  tierTime: 'time at this tier',
  ownerSilent: 'work by the owner',
} as const;

export const clockText = (clock: keyof typeof clockWords): string => clockWords[clock];

/** At most so many UTF-16 units, never half a character. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** `1 ticket`, `2 tickets`. */
export const counted = (amount: number, what: string): string =>
  `${amount} ${what}${amount === 1 ? '' : 's'}`;
