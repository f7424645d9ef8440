import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim } from "#extraction/extraction.ts";
import { tagArticle } from "#extraction/tag.ts";
import { tag } from "../attributions.ts";
import { bodyArticle } from "../body-article.ts";

/** The first claim of a text, by the rules alone. */
const claimOf = (text: string): Claim | undefined => tag(text).claims[0];
/** The first claim of a text, by the trees too. */
const parsedClaimOf = (text: string): Claim | undefined => tagArticle(bodyArticle(text)).claims[0];

describe.each([
  ["by rules alone", claimOf],
  ["with trees", parsedClaimOf],
])("%s", (_, of) => {
  describe("what is done by a claim", () => {
    it.each([
      ["Lina Marsten said that the dam was old.", "assert"],
      ["Lina Marsten denied that the dam was old.", "deny"],
      ["Lina Marsten accused the firm of fraud.", "accuse"],
      ["Lina Marsten vowed to mend the dam.", "promise"],
      ["Lina Marsten demanded that the firm pay.", "demand"],
      ["Lina Marsten warned that the dam would fall.", "predict"],
      ["Lina Marsten believes that the dam is old.", "believe"],
      ["Lina Marsten threatened to close the dam.", "threaten"],
      ["“The dam will fall,” Lina Marsten said.", "predict"],
      ["“We will mend the dam,” Lina Marsten said.", "promise"],
      ["“The firm must mend the dam,” Lina Marsten said.", "demand"],
      ["Lina Marsten said the company will mend the dam.", "promise"],
      ["Lina Marsten said that the dam was expected to fall.", "predict"],
      ["“I would like to see the dam mended,” Lina Marsten said.", "assert"],
      ["Lina Marsten praised the crew.", "praise"],
      ["Lina Marsten criticised the firm.", "criticise"],
    ])("%s %s", (text, act) => {
      expect(of(text)?.act).toBe(act);
    });
  });

  describe("a negated claim", () => {
    it.each([
      ["Lina Marsten said that the dam was not old.", true],
      ["Lina Marsten said nobody had asked her.", true],
      ["“We don’t own the dam,” Lina Marsten said.", true],
      ["Lina Marsten denied that the dam was old.", true],
      ["Lina Marsten denied that the dam was not old.", false],
      ["Lina Marsten said that the dam was old.", false],
      ["Lina Marsten said that the dam is not only old.", false],
      ["Lina Marsten said the dam was built by men who never slept.", false],
    ])("%s %s", (text, negated) => {
      expect(of(text)?.negated).toBe(negated);
    });
  });

  describe("the words that hedge a claim", () => {
    it.each([
      ["Lina Marsten said that the dam may fall.", ["may"]],
      ["Lina Marsten said that the dam reportedly cost nine crowns.", ["reportedly"]],
      ["Lina Marsten suspects that the dam is old.", ["suspects"]],
      ["Lina Marsten said that the dam is believed to be old.", ["is believed to"]],
      ["Lina Marsten said that Tomas Ferrow seemed to sleep.", ["seemed"]],
      ["Lina Marsten said that Tomas Ferrow appeared in court.", []],
      ["Lina Marsten said that the dam fell in May.", []],
      ["Lina Marsten said that she could not see the dam.", []],
      ["Lina Marsten said that the dam must open as soon as possible.", []],
    ])("%s %j", (text, hedges) => {
      const claim = of(text);
      expect(claim?.hedges.map((span) => text.slice(...span))).toEqual(hedges);
      expect(claim?.hedged).toBe(hedges.length > 0);
    });
  });

  describe("the tense of a claim", () => {
    it.each([
      ["Lina Marsten said that the dam was old.", "past"],
      ["Lina Marsten said that the dam has fallen.", "past"],
      ["Lina Marsten said that the dam is old.", "present"],
      ["Lina Marsten said that the dam can fall.", "present"],
      ["Lina Marsten said that the dam will fall.", "future"],
      ["Lina Marsten said that the dam would fall.", "future"],
      ["Lina Marsten said that the dam is going to fall.", "future"],
      ["Lina Marsten promised to mend the dam.", "future"],
      ["Lina Marsten said that the dam was expected to fall.", "past"],
    ])("%s %s", (text, tense) => {
      expect(of(text)?.tense).toBe(tense);
    });
  });

  describe("the kind of a claim, and whether it can be checked", () => {
    it.each([
      ["Lina Marsten said that the dam cost 4,200 crowns.", "fact", true],
      ["Lina Marsten said that the dam will fall.", "prediction", false],
      ["Lina Marsten said that the dam is a terrible sight.", "opinion", false],
      ["Lina Marsten promised to mend the dam.", "promise", false],
      ["“I slept on the dam,” Lina Marsten said.", "experience", false],
      ["“I am ashamed of the dam,” Lina Marsten said.", "opinion", false],
      ["“It was an ugly dam,” Lina Marsten said.", "opinion", false],
      ["“A dam is a dam,” Lina Marsten said.", "opinion", false],
      ["“The dam behaves as if it slept,” Lina Marsten said.", "opinion", false],
      ["“I would like to see the dam mended,” Lina Marsten said.", "opinion", false],
      ["Lina Marsten hopes that the council will mend the dam.", "opinion", false],
      ["Lina Marsten believes that the dam is old.", "fact", true],
      ["Lina Marsten believes that the dam will fall.", "prediction", false],
      ["Lina Marsten said that the dam was expected to fall.", "prediction", false],
      ["Lina Marsten complained that the firm sold the dam.", "fact", true],
      ["Lina Marsten complained that the dam was a disgrace.", "opinion", false],
      ["Lina Marsten said that the dam was likely old.", "fact", true],
      ["Lina Marsten said the dam needs boats and fuel.", "fact", true],
    ])("%s %s", (text, kind, checkable) => {
      expect(of(text)).toMatchObject({ kind, checkable });
    });
  });

  describe("what makes a claim worth a check", () => {
    it.each([
      ["Lina Marsten said that 4,200 people lost money.", [true, true, true, true]],
      ["Lina Marsten said that the dam was old.", [false, false, true, true]],
      ["“I slept on the dam,” Lina Marsten said.", [false, false, false, true]],
      ["Lina Marsten said that the dam will fall on Monday.", [true, false, true, false]],
      ["Lina Marsten said that the dam lasted nine years.", [true, false, true, true]],
      ["Lina Marsten said that the dam fell in the second half.", [false, false, true, true]],
      ["Lina Marsten said that the dam cost $4 million.", [true, false, true, true]],
      ["Lina Marsten said that every member of the crew left.", [false, true, true, true]],
      ["Lina Marsten said that two patients fell ill.", [true, false, true, true]],
    ])("%s", (text, [specific, aboutMany, notPersonal, notPrediction]) => {
      expect(of(text)?.dimensions).toEqual({ specific, aboutMany, notPersonal, notPrediction });
    });
  });

  it("names whom a claim is about, with the ids of actors", () => {
    const text = "Tomas Ferrow spoke first. Lina Marsten said that Ferrow had closed the port of Orlo.";
    expect(of(text)?.about[0]).toEqual({ id: "tomas-ferrow", name: "Tomas Ferrow" });
  });
});

describe("words that the tree is needed for", () => {
  it.each([
    ["a verb behind a relative clause", "Lina Marsten said those who cleaned the dam are tired.", "present"],
    ["a perfect behind a modal", "Lina Marsten said the dam would never have fallen.", "past"],
    ["a wish", "Lina Marsten said she would rather have the money.", "future"],
    ["a past that is no other form", "“I never hid anything,” Lina Marsten said.", "past"],
    ["a past without an auxiliary", "Lina Marsten said the army sent 600 soldiers.", "past"],
    ["an order with an infinitive", "“Send somebody to clean the dam,” Lina Marsten said.", null],
    ["somebody who is to do something", "Lina Marsten ordered the firm to mend the dam.", "future"],
    ["a verb that another clause has", "Lina Marsten blamed ministers who sign everything.", null],
  ])("in a claim's tense: %s", (_, text, tense) => {
    expect(parsedClaimOf(text)?.tense).toBe(tense);
  });

  it.each([
    ["“We count dams, not votes,” Lina Marsten said.", { negated: false }],
    ["“We do not count dams,” Lina Marsten said.", { negated: true }],
    ["Lina Marsten said the company will collapse.", { act: "predict", kind: "prediction" }],
    ["Lina Marsten warned the village not to drink.", { act: "demand", kind: "opinion" }],
    ["“Nobody likes the dam,” Lina Marsten said.", { kind: "opinion", checkable: false }],
    ["“You mend a dam before you sell it,” Lina Marsten said.", { kind: "opinion" }],
    ["“You lied in 1999,” Lina Marsten said.", { kind: "fact" }],
  ])("%s %j", (text, fields) => {
    expect(parsedClaimOf(text)).toMatchObject(fields);
  });

  it("a first word with a capital that is no name", () => {
    expect(parsedClaimOf("“Employers should mend the dam,” Lina Marsten said.")?.about).toEqual([]);
    expect(parsedClaimOf("“Tomas Ferrow should mend the dam,” Lina Marsten said.")?.about).toEqual([
      { id: "tomas-ferrow", name: "Tomas Ferrow" },
    ]);
  });

  it.each([
    ["“It will hold, and he will pay,” Lina Marsten said.", "prediction"],
    ["The board said it would pay for the dam.", "promise"],
    ["“We mended the dam,” said the mayor, Lina Marsten.", "fact"],
    ["“We mended the dam,” said Lina Marsten.", "experience"],
  ])("whose doing it is: %s %s", (text, kind) => {
    expect(tagArticle(bodyArticle(text)).claims.at(-1)?.kind).toBe(kind);
  });
});

it("has hedges inside the text, in order and apart, whatever is said", () => {
  const words = fc.constantFrom(
    "may",
    "seems",
    "to",
    "is",
    "believed",
    "not",
    "the",
    "dam",
    "possibly",
    "could",
    "fall",
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (said) => {
      const text = `Lina Marsten said that ${said.join(" ")}.`;
      for (const { hedges } of tag(text).claims) {
        for (const [index, [start, end]] of hedges.entries()) {
          expect(start).toBeGreaterThanOrEqual(hedges[index - 1]?.[1] ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }
    }),
    { numRuns: 50 },
  );
});
