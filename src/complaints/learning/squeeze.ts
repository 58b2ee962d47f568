// Whole numbers as few bytes: each bit costs as much as it surprises (an adaptive binary range coder, as in LZMA).

const precision = 11;
const pace = 5;
const top = 2 ** 24;
const word = 2 ** 32;

/** Chances of the bits of one kind of number, learned on the way by both ends alike. */
export type Chances = Uint16Array;

const longest = 25;
/** Zero or not, sign, the bits of the length, and the first bit after the leading one for each length. */
const perContext = 2 + 2 * longest;

export const chancesFor = (contexts: number): Chances =>
  new Uint16Array(contexts * perContext).fill(2 ** (precision - 1));

export interface Squeezer {
  /** `value` is whole, at most 2^23 in size. */
  readonly put: (value: number, chances: Chances, context: number) => void;
  readonly end: () => Uint8Array;
}

export function squeezer(): Squeezer {
  const bytes: number[] = [];
  let low = 0;
  let range = word - 1;
  let cache = 0;
  let pending = 1;
  const shift = () => {
    if (low < 0xff000000 || low >= word) {
      const carry = low >= word ? 1 : 0;
      for (let next = cache; pending > 0; pending--) {
        bytes.push((next + carry) & 0xff);
        next = 0xff;
      }
      cache = Math.floor(low / top) & 0xff;
    }
    pending += 1;
    low = (low % top) * 256;
  };
  const bit = (chances: Chances, at: number, one: boolean) => {
    const chance = chances[at] as number;
    const bound = (range >>> precision) * chance;
    if (one) {
      low += bound;
      range -= bound;
      chances[at] = chance - (chance >> pace);
    } else {
      range = bound;
      chances[at] = chance + ((2 ** precision - chance) >> pace);
    }
    while (range < top) {
      range = (range * 256) >>> 0;
      shift();
    }
  };
  const put = (value: number, chances: Chances, context: number) => {
    const base = context * perContext;
    bit(chances, base, value !== 0);
    if (value === 0) return;
    bit(chances, base + 1, value < 0);
    const size = Math.abs(value);
    const length = 31 - Math.clz32(size);
    for (let at = 0; at < length; at++) bit(chances, base + 2 + at, true);
    bit(chances, base + 2 + length, false);
    for (let at = length - 1; at >= 0; at--)
      bit(chances, base + 2 + longest + (at === length - 1 ? length : 0), ((size >>> at) & 1) === 1);
  };
  const end = () => {
    for (let at = 0; at < 5; at++) shift();
    return Uint8Array.from(bytes);
  };
  return { put, end };
}

export interface Unsqueezer {
  readonly take: (chances: Chances, context: number) => number;
}

/** Reads what `squeezer` wrote, with the same contexts in the same order. Beyond the end it reads zeros. */
export function unsqueezer(bytes: Uint8Array): Unsqueezer {
  let at = 0;
  const next = () => bytes[at++] ?? 0;
  // Numbers above 2^30 in variables of a closure would be a new object each.
  const state = new Uint32Array([0, word - 1]);
  for (let count = 0; count < 5; count++) state[0] = (state[0] as number) * 256 + next();
  const bit = (chances: Chances, place: number): boolean => {
    const chance = chances[place] as number;
    let code = state[0] as number;
    let range = state[1] as number;
    const bound = (range >>> precision) * chance;
    const one = code >= bound;
    if (one) {
      code -= bound;
      range -= bound;
      chances[place] = chance - (chance >> pace);
    } else {
      range = bound;
      chances[place] = chance + ((2 ** precision - chance) >> pace);
    }
    while (range < top) {
      code = ((code * 256) >>> 0) + next();
      range = (range * 256) >>> 0;
    }
    state[0] = code;
    state[1] = range;
    return one;
  };
  const take = (chances: Chances, context: number): number => {
    const base = context * perContext;
    if (!bit(chances, base)) return 0;
    const isNegative = bit(chances, base + 1);
    let length = 0;
    while (length < longest - 1 && bit(chances, base + 2 + length)) length += 1;
    let size = 1;
    for (let left = length - 1; left >= 0; left--)
      size = size * 2 + (bit(chances, base + 2 + longest + (left === length - 1 ? length : 0)) ? 1 : 0);
    return isNegative ? -size : size;
  };
  return { take };
}
