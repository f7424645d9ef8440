import fc from "fast-check";
import { expect, it } from "vitest";
import { tokenise } from "#extraction/tokens/tokenise.ts";
import { classesOf } from "#extraction/tokens/word-class.ts";
import { isAdverb, isCapitalised, isPreposition } from "#extraction/tokens/word-classes.ts";
import { wordBetween } from "#extraction/tokens/written-word.ts";

it("gives the word between two places, however many were met before", () => {
  const words = fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 14 }), { maxLength: 400 });
  fc.assert(
    fc.property(words, (written) => {
      const text = written.join("");
      let from = 0;
      for (const one of [...written, ...written]) {
        if (from === text.length) from = 0;
        const { text: found, lower, classes } = wordBetween(text, from, from + one.length);
        from += one.length;
        expect(found).toBe(one);
        expect(lower).toBe(one.toLowerCase().replaceAll("’", "'"));
        expect(classes).toBe(classesOf(found, lower));
      }
    }),
  );
});

it("tells capitals and lower-case words of one spelling apart", () => {
  const [small, capital] = tokenise("in In", [0, 5], []);
  expect([small, capital].map(isPreposition)).toEqual([true, true]);
  expect([small, capital].map(isCapitalised)).toEqual([false, true]);
});

it("knows an adverb by its ending, and no noun by it", () => {
  const text = "quickly family";
  expect(tokenise(text, [0, text.length], []).map(isAdverb)).toEqual([true, false]);
});
