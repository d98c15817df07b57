/** A number stream that follows from its seed alone, the same on every machine. */
export interface SeededRandom {
  /** Uniform in [0, 1). */
  next(): number;
  /** Standard normal. */
  nextNormal(): number;
}

/** Hash of a text to 32 bits (FNV-1a). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

function mix(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}

/** Number in 0…limit−1 that belongs to this seed and text. */
export function drawFor(seed: number, text: string, limit: number): number {
  return mix((hashText(text) + Math.imul(seed | 0, 0x9e3779b1) + 0x6d2b79f5) | 0) % limit;
}

/** Starts a stream (mulberry32); normal numbers by Box and Muller. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return mix(state) / 4294967296;
  };
  return {
    next,
    nextNormal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
