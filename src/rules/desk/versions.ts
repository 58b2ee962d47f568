// Versions of the rules as rows of the tab Versions: number, when, by whom, what changed, and the rules themselves, cut into hidden cells.
import type { Pilot } from '../../complaints/pilot.ts';
import { hashOf } from '../../complaints/reading/hash.ts';
import type { Rules } from '../../complaints/rules.ts';
import type { Instant } from '../../complaints/time.ts';
import { piecesOf } from './desk-state.ts';
import { timestamp } from './timestamp.ts';

export const versionColumns = ['Version', 'State', 'At', 'By', 'What changed', 'rules'] as const;

/** Cells to the right of the header's last: the rules go on there. */
export const mostParts = 24;

export type VersionState = 'published' | 'earlier' | 'pilot' | 'discarded';

export interface Version {
  readonly number: number;
  readonly state: VersionState;
  readonly at: string;
  readonly by: string;
  readonly what: string;
  /** Row index (0 is the first of the tab). */
  readonly row: number;
  /** Null where they are too long to be kept, or damaged. */
  readonly rules: Rules | null;
}

/** Reads the rows below the header; by number, however somebody sorted them. */
export const versionsIn = (rows: readonly (readonly unknown[])[]): readonly Version[] =>
  rows.flatMap(versionIn).sort((a, b) => a.number - b.number);

function versionIn(cells: readonly unknown[], index: number): readonly Version[] {
  const [number, state, at, by, what, ...parts] = cells.map((cell) => String(cell ?? ''));
  if (!/^\d+$/.test(number ?? '')) return [];
  return [
    {
      number: Number(number),
      state: (state ?? '') as VersionState,
      at: at ?? '',
      by: by ?? '',
      what: what ?? '',
      row: index + 1,
      rules: unpacked(parts.join('')),
    },
  ];
}

/** A checksum goes before the text: a character lost within a word would leave other rules, and they would be read. */
const packed = (rules: Rules): readonly string[] => {
  const text = JSON.stringify(rules);
  return piecesOf(hashOf(text) + text);
};

function unpacked(cells: string): Rules | null {
  const [checksum, text] = [cells.slice(0, 16), cells.slice(16)];
  return text !== '' && hashOf(text) === checksum ? (JSON.parse(text) as Rules) : null;
}

export function versionRow(
  version: Omit<Version, 'row' | 'rules'>,
  { pilot: _, ...rules }: Rules,
): readonly string[] {
  const { number, state, at, by, what } = version;
  const parts = packed(rules);
  return [String(number), state, at, by, what.slice(0, 5_000), ...(parts.length > mostParts ? [] : parts)];
}

export interface NewVersion {
  readonly number: number;
  readonly state: VersionState;
  readonly by: string;
  readonly now: Instant;
  readonly what: readonly string[];
}

export function newVersion({ now, what, by, ...version }: NewVersion, rules: Rules): readonly string[] {
  const more = what.length > 30 ? [`... and ${what.length - 30} more`] : [];
  const at = timestamp(now, rules.settings.timeZone);
  return versionRow(
    { ...version, by: by || 'not told', at, what: [...what.slice(0, 30), ...more].join('\n') },
    rules,
  );
}

/** The parts of other rules that differ from these. */
export function partsOf(rules: Rules, other: Rules): Pilot['parts'] {
  const { version: _, pilot: __, ...mine } = other;
  const entries = Object.entries(mine).filter(
    ([name, part]) => JSON.stringify(part) !== JSON.stringify(rules[name as keyof typeof mine]),
  );
  return Object.fromEntries(entries) as Pilot['parts'];
}
