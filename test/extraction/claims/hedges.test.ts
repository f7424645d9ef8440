import { describe, expect, it } from "vitest";
import { isHedged } from "#extraction/claims/claim-worth.ts";
import { tokenise } from "#extraction/tokens/tokenise.ts";

describe("a hedge", () => {
  it.each([
    ["the bridge may open", true],
    ["the bridge reportedly cost nine million", true],
    ["the bridge will open in May", false],
    ["the bridge opened on 3 May", false],
    ["the bridge opened", false],
  ])("%j: %j", (text, hedged) => {
    expect(isHedged(tokenise(text, [0, text.length], []))).toBe(hedged);
  });
});
