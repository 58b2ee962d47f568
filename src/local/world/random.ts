// Chance that repeats: the same seed gives the same world.

export interface Chance {
  /** 0 (included) to 1 (not included). */
  next(): number;
  state(): number;
  resume(state: number): void;
}

/** Mulberry32. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  return {
    next: () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    },
    state: () => state,
    resume: (given) => {
      state = given;
    },
  };
}
