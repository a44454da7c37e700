/** Numbers by chance that a seed brings back: what broke once can be broken again. */
export interface Chance {
  /** A whole number of 0 to `end` - 1. */
  readonly below: (end: number) => number;
  readonly oneOf: <Value>(values: readonly [Value, ...Value[]]) => Value;
}

/** Mulberry32, by Tommy Ettinger: small, and even enough to break things with. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const below = (end: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  };
  return { below, oneOf: (values) => values[below(values.length)] ?? values[0] };
}
