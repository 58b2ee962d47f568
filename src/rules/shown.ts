// What people see of a tab besides its headers: notes, drop-downs, starter rows. It comes from a function in each
// table's file, so that the desk's bundle, which never calls it, carries none of it.
import type { Choices } from './column.ts';
import type { Cell } from './sheet.ts';
import type { Table } from './table.ts';

export interface Shown<T extends Table> {
  /** What the tab is for, in a sentence. */
  readonly about: string;
  readonly help: { readonly [K in keyof T['columns']]: string };
  readonly choices?: { readonly [K in keyof T['columns']]?: Choices };
  /** Rows below the header, in the order of the columns. */
  readonly starter: readonly (readonly Cell[])[];
}
