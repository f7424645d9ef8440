import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tagArticle } from "#extraction/tag.ts";
import { tag } from "../attributions.ts";
import { bodyArticle } from "../body-article.ts";
import { newsText } from "../news-text.ts";

const learned = (text: string) => tagArticle(bodyArticle(text));
const statements = (text: string) => learned(text).claims.map(({ statement }) => statement);

describe("a claim as a sentence that stands alone", () => {
  it.each([
    ["its own words", "Lina Marsten said that the dam cost 4,200 crowns.", "The dam cost 4,200 crowns."],
    ["he or she of reported speech", "Tomas Ferrow said he would resign.", "[Tomas Ferrow] would resign."],
    ["I", "“I signed the letter,” Lina Marsten said.", "[Lina Marsten] signed the letter."],
    ["I with a verb that changes", "“I am 52,” Lina Marsten said.", "[Lina Marsten is] 52."],
    [
      "I with a verb in short",
      "“I don’t read letters,” Lina Marsten said.",
      "[Lina Marsten doesn’t] read letters.",
    ],
    ["my", "“My son signed the letter,” Lina Marsten said.", "[Lina Marsten’s] son signed the letter."],
    ["an infinitive", "Lina Marsten promised to mend the dam.", "[Lina Marsten promised] to mend the dam."],
    [
      "what is denied",
      "Lina Marsten denied that the dam was old.",
      "[Lina Marsten denied] that the dam was old.",
    ],
    ["an irregular past", "“I lit the lamp,” Lina Marsten said.", "[Lina Marsten] lit the lamp."],
    [
      "a surname with a title without a stop",
      "Tomas Ferrow slept. Lina Marsten said that Mr Ferrow sold the dam.",
      "[Tomas Ferrow] sold the dam.",
    ],
    ["a rumour", "It was rumoured that the dam at Orlo had been sold.", "The dam at Orlo had been sold."],
    [
      "it of a firm that is called like a person",
      "The insurer, Beacon Mutual, said it could not discuss a client.",
      "[Beacon Mutual] could not discuss a client.",
    ],
    ["the weather", "“It rained,” Lina Marsten said.", "It rained."],
    ["those who are described", "Lina Marsten said those who left were few.", "Those who left were few."],
    [
      "a source of which something is told in passing",
      "Lina Marsten, who gave no address, denied that the dam was old.",
      "[Lina Marsten denied] that the dam was old.",
    ],
    [
      "a month of every year",
      "Lina Marsten said the dam held twice the average for May.",
      "The dam held twice the average for May.",
    ],
    [
      "an interrupted clause",
      "“The dam,” Lina Marsten said, “has cost 4,200 crowns.”",
      "The dam has cost 4,200 crowns.",
    ],
    [
      "the company that an article is about",
      "Orlo Tools fell. Orlo Tools lost money. Lina Marsten said the company sold the dam.",
      "[Orlo Tools] sold the dam.",
    ],
  ])("%s", (_, text, statement) => {
    expect(statements(text)[0]).toBe(statement);
  });

  it.each([
    ["we", "“We signed the letter,” Lina Marsten said.", ["We"]],
    ["here", "“Nobody here signed a letter,” Lina Marsten said.", ["here"]],
    ["that at its end", "“Nobody likes that,” Lina Marsten said.", ["that"]],
    ["this behind a preposition", "“No mayor sells a dam for this,” Lina Marsten said.", ["this"]],
    ["a verb without another", "“Maybe I am,” Lina Marsten said.", ["am"]],
    ["such", "Lina Marsten said no such letter was signed.", ["such"]],
    ["they, when nobody was mentioned", "Lina Marsten said they signed the letter.", ["they"]],
    ["a date in an article without one", "Lina Marsten said the dam fell last year.", ["last year"]],
    ["an answer of two words", "“Not yet,” Lina Marsten answered.", ["“Not yet,”"]],
  ])("none with %s", (_, text, words) => {
    const [claim] = learned(text).claims;
    expect(claim?.statement).toBeNull();
    expect(claim?.ambiguous.map((span) => text.slice(...span))).toEqual(words);
  });

  it.each([
    [
      "one whom the speaker has named",
      "Tomas Ferrow slept. “Ferrow sold it in 1999. He pays every debt,” Lina Marsten said.",
      "[Tomas Ferrow] pays every debt.",
    ],
    ["one without a name", "“I met an inspector in 1999. He took it away,” Lina Marsten said.", null],
  ])("he or she in a quotation: %s", (_, text, statement) => {
    expect(statements(text)[1]).toBe(statement);
  });

  it("is given by rules alone too", () => {
    expect(tag("Tomas Ferrow said he would resign.").claims[0]?.statement).toBe(
      "[Tomas Ferrow] would resign.",
    );
  });
});

it("is there or says what stands in the way, whatever is said", () => {
  fc.assert(
    fc.property(newsText, (text) => {
      for (const { statement, ambiguous } of tag(text).claims) {
        expect(statement === null).toBe(ambiguous.length > 0);
        for (const [start, end] of ambiguous) expect(text.slice(start, end)).not.toBe("");
      }
    }),
    { numRuns: 40 },
  );
});
