// A column as the desk reads it, and what its drop-down may offer.
import type { Read } from './reading.ts';

/** What a cell's drop-down offers. `strict` false: other values are allowed too. */
export type Choices =
  | { readonly from: 'list'; readonly values: readonly string[]; readonly strict: boolean }
  | { readonly from: 'column'; readonly tab: string; readonly header: string; readonly strict: boolean };

interface Shown {
  readonly header: string;
  /** Typographic quotes stay as they are: text that customers read. */
  readonly verbatim?: boolean;
  /** Lists and texts: a cell may hold more than a line. */
  readonly long?: boolean;
}

export interface Column<T> extends Shown {
  readonly numbered: false;
  readonly read: Read<T>;
  /** Without the column the whole tab is useless. */
  readonly required: boolean;
  /** What a blank cell means; null: the cell must be filled. */
  readonly blank: { readonly is: T } | null;
  /** What an unreadable cell does: counts as blank, or takes its row out. */
  readonly whenBad: 'blank' | 'row';
}

/** `Owner tier 1`, `Owner tier 2` ...: as many as the admin writes; the value is a list, index 0 is number 1. */
export interface NumberedColumn<T> extends Shown {
  readonly numbered: true;
  readonly read: Read<T>;
  readonly blank: T;
}

type Extra = Partial<Pick<Column<unknown>, 'verbatim' | 'long' | 'whenBad' | 'required'>>;

/** A column that must be there, in every row. */
export function must<T>(header: string, read: Read<T>, extra: Extra = {}): Column<T> {
  return { numbered: false, header, read, blank: null, required: true, whenBad: 'row', ...extra };
}

/** A column that may be missing, and whose cells may be blank. */
export function may<T>(
  header: string,
  read: Read<T>,
  { blank, ...extra }: Extra & { readonly blank: T },
): Column<T> {
  return {
    numbered: false,
    header,
    read,
    blank: { is: blank },
    required: false,
    whenBad: 'blank',
    ...extra,
  };
}

export function numbered<T>(
  header: string,
  read: Read<T>,
  { blank, ...extra }: Omit<Extra, 'whenBad' | 'required'> & { readonly blank: T },
): NumberedColumn<T> {
  return { numbered: true, header, read, blank, ...extra };
}

export function listed(values: readonly string[], strict = true): Choices {
  return { from: 'list', values, strict };
}

export function fromColumn(tab: string, header: string, strict = false): Choices {
  return { from: 'column', tab, header, strict };
}
