// Texts to answer with: as a reply beside a mail, or put into the draft that is being written.
import type { ChoicesView } from '../door/views.ts';
import { press } from './actions.ts';
import type { Card, Section, Widget } from './card.ts';
import { line } from './line.ts';
import type { Reader } from './reader.ts';
import { oneLine, plain, quoted } from './text.ts';
import { button, card, fact, paragraph, section } from './widgets.ts';

type Macro = ChoicesView['macros'][number];

/** Beside a mail, on a phone too: each text opens as a draft of the answer. */
export function repliesCard(choices: ChoicesView, reader: Reader): Card {
  const { words } = reader;
  const id = choices.ticket?.id ?? '';
  const rows = ordered(choices).map((macro) =>
    macroRow(macro, choices, reader, {
      text: words.buttons.draft,
      action: press('reply', { ticket: id, macro: macro.name }),
    }),
  );
  return card(
    'replies',
    { title: words.replyTitle, subtitle: subtitleOf(choices, reader) },
    section(null, [paragraph(plain(rows.length > 0 ? words.replyHint : words.noMacros)), ...rows]),
  );
}

/** Beside a draft. */
export function composeCard(choices: ChoicesView, reader: Reader): Card {
  const { words } = reader;
  const id = choices.ticket?.id ?? '';
  const rows = ordered(choices).map((macro) =>
    macroRow(macro, choices, reader, {
      text: words.buttons.insert,
      action: press('insert', { ticket: id, macro: macro.name }),
    }),
  );
  return card('compose', { title: words.composeTitle, subtitle: subtitleOf(choices, reader) }, [
    ...section(null, choices.ticket === null ? [paragraph(plain(words.composeNoTicket))] : []),
    ...section(null, rows.length > 0 ? rows : [paragraph(plain(words.noMacros))]),
    ...others(choices, reader),
  ]);
}

function subtitleOf({ ticket }: ChoicesView, { words }: Reader): string {
  if (ticket === null) return words.homeTitle;
  return `${words.composeFor(oneLine(ticket.id, 40))} · ${oneLine(ticket.subject, 80) || words.noSubject}`;
}

const mostMacros = 40;

/** One that asks for what is still missing comes first while something is. */
function ordered({ macros, ticket }: ChoicesView): readonly Macro[] {
  const lacks = ticket?.required.some(({ value }) => value === null) ?? false;
  const rank = ({ use }: Macro): number =>
    lacks && use === 'ask for information' ? 0 : use === null ? 1 : 2;
  return [...macros].sort((a, b) => rank(a) - rank(b)).slice(0, mostMacros);
}

function macroRow(
  macro: Macro,
  { ticket }: ChoicesView,
  { words }: Reader,
  { text, action }: { readonly text: string; readonly action: ReturnType<typeof press> },
): Widget {
  const missing = ticket?.required.filter(({ value }) => value === null).length ?? 0;
  const asks = macro.use === 'ask for information' && missing > 0;
  const uses: Readonly<Record<string, string>> = words.uses;
  const use = asks ? words.composeMissing : (uses[macro.use ?? ''] ?? '');
  return fact({
    label: plain(
      [use, macro.language.toUpperCase()]
        .filter(Boolean)
        .map((one) => oneLine(one, 60))
        .join(' · '),
    ),
    text: quoted(macro.name, 80),
    below: quoted(withoutGreeting(macro.body), 140),
    button: button(text, action),
  });
}

/** The first line is a greeting, which tells nothing about a text. */
const withoutGreeting = (body: string): string => body.replace(/^[^\n]{0,60},\n+/, '');

function others({ others: rest }: ChoicesView, reader: Reader): readonly Section[] {
  return section(
    reader.words.composeOthers,
    rest.map((one) => {
      const row = line(one, reader);
      return 'decoratedText' in row
        ? {
            decoratedText: {
              ...row.decoratedText,
              onClick: { action: press('choose ticket', { ticket: one.id }) },
            },
          }
        : row;
    }),
    0,
  );
}

/** The text of a macro, as HTML for a draft. */
export function macroHtml(choices: ChoicesView, name: string): string | null {
  const macro = choices.macros.find((one) => one.name === name);
  return macro ? plain(macro.body).replace(/\r?\n/g, '<br>') : null;
}

export const macroText = (choices: ChoicesView, name: string): string | null =>
  choices.macros.find((one) => one.name === name)?.body ?? null;
