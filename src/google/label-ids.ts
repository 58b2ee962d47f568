// Gmail's ids for the desk's labels: known ones from the memo, missing ones made once, races with people survived.
import { type Answer, ask, askOne, failureOf, gmail, isGood, read } from './answers.ts';

/** From Gmail's palette (labels.color in Google's reference): background and text. */
const colours: readonly (readonly [test: RegExp, background: string, text: string])[] = [
  [/^Breached$/, '#cc3a21', '#ffffff'],
  [/^Escalated$/, '#ffad47', '#000000'],
  [/^Waiting$/, '#cccccc', '#000000'],
  [/^Tier 1$/, '#c9daf8', '#000000'],
  [/^Tier 2$/, '#6d9eeb', '#000000'],
  [/^Tier \d+$/, '#285bac', '#ffffff'],
];

export type LabelIds = Readonly<Record<string, string>>;

/** Gmail's names do not tell cases apart. */
export const pathKey = (path: string): string => path.toLowerCase();

/**
 * The ids of all paths (below the root), making what is missing: no call if nothing is. A path that Gmail refuses has
 * no id in the answer. Everything that Gmail lists below the root is known afterwards.
 */
export function labelIds(paths: readonly string[], known: LabelIds, root: string): LabelIds {
  const missing = [...new Set(paths)].filter((path) => !known[pathKey(path)]);
  if (missing.length === 0) return known;
  const listed = list(root);
  const wanted = ['', ...withParents(missing)].filter((path) => !listed[pathKey(path)]);
  return { ...known, ...listed, ...make(wanted, root) };
}

/** Ids by path. The root itself is ''. */
function list(root: string): LabelIds {
  const { labels = [] } = read<{ labels?: { id?: string; name?: string }[] }>(
    askOne({ method: 'get', url: `${gmail}/labels` }),
    'Reading labels',
  );
  const prefix = pathKey(root);
  return Object.fromEntries(
    labels.flatMap(({ id = '', name = '' }) => {
      const key = pathKey(name);
      if (key === prefix) return [['', id]];
      return key.startsWith(`${prefix}/`) ? [[key.slice(prefix.length + 1), id]] : [];
    }),
  );
}

function withParents(paths: readonly string[]): readonly string[] {
  const all = paths.flatMap((path) =>
    path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/')),
  );
  return [...new Set(all)];
}

/** Makes all at once, parents too: Gmail makes none by itself. A 409 means that somebody was faster: then the list tells. */
function make(paths: readonly string[], root: string): LabelIds {
  const answers = ask(
    paths.map((path) => ({ method: 'post', url: `${gmail}/labels`, body: label(path, root) })),
  );
  if (answers.some(({ status }) => status === 409)) return list(root);
  return Object.fromEntries(answers.flatMap((answer, index) => made(answer, paths[index] ?? '')));
}

/** A name that Gmail does not take leaves its mails without this label, and nothing else. */
function made(answer: Answer, path: string): readonly (readonly [string, string])[] {
  if (isGood(answer)) return [[pathKey(path), read<{ id?: string }>(answer, 'Making a label').id ?? '']];
  const failure = failureOf(answer, 'Making a label');
  if (failure.retry) throw failure;
  console.warn(failure.message);
  return [];
}

function label(path: string, root: string): object {
  const colour = colours.find(([test]) => test.test(path));
  return {
    name: path === '' ? root : `${root}/${path}`,
    labelListVisibility: 'labelShow',
    messageListVisibility: 'show',
    ...(colour ? { color: { backgroundColor: colour[1], textColor: colour[2] } } : {}),
  };
}
