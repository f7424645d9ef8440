import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "#extraction/span.ts";
import { characterKind, kindOf } from "#extraction/syntax/character-kinds.ts";
import { splitWords } from "#extraction/syntax/words.ts";

const isBlank = (text: string): boolean =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).every(
    (code) => kindOf(code) === characterKind.space,
  );

const split = (text: string): string[] => {
  const { start, end, length } = splitWords(text, [0, text.length]);
  return Array.from({ length }, (_, at) => text.slice(start[at], end[at]));
};

describe("words", () => {
  it.each([
    ["Orla Venn left.", "Orla|Venn|left|."],
    ["“We won’t go,” she said.", "“|We|wo|n’t|go|,|”|she|said|."],
    [
      "It's Venn's: they'll, I'd, we've, you're, I'm",
      "It|'s|Venn|'s|:|they|'ll|,|I|'d|,|we|'ve|,|you|'re|,|I|'m",
    ],
    ["They CAN'T and cannot", "They|CA|N'T|and|can|not"],
    ["the miners' union", "the|miners|'|union"],
    ["O'Dare came at ten o'clock", "O'Dare|came|at|ten|o'clock"],
    ["Mr. Quill and Sen. Ada T. Moss", "Mr.|Quill|and|Sen.|Ada|T.|Moss"],
    ["in the U.S. and at 5 p.m. sharp", "in|the|U.S.|and|at|5|p.m.|sharp"],
    ["She joined Tarn Inc.", "She|joined|Tarn|Inc."],
    ["a 15-year term, non-binding, e-mail", "a|15|-|year|term|,|non-binding|,|e-mail"],
    ["It cost $5.50, or 3,000 (12%).", "It|cost|$|5.50|,|or|3,000|(|12|%|)|."],
    ["no -- never – not—ever", "no|--|never|–|not|—|ever"],
    ["wait... what?!", "wait|...|what|?!"],
    [
      "write to ada@tarn.example or https://tarn.example/a?b=c.",
      "write|to|ada@tarn.example|or|https://tarn.example/a?b=c|.",
    ],
    ["at 9:30am on 11/10/2031", "at|9:30|am|on|11/10/2031"],
    ["call 713-555-0143, 10-20 times", "call|713-555-0143|,|10|-|20|times"],
    ["the '90s and ‘quoted’ 'words'", "the|'90s|and|‘|quoted|’|'|words|'"],
    ["Q&A with @tarn #tarnvotes 😀", "Q&A|with|@tarn|#tarnvotes|😀"],
  ])("%s", (text, expected) => {
    expect(split(text).join("|")).toBe(expected);
  });

  it("stay inside the stretch that is asked for", () => {
    const text = "Before. Venn's here. After.";
    const { start, end, length } = splitWords(text, [8, 20]);
    expect(Array.from({ length }, (_, at) => text.slice(start[at], end[at]))).toEqual([
      "Venn",
      "'s",
      "here",
      ".",
    ]);
  });

  it("cover every character that is no white space, in order and once, for any text", () => {
    const pieces = fc.constantFrom(
      "'s",
      "n't",
      "’",
      "-",
      ".",
      "U.",
      "can",
      "not",
      "9",
      ":",
      "@",
      "//",
      "\ud83d",
      "$",
      " ",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 30 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(texts, fc.nat(20), fc.nat(20), (text, a, b) => {
        const span: Span = [
          Math.min(a, b, text.length),
          Math.max(Math.min(a, text.length), Math.min(b, text.length)),
        ];
        const { start, end, length } = splitWords(text, span);
        let at = span[0];
        for (let word = 0; word < length; word++) {
          const from = start[word] ?? -1;
          const to = end[word] ?? -1;
          expect(isBlank(text.slice(at, from))).toBe(true);
          expect(from).toBeGreaterThanOrEqual(at);
          expect(to).toBeGreaterThan(from);
          at = to;
        }
        expect(at).toBeLessThanOrEqual(span[1]);
        expect(isBlank(text.slice(at, span[1]))).toBe(true);
      }),
    );
  });
});
