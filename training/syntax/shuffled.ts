/** The items in an order that depends on the seed alone (Fisher and Yates; random numbers by mulberry32). */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const order = [...items];
  const random = randomNumbers(seed);
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

/** A source of random numbers in [0, 1) that depends on the seed alone (mulberry32, Ettinger 2017). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
