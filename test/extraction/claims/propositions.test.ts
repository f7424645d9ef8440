import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Extraction } from "#extraction/extraction.ts";
import { tagArticle } from "#extraction/tag.ts";
import { tag } from "../attributions.ts";
import { bodyArticle } from "../body-article.ts";

const wordsOf = (text: string, { claims }: Extraction): string[] =>
  claims.map(({ content }) => content.map((span) => text.slice(...span)).join(" … "));

describe("the propositions of one content", () => {
  it.each([
    [
      "a sentence each",
      "“The dam is old. The pumps are new,” said Lina Marsten.",
      ["The dam is old", "The pumps are new"],
    ],
    [
      "a clause with its own subject and verb each",
      "“We built the dam, and they paid for it,” said Lina Marsten.",
      ["We built the dam", "they paid for it"],
    ],
    [
      "one where the subject is shared",
      "“The dam is old and leaks,” said Lina Marsten.",
      ["“The dam is old and leaks,”"],
    ],
    [
      "one with a clause under it",
      "“We left when the dam broke,” said Lina Marsten.",
      ["“We left when the dam broke,”"],
    ],
    [
      "what stands on both sides of the cue",
      "“The dam is old,” said Lina Marsten. “It leaks.”",
      ["The dam is old", "It leaks"],
    ],
    ["no question", "“The dam is old. Will it hold?” said Lina Marsten.", ["The dam is old"]],
    ["no answer of one word", "“No,” said Lina Marsten.", []],
    [
      "a clause behind a phrase of place, seen by its words",
      "“We have a list of names, and behind each name somebody is waiting,” said Lina Marsten.",
      ["We have a list of names", "behind each name somebody is waiting"],
    ],
    [
      "a clause without a comma where it begins with a pronoun",
      "“I saw the dam and it was old,” said Lina Marsten.",
      ["I saw the dam", "it was old"],
    ],
    [
      "one where an order is a condition",
      "“Take the pump and you take the dam,” said Lina Marsten.",
      ["“Take the pump and you take the dam,”"],
    ],
    [
      "one with a condition under it",
      "“I will mend the dam, if anybody can pay for it,” said Lina Marsten.",
      ["“I will mend the dam, if anybody can pay for it,”"],
    ],
    [
      "a sentence without a verb",
      "“Cracks as wide as my hand. I showed the mayor in May,” said Lina Marsten.",
      ["Cracks as wide as my hand", "I showed the mayor in May"],
    ],
    [
      "none of a word or two beside others",
      "“The dam is old. Very old. It leaks,” said Lina Marsten.",
      ["The dam is old", "It leaks"],
    ],
    ["no thanks", "“The dam is safe. Thank you, Orlo!” said Lina Marsten.", ["The dam is safe"]],
    ["no greeting", "“Good morning, Orlo. The dam is safe,” said Lina Marsten.", ["The dam is safe"]],
    ["no cry", "“The dam is safe. What a night!” said Lina Marsten.", ["The dam is safe"]],
    [
      "no question and answer",
      "“Will it hold? Of course. It held in May,” said Lina Marsten.",
      ["It held in May"],
    ],
  ])("%s", (_, text, expected) => {
    expect(wordsOf(text, tagArticle(bodyArticle(text)))).toEqual(expected);
  });

  it("are told by sentences and pronouns where no tree is known", () => {
    const text = "“The dam is old. It leaks now, and we were never told,” said Lina Marsten.";
    expect(wordsOf(text, tag(text))).toEqual(["The dam is old. It leaks now", "we were never told"]);
  });

  it("are denied as far as the cue reaches", () => {
    const text = "Lina Marsten denied that the dam was old. “It was built in 1999,” she said.";
    expect(tag(text).claims.map(({ act, negated }) => [act, negated])).toEqual([
      ["deny", true],
      ["assert", false],
    ]);
  });

  it("lie inside the content, in order and apart, whatever is said", () => {
    const word = fc.constantFrom(
      "the",
      "dam",
      "is",
      "old",
      ".",
      ",",
      "and",
      "it",
      "leaks",
      "?",
      "We",
      "never",
      "slept",
      ";",
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
        const text = `“${words.join(" ")},” said Lina Marsten.`;
        const { claims, attributions } = tagArticle(bodyArticle(text));
        let end = 0;
        for (const claim of claims.filter(({ attribution }) => attribution !== null)) {
          const whole = attributions.find(({ id }) => id === claim.attribution)?.content ?? [];
          for (const [start, stop] of claim.content) {
            expect(start).toBeGreaterThanOrEqual(end);
            expect(stop).toBeGreaterThan(start);
            expect(whole.some((span) => span[0] <= start && stop <= span[1])).toBe(true);
            end = stop;
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
