// What all kinds of batchUpdate requests have in common: their form, protection, and ids that Google makes up.
import type { Book } from './book.ts';
import type { GridRange, Request } from './google-types.ts';
import { mayWrite } from './ranges.ts';
import { forbidden } from './refusal.ts';

export type Kind = keyof Request;
/** Does it to the draft; gives the reply, or nothing where Google's reply is empty. */
export type Apply<K extends Kind> = (book: Book, given: NonNullable<Request[K]>, user: string) => unknown;
export type Table = { readonly [K in Kind]?: Apply<K> };

const protectedCell =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** Throws where the range is protected against the person. */
export function guard(book: Book, user: string, range: GridRange | undefined): void {
  if (range && !mayWrite(book, user, range)) throw forbidden(protectedCell);
}

export function newId(book: Book): number {
  book.serial += 1;
  return 100_000 + book.serial * 31;
}
