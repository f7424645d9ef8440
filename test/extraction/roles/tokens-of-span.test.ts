import fc from "fast-check";
import { expect, it } from "vitest";
import { tokensOfSpan } from "#extraction/roles/tokens-of-span.ts";
import type { Unit } from "#extraction/roles/unit.ts";
import { tokenise } from "#extraction/tokens/tokenise.ts";
import { piecesOfText } from "../tokens/pieces-of-text.ts";

it("gives the tokens of a stretch, whichever sentence they are taken from", () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.constantFrom(...piecesOfText), { minLength: 1, maxLength: 20 })
        .map((some) => some.join("")),
      fc.nat(),
      fc.nat(),
      (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        if (start === undefined || end === undefined || start === end) return;
        const whole = [0, text.length] as const;
        const unit: Unit = {
          span: whole,
          tokens: tokenise(text, whole, []),
          paragraph: 0,
          repeats: false,
          quotes: false,
        };
        expect(tokensOfSpan(text, [start, end], [unit])).toEqual(tokenise(text, [start, end], []));
      },
    ),
    { numRuns: 500 },
  );
});
