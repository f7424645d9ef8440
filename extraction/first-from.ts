/** Index of the first of `length` numbers, which are in order, that is not below `least`, by bisection; `length` where all are. */
export function firstNotBelow(numbers: Int32Array, least: number, length: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Index of the first item that does not start before `at`, by bisection; the list's length where all do. `startOf`
 * gives an item's start in code units; the list is in order of it.
 */
export function firstFrom<Item>(list: readonly Item[], at: number, startOf: (item: Item) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && startOf(item) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
