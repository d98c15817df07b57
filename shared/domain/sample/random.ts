/** A stream of pseudo-random values that a seed determines for ever: the same on every machine. */
export interface Random {
  /** Uniform in [0, 1), a multiple of 2^-32. */
  next(): number;
  /** Uniform whole number from `lowest` to `highest`, both included. */
  integer(lowest: number, highest: number): number;
  /** Standard normal: mean 0, deviation 1. */
  normal(): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of the values, each equally likely. Throws a RangeError when there is none. */
  pick<Value>(values: readonly Value[]): Value;
  /** One of the values, likely by its weight. Throws a RangeError when there is none. */
  weighted<Value>(choices: readonly (readonly [Value, number])[]): Value;
  /** The values in a random order; the list itself is left as it is. */
  shuffle<Value>(values: readonly Value[]): Value[];
  /** A stream of its own for a part of the work: what else is drawn here does not change it. */
  fork(key: string): Random;
}

/** The four words of xoshiro128**, not all zero. */
export type RandomState = [number, number, number, number];

/**
 * Next 32 bits of xoshiro128** 1.1 by David Blackman and Sebastiano Vigna (2018, public domain), and moves the state on.
 * Source: https://prng.di.unimi.it/xoshiro128starstar.c
 */
export function nextBits(state: RandomState): number {
  const result = Math.imul(rotateLeft(Math.imul(state[1], 5), 7), 9) >>> 0;
  const shifted = state[1] << 9;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= shifted;
  state[3] = rotateLeft(state[3], 11);
  return result;
}

/** A stream for a seed; any text or number is one. */
export function createRandom(seed: number | string): Random {
  const path = String(seed);
  const state = seedState(path);
  const next = (): number => nextBits(state) / 2 ** 32;
  const integer = (lowest: number, highest: number): number =>
    lowest + Math.floor(next() * (highest - lowest + 1));
  return {
    next,
    integer,
    normal: () => normalFrom(next),
    chance: (probability) => next() < probability,
    pick: (values) => existing(values, Math.floor(next() * values.length)),
    weighted: (choices) => pickWeighted(choices, next()),
    shuffle: (values) => shuffled(values, integer),
    fork: (key) => createRandom(`${path}/${key}`),
  };
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Four words from a text: FNV-1a (Fowler, Noll, Vo) for the text, then the mixing steps of MurmurHash3 (Appleby). */
function seedState(text: string): RandomState {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  const word = (): number => {
    hash = (hash + 0x9e3779b9) | 0;
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) | 0;
  };
  // The last bit set keeps the state off all zeros, where the generator would stay for ever.
  return [word(), word(), word(), word() | 1];
}

/** Box and Muller 1958, one of the two values. */
function normalFrom(next: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - next()));
  return radius * Math.cos(2 * Math.PI * next());
}

function pickWeighted<Value>(choices: readonly (readonly [Value, number])[], share: number): Value {
  let rest = share * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of choices) {
    rest -= weight;
    if (rest < 0) {
      return value;
    }
  }
  return existing(choices, choices.length - 1)[0];
}

/** Fisher and Yates. */
function shuffled<Value>(
  values: readonly Value[],
  integer: (lowest: number, highest: number) => number,
): Value[] {
  const order = [...values];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = integer(0, last);
    const kept = existing(order, last);
    order[last] = existing(order, other);
    order[other] = kept;
  }
  return order;
}

function existing<Value>(values: readonly Value[], index: number): Value {
  if (index < 0 || index >= values.length) {
    throw new RangeError('nothing to choose from');
  }
  return values[index] as Value;
}
