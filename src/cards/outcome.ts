// What a press of a button comes to, before it is put into Google's terms.
import type { Card } from './card.ts';

export type Outcome =
  /** A card on top of the present one. */
  | { readonly go: 'on'; readonly card: Card; readonly tell?: string }
  /** The present card anew. */
  | { readonly go: 'here'; readonly card: Card; readonly tell?: string }
  /** Down to the card of that name, which is drawn anew. */
  | { readonly go: 'back to'; readonly name: string; readonly card: Card; readonly tell?: string }
  | { readonly go: 'nowhere'; readonly tell: string }
  /** Text for the draft that is being written. */
  | { readonly go: 'insert'; readonly html: string }
  /** A draft that answers the open mail. */
  | { readonly go: 'draft'; readonly text: string };
