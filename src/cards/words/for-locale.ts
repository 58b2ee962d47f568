// Which language a locale is spoken to in: English where there is no other.
import { de } from './de.ts';
import { en, type Words } from './en.ts';
import { nl } from './nl.ts';
import { no } from './no.ts';

const spoken: Readonly<Record<string, Words>> = { en, de, no, nb: no, nn: no, nl };

/** `de-AT` is German. */
export const wordsFor = (locale: string): Words => spoken[locale.toLowerCase().split(/[-_]/)[0] ?? ''] ?? en;
