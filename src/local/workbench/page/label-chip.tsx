// A Gmail label as a chip: in the colours it has, else in those of what it says.
import type { LabelView } from '../views.ts';

const looks: readonly (readonly [RegExp, string])[] = [
  [/^breached/i, 'bad'],
  [/^(at risk|critical)/i, 'risk'],
  [/^escalated/i, 'up'],
  [/^tier \d/i, 'tier'],
];

export function LabelChip({ label: { name, background, text } }: { readonly label: LabelView }) {
  const short = name.includes('/') ? name.slice(name.indexOf('/') + 1) : name;
  const look = looks.find(([words]) => words.test(short))?.[1] ?? '';
  return (
    <span class={`chip ${look}`} title={name} style={background ? { background, color: text ?? '#000' } : {}}>
      {short}
    </span>
  );
}
