// Requests about what lies over cells: names, protection, filters, conditional formats, bands, merges.
import type { Book, Tab } from './book.ts';
import { gridArea, tabById } from './grid.ts';
import { invalid } from './refusal.ts';
import { guard, newId, type Table } from './request-kinds.ts';

/** Puts the changed fields over the old item; `fields` says which. */
function patched<T extends object>(old: T, given: T, fields: string | undefined): T {
  if (!fields)
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  if (fields === '*') return { ...old, ...given };
  const names = fields
    .replace(/\s/g, '')
    .split(',')
    .map((path) => path.split('.')[0] ?? '');
  const taken = Object.fromEntries(names.map((name) => [name, (given as Record<string, unknown>)[name]]));
  return { ...old, ...taken };
}

function tabOf<T>(book: Book, find: (tab: Tab) => readonly T[], is: (item: T) => boolean, what: string): Tab {
  const tab = book.tabs.find((each) => find(each).some(is));
  if (!tab) throw invalid(`No ${what}.`);
  return tab;
}

export const overlays: Table = {
  addNamedRange: (book, given) => {
    const named = given.namedRange ?? {};
    if (!/^[A-Za-z_]\w*$/.test(named.name ?? '')) throw invalid(`Invalid name: ${named.name}`);
    if (book.namedRanges.some(({ name }) => name === named.name)) {
      throw invalid(`A named range with the name ${named.name} already exists.`);
    }
    gridArea(book, named.range);
    const added = { ...named, namedRangeId: named.namedRangeId ?? String(newId(book)) };
    book.namedRanges.push(added);
    return { addNamedRange: { namedRange: added } };
  },
  updateNamedRange: (book, given) => {
    const at = book.namedRanges.findIndex(
      ({ namedRangeId }) => namedRangeId === given.namedRange?.namedRangeId,
    );
    const old = book.namedRanges[at];
    if (!old || !given.namedRange) throw invalid('No named range with that id.');
    book.namedRanges[at] = patched(old, given.namedRange, given.fields);
  },
  deleteNamedRange: (book, given) => {
    if (!book.namedRanges.some(({ namedRangeId }) => namedRangeId === given.namedRangeId)) {
      throw invalid(`No named range with id: ${given.namedRangeId}`);
    }
    book.namedRanges = book.namedRanges.filter(({ namedRangeId }) => namedRangeId !== given.namedRangeId);
  },
  addProtectedRange: (book, given, user) => {
    const area = gridArea(book, given.protectedRange?.range);
    const users = given.protectedRange?.editors?.users ?? [];
    const added = {
      ...given.protectedRange,
      protectedRangeId: given.protectedRange?.protectedRangeId ?? newId(book),
      requestingUserCanEdit: true,
      // Who protects a range and who owns the spreadsheet stay among its editors.
      ...(given.protectedRange?.warningOnly
        ? {}
        : {
            editors: { ...given.protectedRange?.editors, users: [...new Set([...users, user, book.owner])] },
          }),
    };
    area.tab.protectedRanges.push(added);
    return { addProtectedRange: { protectedRange: added } };
  },
  updateProtectedRange: (book, given) => {
    const is = (item: { protectedRangeId?: number | undefined }): boolean =>
      item.protectedRangeId === given.protectedRange?.protectedRangeId;
    const tab = tabOf(book, (each) => each.protectedRanges, is, 'protected range with that id');
    tab.protectedRanges = tab.protectedRanges.map((item) =>
      is(item) ? patched(item, given.protectedRange ?? {}, given.fields) : item,
    );
  },
  deleteProtectedRange: (book, given, user) => {
    const is = (item: { protectedRangeId?: number | undefined }): boolean =>
      item.protectedRangeId === given.protectedRangeId;
    const tab = tabOf(
      book,
      (each) => each.protectedRanges,
      is,
      `protected range with id ${given.protectedRangeId}`,
    );
    guard(book, user, tab.protectedRanges.find(is)?.range);
    tab.protectedRanges = tab.protectedRanges.filter((item) => !is(item));
  },
  addConditionalFormatRule: (book, given) => {
    const ranges = given.rule?.ranges ?? [];
    if (ranges.length === 0) throw invalid('rule.ranges must not be empty');
    if (!given.rule?.booleanRule && !given.rule?.gradientRule)
      throw invalid('A rule needs booleanRule or gradientRule');
    for (const range of ranges) gridArea(book, range);
    const tab = tabById(book, ranges[0]?.sheetId);
    tab.conditionalFormats.splice(given.index ?? 0, 0, given.rule);
  },
  deleteConditionalFormatRule: (book, given) => {
    const tab = tabById(book, given.sheetId);
    const [rule] = tab.conditionalFormats.splice(given.index ?? 0, 1);
    if (!rule)
      throw invalid(`No conditional format on sheet: ${given.sheetId ?? 0} at index: ${given.index ?? 0}`);
    return { deleteConditionalFormatRule: { rule } };
  },
  addFilterView: (book, given) => {
    const area = gridArea(book, given.filter?.range);
    const filter = { ...given.filter, filterViewId: given.filter?.filterViewId ?? newId(book) };
    area.tab.filterViews.push(filter);
    return { addFilterView: { filter } };
  },
  updateFilterView: (book, given) => {
    const is = (item: { filterViewId?: number | undefined }): boolean =>
      item.filterViewId === given.filter?.filterViewId;
    const tab = tabOf(book, (each) => each.filterViews, is, 'filter view with that id');
    tab.filterViews = tab.filterViews.map((item) =>
      is(item) ? patched(item, given.filter ?? {}, given.fields) : item,
    );
  },
  deleteFilterView: (book, given) => {
    const is = (item: { filterViewId?: number | undefined }): boolean => item.filterViewId === given.filterId;
    const tab = tabOf(book, (each) => each.filterViews, is, `filter view with id ${given.filterId}`);
    tab.filterViews = tab.filterViews.filter((item) => !is(item));
  },
  setBasicFilter: (book, given) => {
    const filter = given.filter ?? {};
    gridArea(book, filter.range).tab.basicFilter = filter;
  },
  clearBasicFilter: (book, given) => {
    tabById(book, given.sheetId).basicFilter = null;
  },
  addBanding: (book, given) => {
    const area = gridArea(book, given.bandedRange?.range);
    const bandedRange = {
      ...given.bandedRange,
      bandedRangeId: given.bandedRange?.bandedRangeId ?? newId(book),
    };
    area.tab.bandedRanges.push(bandedRange);
    return { addBanding: { bandedRange } };
  },
  deleteBanding: (book, given) => {
    const is = (item: { bandedRangeId?: number | undefined }): boolean =>
      item.bandedRangeId === given.bandedRangeId;
    const tab = tabOf(book, (each) => each.bandedRanges, is, `banded range with id ${given.bandedRangeId}`);
    tab.bandedRanges = tab.bandedRanges.filter((item) => !is(item));
  },
  mergeCells: (book, given) => {
    const area = gridArea(book, given.range);
    area.tab.merges.push(given.range ?? {});
  },
};
