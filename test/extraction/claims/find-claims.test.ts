import { describe, expect, it } from "vitest";
import { tagArticle } from "#extraction/tag.ts";
import { tag } from "../attributions.ts";
import { bodyArticle } from "../body-article.ts";

const claimsOf = (text: string): string[] =>
  tag(text).claims.map(({ content }) => content.map((span) => text.slice(...span)).join(" … "));

describe("what is a claim", () => {
  it.each([
    ["what a source says", "Ana Ruiz said that the dam was old.", ["that the dam was old"]],
    ["no question", "Ana Ruiz asked whether the dam would hold.", []],
    ["no question in marks", "“Will the dam hold?” Ana Ruiz said.", []],
    ["no refusal to speak", "Ana Ruiz declined to comment.", []],
    ["no other refusal to speak", "Ana Ruiz refused to discuss the dam.", []],
    ["none that somebody kept silent", "Orlo did not respond to 12 requests for comment in 1987.", []],
    [
      "what the author states with a figure in words",
      "The dam in Orlo cost eleven lives.",
      ["The dam in Orlo cost eleven lives"],
    ],
    ["no headline of the author's", "Dam in Orlo cost 4,200 crowns in 1987", []],
    [
      "what the author states with a figure",
      "The dam in Orlo cost 4,200 crowns in 1987.",
      ["The dam in Orlo cost 4,200 crowns in 1987"],
    ],
    ["no judgement of the author's", "It was a terrible and shameful day in 1987.", []],
    ["no forecast of the author's", "The dam in Orlo will cost 4,200 crowns.", []],
  ])("%s", (_, text, expected) => {
    expect(claimsOf(text)).toEqual(expected);
  });
});

it("knows a claim that is put forward again, by the same actor only", () => {
  const { claims } = tag(
    "Ana Ruiz said the dam was old. Tom Falk said the dam was old. Ana Ruiz said the dam was old.",
  );
  const [first, other, again] = claims;
  expect(first?.repeats).toBeNull();
  expect(other?.repeats).toBeNull();
  expect(again?.repeats).toBe(first?.id);
});

describe("a claim that is put forward again in other words", () => {
  const repeats = (text: string): (number | null)[] => {
    const { claims } = tagArticle(bodyArticle(text));
    return claims.map((claim) => {
      const first = claims.findIndex(({ id }) => id === claim.repeats);
      return first < 0 ? null : first;
    });
  };

  it.each([
    [
      "as a quotation",
      "The club will pay each player a bonus of 5,000 crowns, Ana Ruiz announced. “Each player will get 5,000 crowns,” Ana Ruiz said.",
      [null, 0],
    ],
    [
      "as a part of it",
      "The flood killed 19 people and buried 40 stalls, Ana Ruiz said. Ana Ruiz said 19 people were killed.",
      [null, 0],
    ],
    [
      "not with another figure",
      "The flood killed 19 people, Ana Ruiz said. The flood killed 31 people, Ana Ruiz said.",
      [null, null],
    ],
    [
      "not of another thing",
      "Profit rose by 5 percent in 2016, Ana Ruiz said. Revenue rose by 5 percent in 2016, Ana Ruiz said.",
      [null, null],
    ],
    [
      "not the other way round",
      "Sales rose by 5 percent, Ana Ruiz said. Sales fell by 5 percent, Ana Ruiz said.",
      [null, null],
    ],
    [
      "not of somebody else",
      "The flood killed 19 people, Ana Ruiz said. The flood killed 19 people in Orlo, Tom Falk said.",
      [null, null],
    ],
    [
      "not denied",
      "The flood killed 19 people, Ana Ruiz said. The flood has not killed 19 people, Ana Ruiz said.",
      [null, null],
    ],
  ])("%s", (_, text, expected) => {
    expect(repeats(text)).toEqual(expected);
  });
});

it("is worth more with a figure and a name, less as a judgement or forecast", () => {
  const worth = (words: string): number =>
    tag(`Ana Ruiz said ${words}.`).claims[0]?.checkWorthy ?? Number.NaN;
  expect(worth("that Orlo spent 4,200 crowns")).toBeGreaterThan(worth("that they spent money"));
  expect(worth("that Orlo spent 4,200 crowns")).toBeGreaterThan(worth("that Orlo will spend 4,200 crowns"));
});
