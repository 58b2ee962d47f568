// What a workbook is here: tabs of cells, the first row the header.

/** As Sheets or a CSV file gives it. */
export type Cell = string | number | boolean | null;

export type Sheet = readonly (readonly Cell[])[];

/** Tabs by name. */
export type Workbook = Readonly<Record<string, Sheet>>;

/** A tab by its name, whatever its case and outer spaces. */
export function tabOf(workbook: Workbook, name: string): Sheet | undefined {
  const wanted = name.toLowerCase();
  const key = Object.keys(workbook).find((each) => each.trim().toLowerCase() === wanted);
  return key === undefined ? undefined : workbook[key];
}
