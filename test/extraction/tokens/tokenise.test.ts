import fc from "fast-check";
import { expect, it } from "vitest";
import { lowerForms, tokenise } from "#extraction/tokens/tokenise.ts";
import { newsText } from "../news-text.ts";
import { piecesOfText } from "./pieces-of-text.ts";

const words = (text: string): string[] => tokenise(text, [0, text.length], []).map((token) => token.text);

it.each([
  ["words and marks", "The dam held, she said.", ["The", "dam", "held", ",", "she", "said", "."]],
  ["a possessive apart", "Ruiz’s dam", ["Ruiz", "’s", "dam"]],
  ["a contraction apart", "It didn't hold", ["It", "did", "n't", "hold"]],
  [
    "inner hyphens and apostrophes kept",
    "O’Hare’s 45-year-old ferry",
    ["O’Hare", "’s", "45-year-old", "ferry"],
  ],
  ["titles and initials with their stop", "Sen. J. Orlo left.", ["Sen.", "J.", "Orlo", "left", "."]],
  ["figures whole", "4.5% of 4,200", ["4.5", "%", "of", "4,200"]],
  ["a list of figures apart", "in 4, 5", ["in", "4", ",", "5"]],
  ["an emoji whole", "held 😀", ["held", "😀"]],
])("%s", (_, text, expected) => {
  expect(words(text)).toEqual(expected);
});

it("stands a quotation as one token, whatever is inside", () => {
  const text = "He said “we go” twice";
  const quotation = {
    span: [8, 15] as const,
    inner: [9, 14] as const,
    mark: "“",
    closed: true,
    continues: false,
    nested: [],
  };
  expect(tokenise(text, [0, text.length], [quotation]).map((token) => token.text)).toEqual([
    "He",
    "said",
    "“we go”",
    "twice",
  ]);
});

it.each([
  ["any characters", fc.string({ unit: "binary", maxLength: 200 })],
  ["fragments of news", newsText],
])("leaves out nothing but white space, in %s", (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      const tokens = tokenise(text, [0, text.length], []);
      expect(tokens.map((token) => token.text).join("")).toBe(text.replace(/\s/gu, ""));
      for (const token of tokens) expect(text.slice(...token.span)).toBe(token.text);
    }),
  );
});

/** Words as `tokenise` says that it finds them, in one pattern. */
const pattern =
  /[\p{L}\p{M}\p{N}]+(?:(?:[-‐‑'’&./]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{M}\p{N}]+)*|[\uD800-\uDBFF][\uDC00-\uDFFF]|\S/gu;

it("ends words where the pattern does, whatever letters, marks and joints meet", () => {
  const pieces = ["a", "Z", "7", "é", "\u0301", "٣", "𝒜", "-", "’", "&", ".", "/", ",", "‑", " ", "“", "😀"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 24 }), (some) => {
      const text = some.join("");
      // A full stop that an initial keeps is a matter of what the word is, and not of where it ends.
      const ends = tokenise(text, [0, text.length], []).map(({ span: [start] }) => start);
      const expected = [...text.matchAll(pattern)].map(({ index }) => index);
      const stops = expected.filter((start) => text.charAt(start) === ".");
      expect(ends.filter((start) => !stops.includes(start))).toEqual(
        expected.filter((start) => !stops.includes(start)),
      );
    }),
    { numRuns: 2_000 },
  );
});

it("gives the lower-cased forms of the same tokens where no more is asked for", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...piecesOfText), { maxLength: 20 }),
      fc.nat(8),
      fc.nat(8),
      (some, before, behind) => {
        const text = some.join("");
        const span = [Math.min(before, text.length), Math.max(before, text.length - behind)] as const;
        expect(lowerForms(text, span)).toEqual(tokenise(text, span, []).map(({ lower }) => lower));
      },
    ),
    { numRuns: 500 },
  );
});
