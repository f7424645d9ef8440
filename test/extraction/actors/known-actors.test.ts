import { describe, expect, it } from "vitest";
import type { Actor } from "#extraction/extraction.ts";
import { release } from "#extraction/extractor-version.ts";
import { readKnownActors } from "#extraction/known-actors/read-known-actors.ts";
import { tagArticle } from "#extraction/tag.ts";
import { bodyArticle } from "../body-article.ts";

const file = `name,type,aliases,wikidata
Ilse Marie Falk,person,Ilse Falk|Falk|the iron governor,Q1
Bureau of Harbour Safety,organization,BHS|Harbour Safety,Q2
Tolvek,place,the Amber Palace,
`;

const read = readKnownActors(file);
const known = "actors" in read ? read.actors : undefined;

/** The actors that an article's attributions belong to, each as the attribution names it and by what rule. */
function resolved(text: string, authors: readonly string[] = []): [string, string][] {
  const { actors, attributions } = tagArticle(bodyArticle(text, authors), { known, taggers: null });
  const byId = new Map<string | null, Actor>(actors.map((actor) => [actor.id, actor]));
  return attributions.map(({ actor, decidedBy }) => [byId.get(actor)?.name ?? "-", decidedBy.actor]);
}

describe("an actor whom the user knows", () => {
  it.each([
    ["by another full name", "Ilse Falk said it was old.", "Ilse Marie Falk", "alias"],
    ["by the name itself", "Ilse Marie Falk said it was old.", "Ilse Marie Falk", "full-name"],
    ["by a surname alone", "It rained. Falk said it was old.", "Ilse Marie Falk", "alias"],
    ["by a surname with a title", "Governor Falk said it was old.", "Ilse Marie Falk", "alias"],
    ["by a name in capitals", "ILSE FALK said it was old.", "Ilse Marie Falk", "alias"],
    ["by a description", "The iron governor said it was old.", "Ilse Marie Falk", "alias"],
    ["by an acronym", "The BHS said it was old.", "Bureau of Harbour Safety", "alias"],
    ["by a building", "The Amber Palace said it was old.", "Tolvek", "alias"],
  ])("is found %s", (_, text, name, rule) => {
    expect(resolved(text)).toEqual([[name, rule]]);
  });

  it("is found by a pronoun and a noun that follow", () => {
    expect(resolved("The BHS met. The bureau said it was old.")).toEqual([
      ["Bureau of Harbour Safety", "organization-noun"],
    ]);
    expect(resolved("Falk left. She said it was old. Ms. Falk said it would hold.")).toEqual([
      ["Ilse Marie Falk", "pronoun"],
      ["Ilse Marie Falk", "alias"],
    ]);
  });

  it("is not meant by a surname that somebody else in the article has", () => {
    expect(resolved("Tom Falk left. Falk said it was old.")).toEqual([["Tom Falk", "surname"]]);
    expect(resolved("Ilse Falk met Tom Falk. Mr. Falk said it was old.")).toEqual([["Tom Falk", "surname"]]);
  });

  it("can be the author", () => {
    const { actors } = tagArticle(bodyArticle("I said it was old.", ["Ilse Falk"]), { known, taggers: null });
    expect(actors).toMatchObject([{ id: "ilse-marie-falk", type: "author", ids: { wikidata: "Q1" } }]);
  });

  it("has its id, its type and its ids in the results", () => {
    const { actors, extractor: version } = tagArticle(bodyArticle("The BHS said it was old."), {
      known,
      taggers: null,
    });
    expect(actors).toMatchObject([
      { id: "bureau-of-harbour-safety", type: "organization", ids: { wikidata: "Q2" } },
    ]);
    expect(version).toBe(`${release}+rules.actors.${known?.version}`);
  });

  it("changes nothing where its names do not stand", () => {
    const article = bodyArticle("Ana Ruiz said it was old. “We go,” she said.");
    const { extractor: _, ...informed } = tagArticle(article, { known, taggers: null });
    const { extractor: plain, ...uninformed } = tagArticle(article, { taggers: null });
    expect(informed).toEqual(uninformed);
    expect(plain).toBe(`${release}+rules`);
  });
});
