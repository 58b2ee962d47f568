// What the door remembers, written in one go with each action: who asked what, so that asking twice acts once.
import type { LastAction } from '../../complaints/undo.ts';
import { clockAllowance } from '../envelope.ts';

/** An action that was carried out. */
export interface Acted {
  readonly nonce: string;
  readonly at: number;
  readonly actor: string;
  /** The ticket acted on; null where there were several or none. */
  readonly ticket: string | null;
  readonly words: string;
  /** For `assign many`: what was done and refused. */
  readonly many: { readonly done: readonly string[]; readonly refused: readonly ManyRefused[] } | null;
}

export interface ManyRefused {
  readonly ticket: string;
  readonly words: string;
}

export interface DoorMemory {
  readonly acted: readonly Acted[];
  /** The last action of each person that can be undone. */
  readonly undoable: readonly LastAction[];
}

export const noDoorMemory: DoorMemory = { acted: [], undoable: [] };

/** A request older than the clock allowance is refused for being late, so nothing older need be remembered. */
const kept = 2 * clockAllowance + 60_000;
/** Undoing is for slips: after so long the ticket has moved on. */
export const undoFor = 10 * 60_000;

/** A nonce is one person's: what others did under it is not their action. */
export const repeated = (memory: DoorMemory, nonce: string, actor: string): Acted | null =>
  memory.acted.find((one) => one.nonce === nonce && one.actor === actor) ?? null;

/** What this person may undo on this ticket. */
export const undoableBy = (
  memory: DoorMemory,
  actor: string,
  ticket: string,
  now: number,
): LastAction | null =>
  memory.undoable.find((one) => one.actor === actor && one.ticket === ticket && now - one.at <= undoFor) ??
  null;

/** With one more action; what nobody needs any more is forgotten. */
export function withAction(memory: DoorMemory, acted: Acted, last: LastAction | null): DoorMemory {
  const { at, actor, ticket } = acted;
  const others = memory.undoable.filter(
    (one) => at - one.at <= undoFor && one.actor !== actor && one.ticket !== ticket,
  );
  return {
    acted: [...memory.acted.filter((one) => at - one.at <= kept), acted],
    undoable: last ? [...others, last] : others,
  };
}
