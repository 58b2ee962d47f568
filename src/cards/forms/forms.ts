// All forms by name, and the card that shows one.
import { press } from '../actions.ts';
import type { Card } from '../card.ts';
import { oneLine } from '../text.ts';
import { button, buttons, card, paragraph, section } from '../widgets.ts';
import { changeSeverity, correctCategory } from './correcting.ts';
import { recordFacts } from './facts.ts';
import type { Filling, Form } from './form.ts';
import { askToHelp, assign, escalation, giveBack, handOver } from './handing.ts';
import { notATicket, note, promise, resolve, wait } from './progress.ts';
import { link, updateAll } from './together.ts';

export const forms = {
  'hand over': handOver,
  assign,
  return: giveBack,
  'co-owner': askToHelp,
  escalate: escalation,
  wait,
  promise,
  resolve,
  note,
  'not a ticket': notATicket,
  category: correctCategory,
  severity: changeSeverity,
  facts: recordFacts,
  'update all': updateAll,
  link,
} as const satisfies Readonly<Record<string, Form>>;

export type FormName = keyof typeof forms;
export const isForm = (name: string): name is FormName => Object.hasOwn(forms, name);
export const formOf = (name: FormName): Form => forms[name];

export function formCard(name: FormName, filling: Filling): Card {
  const form = formOf(name);
  const { ticket, reader } = filling;
  const { words } = reader;
  const send = press('send form', {
    form: name,
    ticket: ticket.id,
    version: String(ticket.version),
    row: ticket.archiveRow === null ? '' : String(ticket.archiveRow),
    known: JSON.stringify(form.known?.(filling) ?? []),
  });
  const shown = form.widgets(filling);
  return card(
    `form ${name}`,
    {
      title: words.buttons[form.title],
      subtitle: `${oneLine(ticket.id, 40)} · ${oneLine(ticket.subject, 100) || words.noSubject}`,
    },
    section(null, [
      ...(shown.length > 0 ? shown : [paragraph(words.forms.nothingFilledIn)]),
      buttons(button(words.buttons[form.send], send, 'FILLED')),
    ]),
  );
}
