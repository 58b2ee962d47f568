// Solutions of earlier tickets for this one: those of tickets that were opened with much the same words come first.
import { type Features, featuresOf } from '../../complaints/learning/features.ts';
import { featuresOfText } from '../../complaints/learning/keep.ts';
import { alikeFrom, alikeFromWithMore, likeness } from '../../complaints/learning/likeness.ts';
import { raritiesOf, type Vector, vectorOf } from '../../complaints/learning/vectors.ts';
import type { Rules } from '../../complaints/rules.ts';
import { pathText, type Ticket } from '../../complaints/ticket.ts';
import type { TicketView } from '../views.ts';

/** A row of the Knowledge tab. */
type Row = readonly string[];

const most = 3;

/** The most alike first; then, up to three, the newest of the same category. */
export function similarTo(ticket: Ticket, knowledge: readonly Row[], rules: Rules): TicketView['similar'] {
  const path = pathText(ticket);
  const others = knowledge.filter((row) => row[3] !== ticket.id && row[3] !== ticket.parent);
  const alike = mostAlike(ticket, others, rules);
  const known = new Set(alike);
  const newest = others.filter((row) => row[0] === path && !known.has(row)).reverse();
  return [...alike, ...newest].slice(0, most).map((row) => {
    const [, problem = '', solution = '', id = ''] = row;
    return { ticket: id, problem, solution, alike: known.has(row) };
  });
}

function mostAlike(ticket: Ticket, rows: readonly Row[], { macros }: Rules): readonly Row[] {
  const own = ticket.said ? featuresOfText(ticket.said) : null;
  if (own === null) return [];
  const known = rows.flatMap((row) => {
    const features = row[5] ? featuresOfText(row[5]) : null;
    return features ? [{ row, features }] : [];
  });
  if (known.length === 0) return [];
  const letters = macros.map(({ body }) => featuresOf({ subject: '', words: body }));
  const rarities = raritiesOf([own, ...known.map(({ features }) => features), ...letters]);
  const vector = (features: Features): Vector => vectorOf(features, rarities);
  const mine = vector(own);
  const path = pathText(ticket);
  return known
    .map(({ row, features }) => ({ row, how: likeness(mine, vector(features)) }))
    .filter(({ row, how }) => how >= (row[0] === path ? alikeFromWithMore : alikeFrom))
    .sort((a, b) => b.how - a.how)
    .slice(0, most)
    .map(({ row }) => row);
}
