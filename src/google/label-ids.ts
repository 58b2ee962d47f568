// Gmail's ids for the desk's labels: known ones from the memo, missing ones made once, races with people survived.
import { ask, askOne, read } from './answers.ts';

const api = 'https://gmail.googleapis.com/gmail/v1/users/me/labels';

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

/** The ids of all paths (below the root), making what is missing: no call if nothing is. */
export function labelIds(paths: readonly string[], known: LabelIds, root: string): LabelIds {
  const missing = [...new Set(paths)].filter((path) => !known[path]);
  if (missing.length === 0) return known;
  const listed = list(root);
  const wanted = ['', ...withParents(missing)].filter((path) => !listed[path.toLowerCase()]);
  const now = { ...listed, ...make(wanted, root) };
  return { ...known, ...Object.fromEntries(missing.flatMap((path) => idOf(path, now))) };
}

const idOf = (path: string, listed: LabelIds): readonly (readonly [string, string])[] => {
  const id = listed[path.toLowerCase()];
  return id ? [[path, id]] : [];
};

/** Ids by path in lower case: Gmail's names do not tell cases apart. The root itself is ''. */
function list(root: string): LabelIds {
  const { labels = [] } = read<{ labels?: { id?: string; name?: string }[] }>(
    askOne({ method: 'get', url: api }),
    'Reading labels',
  );
  const prefix = root.toLowerCase();
  return Object.fromEntries(
    labels.flatMap(({ id = '', name = '' }) => {
      const lower = name.toLowerCase();
      if (lower === prefix) return [['', id]];
      return lower.startsWith(`${prefix}/`) ? [[lower.slice(prefix.length + 1), id]] : [];
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
  const answers = ask(paths.map((path) => ({ method: 'post', url: api, body: label(path, root) })));
  if (answers.some(({ status }) => status === 409)) return list(root);
  return Object.fromEntries(
    answers.map((answer, index) => [
      (paths[index] ?? '').toLowerCase(),
      read<{ id?: string }>(answer, 'Making a label').id ?? '',
    ]),
  );
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
