import { describe, expect, it } from "vitest";
import { resolveSources } from "#extraction/resolve-sources.ts";
import { bodyArticle } from "../body-article.ts";

/** Whom the first of these words stands for, in a text of which they are a source; "-" for nobody. */
function resolved(text: string, source: string): string {
  const start = text.lastIndexOf(source);
  const given = [{ source: [start, start + source.length] as const, cue: null, content: [] }];
  return resolveSources(bodyArticle(text), given)[0]?.actor?.name ?? "-";
}

describe("a source as people mark it", () => {
  it.each([
    ["Sen. Ana Ruiz (D-Mo.) said it.", "Sen. Ana Ruiz (D-Mo.)", "Ana Ruiz"],
    [
      "Ana Ruiz and other neighbours said it.",
      "Ana Ruiz and other neighbours",
      "Ana Ruiz and other neighbours",
    ],
    [
      "It is what Ana Ruiz and Tom Falk, both 54, said.",
      "Ana Ruiz and Tom Falk, both 54,",
      "Ana Ruiz and Tom Falk",
    ],
    ["He was questioned by Ana Ruiz. It is old, from Ana Ruiz.", "from Ana Ruiz", "Ana Ruiz"],
    ["His deputy, Tom Falk, said it.", "His deputy, Tom Falk,", "Tom Falk"],
    [
      "The Food and Drug Administration said it.",
      "The Food and Drug Administration",
      "Food and Drug Administration",
    ],
    ["Ana Ruiz met Mr. King. It was old, Mr. King said.", "Mr. King", "King"],
    ["Theresa May met Tom Falk. It was old, May said.", "Theresa May", "Theresa May"],
    ["Ana Ruiz left. You never know.", "You", "people"],
    ["Ana Ruiz left. We will miss it.", "We", "-"],
    ["It was built by voters in Karsia, who wanted it.", "who", "voters"],
    ["Ana Ruiz is a lawyer who wants it.", "who", "Ana Ruiz"],
    ["Ana Ruiz left. The film shows it.", "The film", "-"],
  ])("%s — %s is %s", (text, source, name) => {
    expect(resolved(text, source)).toBe(name);
  });
});
