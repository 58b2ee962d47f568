// A Gmail label as a chip, in the colours the desk gave it.
import type { LabelView } from '../views.ts';

export function LabelChip({ label: { name, background, text } }: { readonly label: LabelView }) {
  const short = name.includes('/') ? name.slice(name.indexOf('/') + 1) : name;
  return (
    <span class="chip" title={name} style={background ? { background, color: text ?? '#000' } : {}}>
      {short}
    </span>
  );
}
