// What each button does: one handler for every registered action.

import { type ActionName, type Carried, isAction, press, whichButton } from '../cards/actions.ts';
import { changedCard } from '../cards/changed.ts';
import { first, type Inputs } from '../cards/forms/form.ts';
import { formCard, formOf, isForm } from '../cards/forms/forms.ts';
import { bulkCard, bulkDoneCard, bulkRequest } from '../cards/home/bulk.ts';
import { foundCard } from '../cards/home/found.ts';
import { filterIn, noFilter, queueCard } from '../cards/home/queue.ts';
import type { Outcome } from '../cards/outcome.ts';
import { atDesk, type Reader } from '../cards/reader.ts';
import { oneLine } from '../cards/text.ts';
import { macroHtml, macroText, repliesCard } from '../cards/texts.ts';
import { ticketCardName } from '../cards/ticket/ticket.ts';
import { type Trouble, troubleCard } from '../cards/trouble.ts';
import type { Request } from '../complaints/request.ts';
import { asDeed, type DoorRequest, readRequest } from '../door/request.ts';
import type { ChoicesView, HomeView } from '../door/views.ts';
import { type AddOnEvent, inputsIn, parametersIn } from './addon-event.ts';
import { askDesk, type Told } from './ask-desk.ts';
import { atHome, besideDraft, besideMail, drawn, isTrouble, misunderstood, oneTicket } from './look.ts';

interface Pressed<N extends ActionName> {
  readonly carried: Carried<N>;
  readonly inputs: Inputs;
  readonly event: AddOnEvent;
  readonly reader: Reader;
}

type Handlers = { readonly [N in ActionName]: (pressed: Pressed<N>) => Outcome };

/** @throws Error for a button that no card of this version has. */
export function pressed(event: AddOnEvent, reader: Reader): Outcome {
  const carried = parametersIn(event);
  const name = carried[whichButton] ?? '';
  if (!isAction(name)) throw new Error(`There is no button '${name}'`);
  const handler = handlers[name] as (pressed: Pressed<ActionName>) => Outcome;
  return handler({ carried: carried as Carried<ActionName>, inputs: inputsIn(event), event, reader });
}

const handlers: Handlers = {
  'open ticket': ({ carried: { ticket, row }, reader }) => ({
    go: 'on',
    card: oneTicket(ticket, row, false, reader),
  }),
  'look again': ({ carried: { ticket, row }, event, reader }) => ({
    go: 'here',
    card: ticket ? oneTicket(ticket, row, isBesideMail(event), reader) : start(event, reader),
  }),
  'back to ticket': ({ carried: { ticket, row }, event, reader }) => ({
    go: 'back to',
    name: ticketCardName(ticket),
    card: oneTicket(ticket, row, isBesideMail(event), reader),
  }),
  'open home': ({ reader }) => ({ go: 'on', card: atHome(reader) }),
  'open form': ({ carried, reader }) => {
    const { form, ticket: id } = carried;
    if (!isForm(form)) throw new Error(`There is no form '${form}'`);
    return choosing(id, press('open form', carried), reader, (choices) => {
      const { ticket } = choices;
      return ticket
        ? { go: 'on', card: formCard(form, { ticket, choices, reader: atDesk(reader, choices.me) }) }
        : { go: 'nowhere', tell: reader.words.noTicket.title };
    });
  },
  'send form': ({ carried, inputs, event, reader }) => {
    const { form, known } = carried;
    if (!isForm(form)) throw new Error(`There is no form '${form}'`);
    const request = formOf(form).request({ inputs, known: textsIn(known), reader });
    return typeof request === 'string'
      ? { go: 'nowhere', tell: request }
      : act(request, carried, { event, reader, above: true });
  },
  do: ({ carried, event, reader }) => act(deedIn(carried.deed), carried, { event, reader, above: false }),
  'do anyway': ({ carried, event, reader }) =>
    act(deedIn(carried.deed), carried, { event, reader, above: true }),
  'try again': ({ carried: { request: text, nonce }, event, reader }) => {
    const request = readRequest(JSON.parse(text));
    if (!request) throw new Error('The request is of another version');
    return tell(askDesk(request, nonce), request, { event, reader, above: true });
  },
  undo: ({ carried: { ticket }, event, reader }) => {
    const request: DoorRequest = { ask: 'undo', ticket };
    return tell(askDesk(request), request, { event, reader, above: false });
  },
  register: ({ carried: { message }, event, reader }) => {
    const request: DoorRequest = { ask: 'register', messageId: message };
    return tell(askDesk(request), request, { event, reader, above: false });
  },
  search: ({ inputs, reader }) => {
    const words = first(inputs, 'words').slice(0, 200);
    if (!words) return { go: 'nowhere', tell: reader.words.forms.missing(reader.words.searchHint) };
    const reply = askDesk({ ask: 'search', words });
    if (isTrouble(reply)) return troubled(reply, press('search', {}), reader);
    return reply.answer === 'found'
      ? { go: 'on', card: foundCard(words, reply, reader) }
      : troubled(misunderstood, null, reader);
  },
  'open queue': ({ carried, reader }) =>
    withHome(press('open queue', carried), reader, (home) => ({
      go: 'on',
      card: queueCard(home, { ...noFilter, owner: carried.owner }, 0, atDesk(reader, home.me)),
    })),
  'filter queue': ({ carried, inputs, reader }) =>
    withHome(press('filter queue', carried), reader, (home) => ({
      go: 'here',
      card: queueCard(home, filterIn(inputs), Number(carried.from) || 0, reader),
    })),
  'open bulk': ({ carried, reader }) =>
    withHome(press('open bulk', carried), reader, (home) => ({
      go: carried.from === '0' ? 'on' : 'here',
      card: bulkCard(home, Number(carried.from) || 0, reader),
    })),
  'assign many': ({ inputs, event, reader }) => {
    const request = bulkRequest(inputs, reader);
    return typeof request === 'string'
      ? { go: 'nowhere', tell: request }
      : tell(askDesk(request), request, { event, reader, above: false });
  },
  'open replies': ({ carried, reader }) =>
    choosing(carried.ticket, press('open replies', carried), reader, (choices) => ({
      go: 'on',
      card: repliesCard(choices, reader),
    })),
  reply: ({ carried: { ticket, macro }, reader }) => {
    const text = macroText(choicesOrThrow(ticket, reader), macro);
    if (text === null) throw new Error(reader.words.noMacros);
    return { go: 'draft', text };
  },
  insert: ({ carried, reader }) =>
    choosing(carried.ticket, press('insert', carried), reader, (choices) => {
      const html = macroHtml(choices, carried.macro);
      return html === null ? { go: 'nowhere', tell: reader.words.noMacros } : { go: 'insert', html };
    }),
  'choose ticket': ({ carried: { ticket }, event, reader }) => ({
    go: 'here',
    card: besideDraft(event, ticket || null, reader),
  }),
};

const isBesideMail = ({ gmail }: AddOnEvent): boolean => gmail?.messageId !== undefined;

const start = (event: AddOnEvent, reader: Reader) =>
  isBesideMail(event) ? besideMail(event, reader) : atHome(reader);

interface Where {
  readonly event: AddOnEvent;
  readonly reader: Reader;
  /** Whether the button lies on a card above the ticket's. */
  readonly above: boolean;
}

interface About {
  readonly ticket: string;
  readonly version: string;
  readonly row: string;
}

function act(request: Request, { ticket, version, row }: About, where: Where): Outcome {
  const asked: DoorRequest = {
    ask: 'act',
    ticket,
    version: Number(version),
    archiveRow: row === '' ? null : Number(row),
    request: asDeed(request),
  };
  return tell(askDesk(asked), asked, where);
}

/** What came of an action. */
function tell(reply: Told | Trouble, request: DoorRequest, where: Where): Outcome {
  const { reader, event, above } = where;
  const { words } = reader;
  if (isTrouble(reply)) return troubled(reply, null, reader);
  switch (reply.answer) {
    case 'done': {
      if (reply.ticket === null) return { go: 'nowhere', tell: words.done };
      const card = drawn(reply.ticket, isBesideMail(event), reader);
      const news = reply.repeated ? words.doneBefore : request.ask === 'undo' ? words.undone : words.done;
      return above
        ? { go: 'back to', name: ticketCardName(reply.ticket.id), card, tell: news }
        : { go: 'here', card, tell: news };
    }
    case 'done many':
      return { go: 'here', card: bulkDoneCard(reply, reader) };
    case 'changed':
      return request.ask === 'act'
        ? { go: 'on', card: changedCard(reply, request.request, atDesk(reader, reply.ticket.me)) }
        : { go: 'on', card: drawn(reply.ticket, false, reader), tell: words.changedTitle };
    default:
      return troubled(misunderstood, null, reader);
  }
}

/** A refusal of the rules is a notice, so that what was typed stays; anything else is a card of its own. */
function troubled(trouble: Trouble, again: ReturnType<typeof press> | null, reader: Reader): Outcome {
  const brief = trouble.trouble === 'refused' && (trouble.kind === 'not allowed' || trouble.kind === 'busy');
  return brief
    ? { go: 'nowhere', tell: oneLine(trouble.words, 280) }
    : { go: 'on', card: troubleCard(trouble, again, reader) };
}

function choosing(
  ticket: string,
  again: ReturnType<typeof press>,
  reader: Reader,
  then: (choices: ChoicesView) => Outcome,
): Outcome {
  const reply = askDesk({ ask: 'choices', ticket: ticket || null, addresses: [] });
  if (isTrouble(reply)) return troubled(reply, again, reader);
  return reply.answer === 'choices' ? then(reply.choices) : troubled(misunderstood, again, reader);
}

/** Gmail takes nothing but a draft here, so trouble can only be thrown: Gmail shows the words. */
function choicesOrThrow(ticket: string, reader: Reader): ChoicesView {
  const reply = askDesk({ ask: 'choices', ticket: ticket || null, addresses: [] });
  if (!isTrouble(reply) && reply.answer === 'choices') return reply.choices;
  const words =
    isTrouble(reply) && reply.trouble === 'refused' ? reply.words : reader.words.states.unreachable.title;
  throw new Error(words);
}

function withHome(
  again: ReturnType<typeof press>,
  reader: Reader,
  then: (home: HomeView) => Outcome,
): Outcome {
  const reply = askDesk({ ask: 'home' });
  if (isTrouble(reply)) return troubled(reply, again, reader);
  return reply.answer === 'home' ? then(reply.home) : troubled(misunderstood, again, reader);
}

/** Written by our own card; the door checks it again. */
const deedIn = (text: string): Request => JSON.parse(text) as Request;

function textsIn(text: string): readonly string[] {
  const read: unknown = text ? JSON.parse(text) : [];
  return Array.isArray(read) ? read.map(String) : [];
}
