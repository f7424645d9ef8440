import { describe, expect, it } from "vitest";
import { mostResults, refusalOfResults } from "#functions/tag/refusal-of-results.ts";

/** As many of something; nobody looks at what. */
const many = (length: number) => ({ length }) as readonly never[];

describe("what one article may put into the table", () => {
  it.each([
    [0, 0, null],
    [mostResults.items, mostResults.actors, null],
    [mostResults.items + 1, 5, "has 40001 results; more than 40000 are not written: split it into articles"],
    [
      9_000,
      mostResults.actors + 1,
      "has 3001 actors; more than 3000 are not written: split it into articles",
    ],
  ])("of %i items and %i actors: %s", (items, actors, message) => {
    expect(refusalOfResults({ items: many(items), actors: many(actors) })).toEqual(
      message === null ? null : { code: "too-large", message },
    );
  });
});
