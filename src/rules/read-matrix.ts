// Matrix rows become policies without a hole: the last one catches everything.
import type { Policy, Problem } from '../complaints/rules.ts';
import { findCategory, nearCategory, pathText } from './known.ts';
import { ladder } from './ladder-text.ts';
import type { Names } from './names.ts';
import { trouble } from './problem.ts';
import { type Reader, readTab } from './tab.ts';
import { problemAt, type RowOf } from './table.ts';
import { matrixTable } from './tables/matrix.ts';

type MatrixRow = RowOf<typeof matrixTable.columns>;
type Criteria = Pick<Policy, 'category' | 'subcategory' | 'severity' | 'customerTier' | 'flag'>;

export interface MatrixReading {
  readonly policies: readonly Policy[];
  readonly problems: readonly Problem[];
  readonly broken: boolean;
}

export function readMatrix(reader: Reader, names: Names, desk: { readonly calendar: string }): MatrixReading {
  const tab = readTab(matrixTable, reader, {
    names,
    otherwise: 'by a row of its own: first response 4h, resolution 5wd, the fallback owner',
  });
  const problems: Problem[] = [];
  const policies: Policy[] = [];
  for (const row of tab.rows) {
    const category = categoryOf(row, names);
    if ('what' in category) {
      problems.push(category);
      continue;
    }
    const policy = policyOf(row, category, desk.calendar);
    problems.push(...idle(policy), ...contradicts(policy, policies), ...tooManyTiers(row, names));
    policies.push(policy);
  }
  return { policies, problems: [...tab.problems, ...(tab.broken ? [] : problems)], broken: tab.broken };
}

type Path = { readonly category: string | null; readonly subcategory: string | null };

/** `Billing > Disputes` in the Category cell is understood too. */
function categoryOf(row: MatrixRow, names: Names): Path | Problem {
  const [category = '', within] = (row.category ?? '').split(/\s*>\s*/);
  const subcategory = row.subcategory ?? within ?? null;
  if (category === '')
    return subcategory === null ? { category: null, subcategory: null } : anyWith(row, subcategory, names);
  const found = findCategory(category, subcategory, names.categories);
  if (typeof found !== 'string') return found;
  const column = findCategory(category, null, names.categories) === found ? 'Category' : 'Subcategory';
  return leftOut(row, column, { what: found, advice: nearCategory(subcategory ?? category, names) });
}

/** A subcategory alone means the category that has it, where only one has. */
function anyWith(row: MatrixRow, subcategory: string, names: Names): Path | Problem {
  const found = names.categories.flatMap(({ category }) => {
    const path = findCategory(category, subcategory, names.categories);
    return typeof path === 'string' ? [] : [path];
  });
  const paths = [...new Map(found.map((path) => [pathText(path), path])).values()];
  if (paths.length === 1 && paths[0]) return paths[0];
  const what = `'${subcategory}' is a subcategory of ${paths.length === 0 ? 'no category' : 'several categories'}.`;
  return leftOut(row, 'Subcategory', {
    what,
    advice: paths.length === 0 ? nearCategory(subcategory, names) : 'Fill in Category.',
  });
}

function leftOut(
  { place }: MatrixRow,
  column: string,
  { what, advice }: { what: string; advice: string },
): Problem {
  return problemAt(place, column, { what, advice: `${advice} Until then this row is left out.` });
}

function policyOf(row: MatrixRow, path: Path, deskCalendar: string): Policy {
  const { firstResponse, nextResponse, customerUpdate, resolution, ...rest } = row;
  return {
    ...rest,
    ...path,
    calendar: row.calendar ?? deskCalendar,
    targets: { firstResponse, nextResponse, customerUpdate, resolution },
  };
}

/** Ladder steps on a clock that this row does not run. */
function idle({ place, ladder: steps, targets, tierTimes }: Policy): readonly Problem[] {
  const runs = (on: string) =>
    on === 'ownerSilent' ||
    (on === 'tierTime'
      ? tierTimes.some((time) => time !== null)
      : targets[on as keyof typeof targets] !== null);
  return steps
    .filter(({ when }) => !runs(when.on))
    .map((step) => {
      const advice = 'Fill in the time in this row, or take the step out.';
      return problemAt(
        place,
        'Ladder',
        trouble(`'${step.text}' never happens: this row gives no time for it.`, advice),
      );
    });
}

function contradicts(policy: Policy, before: readonly Policy[]): readonly Problem[] {
  const other = before.find((each) => each.rank === policy.rank && criteriaKey(each) === criteriaKey(policy));
  if (other === undefined) return [];
  const advice = `Change the conditions or the rank. Until then row ${other.place.row} decides.`;
  return [
    problemAt(
      policy.place,
      null,
      trouble(`this row has the same conditions and rank as row ${other.place.row}.`, advice),
    ),
  ];
}

function criteriaKey({ category, subcategory, severity, customerTier, flag = null }: Criteria): string {
  return JSON.stringify([category, subcategory, severity, customerTier, flag]);
}

function tooManyTiers({ place, owners, tierTimes }: MatrixRow, { tiers }: Names): readonly Problem[] {
  const advice = `Settings has ${tiers.length} tiers: add one there, or empty this cell.`;
  const over = (column: string, filled: readonly boolean[]) =>
    filled.flatMap((full, index) =>
      full && index >= tiers.length
        ? [problemAt(place, `${column} ${index + 1}`, trouble(`there is no tier ${index + 1}.`, advice))]
        : [],
    );
  return [
    ...over(
      'Owner tier',
      owners.map((chain) => chain.length > 0),
    ),
    ...over(
      'Time at tier',
      tierTimes.map((time) => time !== null),
    ),
  ];
}

export function catchesAll(criteria: Criteria): boolean {
  return (
    criteriaKey(criteria) ===
    criteriaKey({ category: null, subcategory: null, severity: null, customerTier: null })
  );
}

const ownLadder = [
  'first response 75%: tell owner',
  'first response due: tell owner, tell lead',
  'resolution due: next tier, tell lead',
].join('\n');

/** The desk's own last row (row 0): whatever the admin forgot is still answered and escalated. */
export function catchAll({
  calendar,
  fallbackOwner,
  names,
}: {
  calendar: string;
  fallbackOwner: string;
  names: Names;
}): Policy {
  return {
    place: { tab: matrixTable.tab, row: 0 },
    ...{ category: null, subcategory: null, severity: null, customerTier: null },
    rank: 10_000,
    startTier: 1,
    owners: [[{ by: 'keep' }, { by: 'person', person: fallbackOwner }], [{ by: 'lead' }]],
    calendar,
    targets: {
      firstResponse: { unit: 'seconds', amount: 4 * 3600 },
      nextResponse: { unit: 'seconds', amount: 8 * 3600 },
      customerUpdate: null,
      resolution: { unit: 'working days', amount: 5 },
    },
    tierTimes: [],
    ladder: ladder(ownLadder, names).value ?? [],
  };
}

export const noCatchAll: Problem = {
  tab: matrixTable.tab,
  row: null,
  column: null,
  what: 'No row catches what the other rows do not name.',
  advice:
    'Add a last row with any in Category, Subcategory, Severity and Customer tier. Until then the desk adds its own: first response 4h, resolution 5wd, the fallback owner.',
};
