import { join } from "node:path";
import { expect, it } from "vitest";
import { readClaimGold } from "#training/gold/claim-gold.ts";

it("has gold for 150 claims and more in 12 articles and more", () => {
  const gold = readClaimGold(join(import.meta.dirname, "claims"), join(import.meta.dirname, "articles"));
  expect(gold.length).toBeGreaterThanOrEqual(12);
  expect(gold.reduce((sum, { claims }) => sum + claims.length, 0)).toBeGreaterThanOrEqual(150);
});
