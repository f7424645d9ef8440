import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortableSequencer } from "#functions/store/sequencer.ts";

describe("sortableSequencer", () => {
  it.each([
    ["0055AED6DCD90281E5", "16.55AED6DCD90281E5"],
    ["55aed6dcd90281e5", "16.55AED6DCD90281E5"],
    ["0", "01.0"],
    ["000", "01.0"],
  ])("%s becomes %s", (sequencer, expected) => {
    expect(sortableSequencer(sequencer)).toBe(expected);
  });

  it("orders as the numbers do, whatever the lengths and leading zeros", () => {
    const hexadecimal = fc.tuple(fc.bigInt({ min: 0n, max: 2n ** 100n }), fc.nat(5));
    fc.assert(
      fc.property(hexadecimal, hexadecimal, ([a, zerosA], [b, zerosB]) => {
        const first = sortableSequencer("0".repeat(zerosA) + a.toString(16));
        const second = sortableSequencer("0".repeat(zerosB) + b.toString(16));
        expect(first < second).toBe(a < b);
        expect(first === second).toBe(a === b);
      }),
    );
  });

  it.each(["", "12G4", "0x12", "-1"])("refuses %j", (sequencer) => {
    expect(() => sortableSequencer(sequencer)).toThrow(RangeError);
  });
});
