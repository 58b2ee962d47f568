// Which tickets a simulation took to other people, who did it, and why.
import type { SimulatedEvent, Simulation } from '../local/simulation.ts';
import { clockWords, counted, events, stepOf } from './figures.ts';
import { bars, number } from './layout.ts';

export function escalationLines(simulation: Simulation): string[] {
  const all = events(simulation, 'escalated');
  if (all.length === 0) return ['  None.'];
  const byDesk = all.filter(({ event }) => event.actor === 'desk');
  const byHand = all.filter(({ event }) => event.actor !== 'desk');
  const tickets = new Set(all.map(({ ticket }) => ticket.id)).size;
  const share = Math.round((100 * tickets) / Math.max(1, simulation.tickets.length));
  return [
    ...part(' by the desk itself', byDesk),
    ...part(' by hand', byHand),
    `  ${number(tickets, 'ticket')} (${share} % of all) ${tickets === 1 ? 'was' : 'were'} escalated at least once.`,
  ];
}

function part(title: string, all: readonly { readonly event: SimulatedEvent }[]): string[] {
  const made = all.map(({ event }) => `${wayWords(event.way)}: ${whyWords(event)}`);
  return made.length === 0 ? [] : [title, ...bars(counted(made))];
}

const wayWords = (way: unknown): string =>
  way === 'functional' ? 'to other expertise' : way === 'hierarchical' ? 'to a higher tier' : String(way);

function whyWords({ reason, because }: SimulatedEvent): string {
  const step = stepOf(reason);
  return step === null ? reasonWords(String(because)) : stepWords(step);
}

const reasonWords = (because: string): string =>
  ({
    ladder: 'a step of the ladder was due',
    matrix: 'the Matrix starts higher',
    phrase: 'a phrase in the mail asks for it',
    knowledge: 'the knowledge is missing',
    authority: 'the authority is missing',
  })[because] ?? because;

/** `first response 1% if phrase recurring` as a person would say it. */
function stepWords(step: string): string {
  const [when = step, conditions = ''] = step.split(/\s+if\s+/);
  const phrase = /phrase (\S+)/.exec(conditions)?.[1];
  if (phrase === 'recurring') return 'the same customer has the problem again';
  if (phrase !== undefined) return `the mail was marked '${phrase}'`;
  if (/reopened/.test(conditions)) return 'it was reopened';
  return whenWords(when.trim());
}

function whenWords(when: string): string {
  if (/^tier time due/.test(when)) return 'the time at a tier was up';
  const clock = Object.values(clockWords).find((name) => when.startsWith(name));
  if (clock === undefined) return when;
  const percent = /(\d+)\s*%/.exec(when)?.[1];
  if (percent !== undefined) return `${percent} % of the time for the ${clock} was used`;
  return /due$/.test(when) ? `the ${clock} was due` : when;
}
