import fc from "fast-check";
import { expect, it } from "vitest";
import { slug } from "#extraction/actors/slug.ts";

it.each([
  ["Ana Ruiz", "ana-ruiz"],
  ["ANA RUIZ", "ana-ruiz"],
  ["José Ibarra", "jose-ibarra"],
  ["Conor O’Hare-Vale", "conor-ohare-vale"],
  ["J. K. Odell", "j-k-odell"],
  ["東京", "東京"],
  ["…", ""],
])("%s is %j", (name, expected) => {
  expect(slug(name)).toBe(expected);
});

it("is short enough for a key, however long the name, and tells long names apart", () => {
  const long = "Ana Ruiz ".repeat(500);
  expect(slug(long).length).toBeLessThanOrEqual(96);
  expect(slug(`${long}A`)).not.toBe(slug(`${long}B`));
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
      expect(slug(name).length).toBeLessThanOrEqual(96);
      expect(slug(name)).toBe(slug(name));
    }),
  );
});
