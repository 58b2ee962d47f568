// What a person may do next with a ticket: the two likeliest first.
import type { Request } from '../../complaints/request.ts';
import type { TicketView } from '../../door/views.ts';
import { press } from '../actions.ts';
import type { Action, Section, Widget } from '../card.ts';
import type { FormName } from '../forms/forms.ts';
import type { Reader } from '../reader.ts';
import { button, buttons, section } from '../widgets.ts';
import type { Words } from '../words/en.ts';

type Deed = keyof Words['buttons'];

interface Offer {
  readonly name: Deed;
  readonly action: Action;
}

/** Buttons in the order in which they are worth pressing. */
export function offers(ticket: TicketView): readonly Offer[] {
  if (ticket.barred !== null) return [];
  const possible = allOf(ticket).filter(({ name }) => isPossible(name, ticket));
  const first = likeliest(ticket);
  const rank = (name: Deed): number => {
    const at = first.indexOf(name);
    return at < 0 ? first.length : at;
  };
  return [...possible].sort((a, b) => rank(a.name) - rank(b.name));
}

function allOf(ticket: TicketView): readonly Offer[] {
  const about = {
    ticket: ticket.id,
    version: String(ticket.version),
    row: ticket.archiveRow === null ? '' : String(ticket.archiveRow),
  };
  const form = (name: Deed, which: FormName): Offer => ({
    name,
    action: press('open form', { form: which, ...about }),
  });
  const deed = (name: Deed, request: Request): Offer => ({
    name,
    action: press('do', { deed: JSON.stringify(request), ...about }),
  });
  return [
    form('updateAll', 'update all'),
    deed('accept', { do: 'accept' }),
    form('return', 'return'),
    deed('take', { do: 'take' }),
    { name: 'reply', action: press('open replies', { ticket: ticket.id }) },
    form('resolve', 'resolve'),
    deed('reopen', { do: 'reopen' }),
    deed('goOn', { do: 'go on' }),
    form('wait', 'wait'),
    form('handOver', 'hand over'),
    form('assign', 'assign'),
    form('escalate', 'escalate'),
    form('note', 'note'),
    form('promise', 'promise'),
    form('coOwner', 'co-owner'),
    form('category', 'category'),
    form('severity', 'severity'),
    form('link', 'link'),
    deed('unlink', { do: 'unlink' }),
    deed('takeApart', { do: 'take apart' }),
    form('notATicket', 'not a ticket'),
  ];
}

const isOver = ({ status }: TicketView): boolean => status === 'resolved' || status === 'closed';
const isMine = ({ owner, me }: TicketView): boolean => owner?.email === me.email;
const isWaiting = ({ waiting }: TicketView): boolean => waiting !== null;
const isOffered = ({ handover, me }: TicketView): boolean => handover?.to.email === me.email;

/** As the desk's rules have it: what it would refuse is not offered. */
function isPossible(name: Deed, ticket: TicketView): boolean {
  if (ticket.archiveRow !== null) return name === 'reopen';
  if (ticket.mergedInto) return name === 'takeApart' || name === 'note';
  switch (name) {
    case 'updateAll':
      return !isOver(ticket) && (ticket.members?.open ?? 0) > 0;
    case 'reply':
      return !isOver(ticket) && !ticket.members;
    case 'link':
      return !isOver(ticket) && !ticket.members && !ticket.parent;
    case 'unlink':
      return Boolean(ticket.parent);
    case 'takeApart':
      return false;
    case 'accept':
    case 'return':
      return isOffered(ticket);
    case 'take':
      return !isOver(ticket) && !isMine(ticket);
    case 'assign':
      return !isOver(ticket) && ticket.me.role !== 'agent';
    case 'reopen':
      return isOver(ticket);
    case 'goOn':
      return isWaiting(ticket);
    case 'note':
    case 'category':
    case 'severity':
      return true;
    case 'notATicket':
      return ticket.status !== 'closed';
    default:
      return !isOver(ticket);
  }
}

function likeliest(ticket: TicketView): readonly Deed[] {
  const isLead = ticket.me.role !== 'agent';
  if (ticket.mergedInto) return ['takeApart'];
  if (isOver(ticket)) return ['reopen', 'note'];
  if (isOffered(ticket)) return ['accept', 'return'];
  if (isWaiting(ticket)) return ['goOn', 'resolve'];
  if (ticket.owner === null) return isLead ? ['assign', 'take'] : ['take', 'handOver'];
  if (!isMine(ticket)) return isLead ? ['assign', 'note'] : ['take', 'note'];
  const isUrgent = ticket.deadlines.some(({ state }) => state === 'overdue' || state === 'at risk');
  const isUnanswered = ticket.deadlines.some(({ clock }) => clock.endsWith('Response'));
  if (ticket.members) return isUnanswered ? ['updateAll', 'resolve'] : ['resolve', 'updateAll'];
  if (isUnanswered) return isUrgent ? ['reply', 'escalate'] : ['reply', 'handOver'];
  return isUrgent ? ['resolve', 'escalate'] : ['resolve', 'wait'];
}

const primary = 2;

/** The one most likely stands out. */
export function likelyButtons(ticket: TicketView, { words }: Reader): readonly Widget[] {
  const likely = offers(ticket).slice(0, primary);
  if (likely.length === 0) return [];
  return [
    buttons(
      ...likely.map(({ name, action }, index) =>
        button(words.buttons[name], action, index === 0 ? 'FILLED' : 'OUTLINED'),
      ),
    ),
  ];
}

export function otherActions(ticket: TicketView, { words }: Reader): readonly Section[] {
  const others = offers(ticket).slice(primary);
  const all = others.map(({ name, action }) => button(words.buttons[name], action));
  return section(words.sections.actions, all.length > 0 ? [buttons(...all)] : [], 0);
}
