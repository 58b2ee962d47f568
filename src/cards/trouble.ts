// What the sidebar says when it cannot show what was asked for: why, what still works, and who does what about it.
import type { RefusalKind } from '../door/answer.ts';
import { press } from './actions.ts';
import type { Action, Card, Widget } from './card.ts';
import type { IconName } from './icons.ts';
import type { Reader } from './reader.ts';
import { bold, plain, quiet } from './text.ts';
import { button, buttons, card, fact, icon, link, paragraph, section } from './widgets.ts';

export type Trouble =
  /** `missing`: script properties that nobody filled in. */
  | { readonly trouble: 'not set up'; readonly missing: readonly string[] }
  /** Google does not say who is at the keyboard. */
  | { readonly trouble: 'identity' }
  /** `unsure`: an action that may have been carried out; asked again with its nonce it is done once at most. */
  | { readonly trouble: 'unreachable'; readonly unsure: Unsure | null }
  | { readonly trouble: 'refused'; readonly kind: RefusalKind; readonly words: string };

/** The request as JSON. */
export interface Unsure {
  readonly request: string;
  readonly nonce: string;
}

interface Said {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly how: string;
}

/** `again` is what the button does where trying again makes sense; where there was an action, it is that one. */
export function troubleCard(trouble: Trouble, again: Action | null, reader: Reader): Card {
  const { words } = reader;
  const told = said(trouble, reader);
  const retry = retryOf(trouble) ?? again;
  const unsure = trouble.trouble === 'unreachable' && trouble.unsure !== null;
  return card('trouble', { title: told.title }, [
    ...section(null, [
      fact({ icon: icon(told.icon, told.title), text: plain(told.text) }),
      ...(unsure ? [paragraph(plain(words.states.unsure))] : []),
      ...(told.how ? [paragraph(plain(told.how))] : []),
      ...(retry ? [buttons(button(words.buttons.tryAgain, retry, 'FILLED'))] : []),
      paragraph(quiet(plain(words.states.goesOn))),
    ]),
  ]);
}

function retryOf(trouble: Trouble): Action | null {
  if (trouble.trouble !== 'unreachable' || trouble.unsure === null) return null;
  const { request, nonce } = trouble.unsure;
  return press('try again', { request, nonce });
}

function said(trouble: Trouble, { words }: Reader): Said {
  const { states } = words;
  switch (trouble.trouble) {
    case 'not set up': {
      const { title, text, how } = states['not set up'];
      return { icon: 'info', title, text, how: how(trouble.missing.join(', ')) };
    }
    case 'identity':
      return { icon: 'lock', ...states.identity };
    case 'unreachable':
      return { icon: 'cloud_off', ...states.unreachable };
    case 'refused':
      return {
        icon: refusalIcon(trouble.kind),
        title: states.refusals[trouble.kind],
        text: trouble.words,
        how: states.refusalHow[trouble.kind],
      };
    default:
      return trouble satisfies never;
  }
}

function refusalIcon(kind: RefusalKind): IconName {
  if (kind === 'unknown person' || kind === 'not allowed' || kind === 'not accepted') return 'lock';
  return kind === 'failed' || kind === 'busy' ? 'cloud_off' : 'info';
}

/** A permission that the person did not give. */
export type Scope = 'metadata' | 'request' | 'email' | 'compose' | 'modify';

/** `address`: Google's page where the person can give them. */
export function scopesCard(missing: readonly Scope[], address: string | null, { words }: Reader): Card {
  const { scopes } = words;
  const title = missing.length > 1 ? scopes.titleMany : scopes.title;
  const rows: readonly Widget[] = missing.map((scope) =>
    fact({
      icon: icon('lock', scopes[scope]),
      text: bold(plain(scopes[scope])),
      below: plain(scopes[`${scope}Why`]),
    }),
  );
  return card('scopes', { title }, [
    ...section(null, [
      paragraph(plain(scopes.text)),
      ...rows,
      ...(address ? [buttons({ ...link(words.buttons.allow, address), type: 'FILLED' })] : []),
    ]),
  ]);
}

/** Gmail does not let the sidebar read the open mail's headers. */
export function unreadableCard({ words }: Reader): Card {
  const { title, text, how } = words.unreadable;
  return card('unreadable', { title }, [
    ...section(null, [
      fact({ icon: icon('lock', title), text: plain(text) }),
      paragraph(plain(how)),
      buttons(button(words.buttons.tryAgain, press('look again', { ticket: '', row: '' }), 'FILLED')),
    ]),
  ]);
}
