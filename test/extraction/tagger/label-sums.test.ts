import fc from "fast-check";
import { expect, it } from "vitest";
import { LabelSums, mostNames, sumPlaces } from "#extraction/tagger/label-sums.ts";

/** The eight numbers of a row for a feature's name; none where the row is another feature's. */
function rowOf(rows: Int32Array, name: number): number[] {
  const row = 2 * (name & (rows.length / 2 - 1));
  const numbers = [...new Uint8Array(rows.buffer, row * 4, 8)];
  const own = ((rows[row + 1] ?? 0) ^ name) >>> 24 === 0;
  return numbers.map((number) => (own ? number - 128 : 0));
}

it("adds up the rows of features, and two sums that are there already", () => {
  const rows = fc.int32Array({ minLength: 16, maxLength: 16 });
  // Few upper bytes, so that names and rows often agree.
  const upper = fc.constantFrom(0, 0x01000000, 0xff000000 | 0);
  const names = fc.array(
    fc.tuple(upper, fc.nat(0xffffff)).map(([high, low]) => high | low),
    { maxLength: mostNames / 3 },
  );
  fc.assert(
    fc.property(
      rows,
      fc.array(upper, { minLength: 8, maxLength: 8 }),
      names,
      names,
      names,
      (some, uppers, ...lists) => {
        const table = some.map((four, at) =>
          at % 2 === 0 ? four : (four & 0xffffff) | (uppers[at >> 1] ?? 0),
        );
        const sums = new LabelSums(table);
        const { nothing, first, second, third } = sumPlaces;
        const add = (
          list: readonly number[],
          ...places: Parameters<LabelSums["add"]> extends [number, ...infer P] ? P : never
        ) => {
          sums.names.set(list);
          sums.add(list.length, ...places);
        };
        const [a, b, c] = lists;
        add(a, nothing, nothing, first);
        add(b, nothing, nothing, second);
        add(c, first, second, third);
        const expected = [0, 1, 2, 3, 4, 5, 6].map((label) =>
          lists.flat().reduce((sum, name) => sum + (rowOf(table, name)[label] ?? 0), 0),
        );
        expect([...sums.sums.subarray(third / 2, third / 2 + 7)]).toEqual(expected);
        expect([...sums.sums.subarray(nothing / 2, nothing / 2 + 8)]).toEqual(new Array(8).fill(0));
      },
    ),
  );
});

it("does not overflow with as many features as there can be", () => {
  const row = Int32Array.of(0, 0, -1, 0x00ffffff);
  for (const [name, weight] of [
    [0, -128],
    [1, 127],
  ] as const) {
    const sums = new LabelSums(row);
    sums.names.fill(name);
    sums.add(mostNames, sumPlaces.nothing, sumPlaces.nothing, sumPlaces.first);
    const at = sumPlaces.first / 2;
    expect([...sums.sums.subarray(at, at + 7)]).toEqual(new Array(7).fill(weight * mostNames));
  }
});
