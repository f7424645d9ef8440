import { describe, expect, it } from "vitest";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import { tagArticle } from "#extraction/tag.ts";

/** The actors of an article's attributions, in order. */
function actorsOf(text: string): (string | null)[] {
  const segmented = segmentArticle(text);
  if (!segmented.ok) throw new Error(segmented.rejection.message);
  return tagArticle(segmented.value, { taggers: null }).attributions.map(({ actor }) => actor);
}

describe("a word that is a person's surname and a firm's first word", () => {
  it("means the person", () => {
    const text =
      "Lina Marsten raised fares twice. Marsten Ferries said it would appeal. “We will win,” Marsten said.";
    expect(actorsOf(text)).toEqual(["marsten-ferries", "lina-marsten"]);
  });

  it("means the firm where nobody has that surname", () => {
    const text = "Marsten Ferries raised fares twice. Marsten said it would appeal.";
    expect(actorsOf(text)).toEqual(["marsten-ferries"]);
  });
});

describe("a single name", () => {
  it.each([
    [
      "of where the article goes is a place",
      "The talks were held in Tolvek. Tolvek said it would wait.",
      "tolvek",
      "place",
    ],
    [
      "of which nothing is known is a person's",
      "The talks failed. “We will wait,” said Brannick.",
      "brannick",
      "person",
    ],
  ])("%s", (_, text, id, type) => {
    const segmented = segmentArticle(text);
    const actors = segmented.ok ? tagArticle(segmented.value, { taggers: null }).actors : [];
    expect(actors).toContainEqual(expect.objectContaining({ id, type }));
  });
});

describe("an author printed in capitals", () => {
  it("is named in the usual writing", () => {
    const text = "Dam holds\n\nBy AGNES RUIZ\n\nThe dam held 40 million cubic metres on Monday. I doubt it.";
    const segmented = segmentArticle(text);
    const actors = segmented.ok ? tagArticle(segmented.value, { taggers: null }).actors : [];
    expect(actors).toContainEqual(expect.objectContaining({ id: "agnes-ruiz", name: "Agnes Ruiz" }));
  });
});
