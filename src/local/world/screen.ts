// What somebody sees of the spreadsheets that scripts belong to: menus, toasts, the cell they stand in, prompts to answer.

export interface MenuItem {
  readonly caption: string;
  /** Null for a line between items. */
  readonly function: string | null;
}

export interface Menu {
  readonly caption: string;
  readonly items: readonly MenuItem[];
}

export interface Screen {
  menus: Menu[];
  toasts: { readonly title: string; readonly text: string }[];
  /** Where the cursor is. */
  cell: { readonly tab: string; readonly row: number; readonly column: number } | null;
  /** What the person will answer to prompts, in order; null: Cancel. */
  readonly answers: (string | null)[];
}

export const emptyScreen = (): Screen => ({ menus: [], toasts: [], cell: null, answers: [] });
