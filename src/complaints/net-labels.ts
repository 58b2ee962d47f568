// Label changes that wait for the same mails become their sum: sent side by side they would race one another.
import { portions } from './labels.ts';
import type { Labelling, Outgoing } from './plan.ts';
import { hashOf } from './reading/hash.ts';

type Put = 'add' | 'remove';

/** Those waiting, then those just decided; the later wins. Changes that share no mail stay as they are. */
export function netLabels(waiting: readonly Outgoing[], fresh: readonly Outgoing[]): readonly Outgoing[] {
  const touched = new Set(fresh.flatMap(({ effect }) => (effect.do === 'label' ? effect.ids : [])));
  const meets = ({ effect }: Outgoing): boolean =>
    effect.do === 'label' && effect.ids.some((id) => touched.has(id));
  if (!waiting.some(meets)) return [...waiting, ...fresh];
  const isLabel = ({ effect }: Outgoing): boolean => effect.do === 'label';
  const merged = sum([...waiting.filter(meets), ...fresh.filter(isLabel)]);
  return [...waiting.filter((one) => !meets(one)), ...fresh.filter((one) => !isLabel(one)), ...merged];
}

function sum(changes: readonly Outgoing[]): readonly Outgoing[] {
  const net = new Map<string, Map<string, Put>>();
  for (const { effect } of changes) if (effect.do === 'label') addUp(net, effect);
  const groups = new Map<string, { labels: ReadonlyMap<string, Put>; ids: string[] }>();
  for (const [id, labels] of net) {
    const key = JSON.stringify([...labels].sort());
    const group = groups.get(key) ?? { labels, ids: [] };
    group.ids.push(id);
    groups.set(key, group);
  }
  const last = changes.at(-1);
  const at = last?.at ?? 0;
  return [...groups].flatMap(([key, { labels, ids }]) =>
    portions(ids).map((part) => {
      const all = [...labels];
      const paths = (put: Put): string[] => all.filter(([, one]) => one === put).map(([path]) => path);
      const effect: Labelling = { do: 'label', ids: part, add: paths('add'), remove: paths('remove') };
      return {
        id: hashOf('net', key, part.join(), String(at)),
        at,
        notBefore: last?.notBefore ?? at,
        ticket: null,
        effect,
      };
    }),
  );
}

function addUp(net: Map<string, Map<string, Put>>, { ids, add, remove }: Labelling): void {
  for (const id of ids) {
    const labels = net.get(id) ?? new Map<string, Put>();
    for (const path of add) labels.set(path, 'add');
    for (const path of remove) labels.set(path, 'remove');
    net.set(id, labels);
  }
}
