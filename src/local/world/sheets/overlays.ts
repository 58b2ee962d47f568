// Requests about what lies over cells: names, protection, filters, conditional formats, bands, merges.
import type { Book, Tab } from './book.ts';
import { checkCondition } from './conditions.ts';
import type { CellFormat, ConditionalFormatRule } from './google-types.ts';
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

/** Source: reference of BooleanRule.format, only bold, italic, strikethrough, foreground and background colour. */
function checkFormat(format: CellFormat | undefined): void {
  const { backgroundColor: _, backgroundColorStyle: __, textFormat = {}, ...rest } = format ?? {};
  const text = Object.keys(textFormat).filter(
    (name) => !/^(bold|italic|strikethrough|underline|foregroundColor|foregroundColorStyle)$/.test(name),
  );
  const other = [...Object.keys(rest), ...text];
  if (other.length > 0) throw invalid(`Conditional formats cannot set ${other.join(', ')}`);
}

function checkedRule(book: Book, rule: ConditionalFormatRule | undefined): ConditionalFormatRule {
  const ranges = rule?.ranges ?? [];
  if (ranges.length === 0) throw invalid('rule.ranges must not be empty');
  if (!rule || (rule.booleanRule === undefined) === (rule.gradientRule === undefined))
    throw invalid('A rule needs booleanRule or gradientRule');
  if (rule.booleanRule) checkCondition(rule.booleanRule.condition, 'format');
  checkFormat(rule.booleanRule?.format);
  for (const range of ranges) gridArea(book, range);
  if (new Set(ranges.map(({ sheetId }) => sheetId ?? 0)).size > 1)
    throw invalid('All ranges of a rule must be on one sheet');
  return rule;
}

export const overlays: Table = {
  addNamedRange: (book, given) => {
    const named = given.namedRange ?? {};
    if (
      !/^[A-Za-z_]\w{0,249}$/.test(named.name ?? '') ||
      /^([A-Za-z]{1,3}\d+|R\d+C\d+|true|false)$/i.test(named.name ?? '')
    )
      throw invalid(`Invalid name: ${named.name}`);
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
  updateProtectedRange: (book, given, user) => {
    const is = (item: { protectedRangeId?: number | undefined }): boolean =>
      item.protectedRangeId === given.protectedRange?.protectedRangeId;
    const tab = tabOf(book, (each) => each.protectedRanges, is, 'protected range with that id');
    guard(book, user, tab.protectedRanges.find(is)?.range);
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
    const rule = checkedRule(book, given.rule);
    const tab = tabById(book, rule.ranges?.[0]?.sheetId);
    if ((given.index ?? 0) > tab.conditionalFormats.length)
      throw invalid(`No place at index: ${given.index}`);
    tab.conditionalFormats.splice(given.index ?? 0, 0, rule);
  },
  updateConditionalFormatRule: (book, given) => {
    const at = given.index ?? 0;
    const tab = tabById(book, given.sheetId ?? given.rule?.ranges?.[0]?.sheetId);
    const old = tab.conditionalFormats[at];
    if (!old) throw invalid(`No conditional format on sheet: ${given.sheetId ?? 0} at index: ${at}`);
    if ((given.rule === undefined) === (given.newIndex === undefined))
      throw invalid('Either rule or newIndex must be set');
    const rule = given.rule ? checkedRule(book, given.rule) : old;
    tab.conditionalFormats.splice(at, 1);
    tab.conditionalFormats.splice(given.newIndex ?? at, 0, rule);
    return {
      updateConditionalFormatRule: given.rule
        ? { newRule: rule, newIndex: at, oldRule: old }
        : { newRule: rule, newIndex: given.newIndex, oldIndex: at },
    };
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
