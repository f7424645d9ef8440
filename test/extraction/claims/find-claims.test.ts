import { describe, expect, it } from "vitest";
import { tag } from "../attributions.ts";

const claimsOf = (text: string): string[] =>
  tag(text).claims.map(({ content }) => content.map((span) => text.slice(...span)).join(" … "));

describe("what is a claim", () => {
  it.each([
    ["what a source says", "Ana Ruiz said that the dam was old.", ["that the dam was old"]],
    ["no question", "Ana Ruiz asked whether the dam would hold.", []],
    ["no question in marks", "“Will the dam hold?” Ana Ruiz said.", []],
    ["no refusal to speak", "Ana Ruiz declined to comment.", []],
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

it("is worth more with a figure and a name, less as a judgement or forecast", () => {
  const worth = (words: string): number =>
    tag(`Ana Ruiz said ${words}.`).claims[0]?.checkWorthy ?? Number.NaN;
  expect(worth("that Orlo spent 4,200 crowns")).toBeGreaterThan(worth("that they spent money"));
  expect(worth("that Orlo spent 4,200 crowns")).toBeGreaterThan(worth("that Orlo will spend 4,200 crowns"));
});
