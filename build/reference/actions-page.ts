// docs/reference/actions.md: every button of the sidebar. A request without a line here does not compile.
import { en, type Words } from '../../src/cards/words/en.ts';
import type { Request } from '../../src/complaints/request.ts';
import type { DoorRequest } from '../../src/door/request.ts';
import { page, table } from './markdown.ts';

type Button = keyof Words['buttons'];
type Line = readonly [button: Button, does: string];

/** What a person can do with a ticket. */
const deeds: Readonly<Record<Request['do'], Line>> = {
  take: ['take', 'You own the ticket from now on.'],
  assign: ['assign', 'Somebody owns it, and gets a mail that says so. Agents assign to themselves only.'],
  'hand over': [
    'handOver',
    'Offers it to a colleague with a note. What the category requires must be recorded first; the form asks for it. They have an hour of working time to accept.',
  ],
  accept: ['accept', 'You own a ticket that was handed over to you.'],
  return: ['return', 'It goes back to whoever handed it over, with the reason.'],
  escalate: [
    'escalate',
    'Up to the next tier, to the owner that the Matrix names there; or, at the same tier, to a person or team with the expertise. The reason is kept.',
  ],
  'set category': [
    'category',
    'Another category or subcategory. The deadlines follow the Matrix again, the owner too where they may not handle it, and the desk learns from it.',
  ],
  'confirm category': ['confirmCategory', 'The category the desk chose is right. It learns from that too.'],
  'set severity': ['severity', 'Another severity. The deadlines follow the Matrix again.'],
  wait: [
    'wait',
    'Waits for the customer or a third party, until a day or until somebody writes. Settings name the clocks that stop.',
  ],
  'go on': ['goOn', 'Ends the wait.'],
  promise: ['promise', 'Notes a date that the customer was told. It stands on the card.'],
  note: ['note', 'A note that only colleagues see. Those it mentions get a mail.'],
  'add co-owner': ['coOwner', 'A colleague helps; the owner stays the owner.'],
  'record fact': ['facts', 'Records one thing that the category requires.'],
  'record facts': ['facts', 'Records several of them at once.'],
  resolve: [
    'resolve',
    'It is solved. The solution goes into Knowledge and is offered the next time. On an incident it also solves the members whose customers have had an answer to their last mail.',
  ],
  reopen: ['reopen', 'A resolved or closed ticket is open again.'],
  'not a ticket': ['notATicket', 'Closes it without a solution: no clock runs any more.'],
  link: ['link', 'Makes the ticket part of an incident, or begins one.'],
  unlink: ['unlink', 'Takes it out of the incident.'],
  'update all': [
    'updateAll',
    'One text to the customer of each open ticket of the incident, in their own conversation: sent, or left as drafts. Who may not get one, or may not be handled by you, is left out and named.',
  ],
  merge: ['merge', 'It is the same matter as an older ticket: its mails go there, and it closes.'],
  'not same': ['notSame', 'It is another matter: the question goes away.'],
  'take apart': ['takeApart', 'Undoes a merge, also later.'],
};

type Beside = Exclude<DoorRequest['ask'], 'act' | 'ticket' | 'choices'>;

/** What the sidebar asks besides; opening a card asks for the ticket and its pick lists. */
const others: Readonly<Record<Beside, readonly [button: Button | null, does: string]>> = {
  home: ['home', 'The home card: the next case, your tickets, the team, search, load and health.'],
  search: ['search', 'Finds tickets by number, customer or word, closed ones too.'],
  register: [
    'register',
    'Takes the open mail in at once and makes it a ticket, whatever kind of mail it is.',
  ],
  undo: [
    'undo',
    'Takes back what you did last with this ticket, for ten minutes and as long as nobody acted since. A note, a merge and a text to all customers stay.',
  ],
  'assign many': [
    'bulk',
    'Assigns several tickets to one person in one step, and names those that could not be.',
  ],
  erase: [null, 'Has a customer forgotten everywhere: `tierline erase`, for admins.'],
};

export function actionsPage(): string {
  const row = ([name, [button, does]]: readonly [string, readonly [Button | null, string]]) => [
    button === null ? '(command line)' : `**${en.buttons[button]}**`,
    does,
    `\`${name}\``,
  ];
  const header = ['Button', 'What it does', 'Request'];
  return page(
    'Actions',
    'The buttons of the sidebar, in English. Each action is carried out once, however often it is pressed, and stands in the Journal with its actor and reason. Who may do what: [rights](../rights.md). What the desk would refuse is not offered.',
    '## With a ticket',
    table(header, Object.entries(deeds).map(row)),
    '## Besides',
    table(header, Object.entries(others).map(row)),
  );
}
