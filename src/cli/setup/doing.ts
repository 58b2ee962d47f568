// Every change that a command makes goes through here: done, or in a dry run only told.
import { inWords, Stopped } from './failure.ts';

export interface Change<T> {
  /** The method as Google names it, or `clasp push`. */
  readonly call: string;
  /** What it does, for an admin: never a secret, never mail. */
  readonly about: string;
  readonly does: () => Promise<T>;
  /** What a dry run goes on with. */
  readonly instead: T;
}

export interface Doing {
  readonly dry: boolean;
  change<T>(change: Change<T>): Promise<T>;
  /** Reading; the failure is told with the name of the call. */
  ask<T>(call: string, asks: () => Promise<T>): Promise<T>;
}

export function doing(dry: boolean, say: (text: string) => void): Doing {
  const told = async <T>(call: string, does: () => Promise<T>): Promise<T> => {
    try {
      return await does();
    } catch (error) {
      throw new Stopped(inWords(call, error), { cause: error });
    }
  };
  return {
    dry,
    change: async ({ call, about, does, instead }) => {
      say(`   ${dry ? 'would call' : 'calls'} ${call}: ${about}\n`);
      return dry ? instead : told(call, does);
    },
    ask: told,
  };
}

/** Stands for an id that Google would give. */
export const planned = (what: string): string => `<${what}>`;
export const isPlanned = (id: string): boolean => id.startsWith('<');
