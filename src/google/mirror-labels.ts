// The option: a ticket's labels shown on the agent's own copy of the conversation. It needs `gmail.modify`.
import type { TicketView } from '../door/views.ts';
import type { AddOnEvent } from './addon-event.ts';
import { ask, askOne, gmail, read } from './answers.ts';
import { labelIds, pathKey } from './label-ids.ts';

interface Label {
  readonly id?: string;
  readonly name?: string;
}

/** Puts on what is missing and takes off what no longer holds; labels of the person's own are left alone. */
export function mirrorLabels(event: AddOnEvent, { labels, labelRoot }: TicketView): void {
  const id = apiId(event.gmail?.messageId ?? '');
  if (id === null) return;
  const [listed, opened] = ask([
    { method: 'get', url: `${gmail}/labels` },
    { method: 'get', url: `${gmail}/messages/${id}?format=minimal` },
  ]);
  if (!listed || !opened) return;
  const known = idsByPath(
    read<{ labels?: readonly Label[] }>(listed, 'Reading labels').labels ?? [],
    labelRoot,
  );
  const { threadId = '', labelIds: present = [] } = read<{ threadId?: string; labelIds?: readonly string[] }>(
    opened,
    'Reading the open mail',
  );
  const ids = labelIds(labels, known, labelRoot);
  const wanted = labels.flatMap((path) => ids[pathKey(path)] || []);
  const add = wanted.filter((label) => !present.includes(label));
  const remove = Object.values(known).filter((label) => present.includes(label) && !wanted.includes(label));
  if (add.length + remove.length === 0) return;
  const body = { addLabelIds: add, removeLabelIds: remove };
  read(askOne({ method: 'post', url: `${gmail}/threads/${threadId}/modify`, body }), 'Setting labels');
}

/** Add-ons are told `msg-f:` and a decimal number; the API's id is its hex. Others cannot be converted. */
function apiId(given: string): string | null {
  const [, decimal] = /^msg-f:(\d+)$/.exec(given) ?? [];
  if (decimal !== undefined) return BigInt(decimal).toString(16);
  return /^[0-9a-f]+$/.test(given) ? given : null;
}

/** Ids of the desk's labels by path below the root. */
function idsByPath(labels: readonly Label[], root: string): Readonly<Record<string, string>> {
  const prefix = `${pathKey(root)}/`;
  return Object.fromEntries(
    labels.flatMap(({ id = '', name = '' }) => {
      const key = pathKey(name);
      return key.startsWith(prefix) ? [[key.slice(prefix.length), id]] : [];
    }),
  );
}
