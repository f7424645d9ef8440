import { describe, expect, it } from "vitest";
import { resolveSources } from "#extraction/resolve-sources.ts";
import { bodyArticle } from "../body-article.ts";

/** Whom the last of these relative pronouns in a text stands for; "-" for nobody. */
function antecedent(text: string, pronoun: string): string {
  const start = text.lastIndexOf(pronoun);
  const given = [{ source: [start, start + pronoun.length] as const, cue: null, content: [] }];
  return resolveSources(bodyArticle(text), given)[0]?.actor?.name ?? "-";
}

describe("a relative pronoun as a source", () => {
  it.each([
    // the noun phrase before
    ["It was built by voters in Karsia, who wanted it.", "who", "voters"],
    ["He called on listeners to his radio programme who said they wanted it.", "who", "listeners"],
    ["He sees some nervous Democrats on the quay, who have asked for it.", "who", "some nervous Democrats"],
    ["It was built by voters -- most of whom said it.", "most of whom", "voters"],
    ["He heard from skippers -- most of whom had left -- who wanted it.", "who", "skippers"],
    // a name at its end
    ["One reason was the rise of Ana Ruiz, who said it.", "who", "Ana Ruiz"],
    ["It was an aide to Ana Ruiz who said it.", "who", "an aide to Ana Ruiz"],
    // a name that is described
    ["Ana Ruiz is a lawyer who wants it.", "who", "Ana Ruiz"],
    ["He met Ana Ruiz, a clerk at the Harbour Office who said it.", "who", "Ana Ruiz"],
    ["He met Ana Ruiz, now the deputy mayor, who said it.", "who", "Ana Ruiz"],
    ["Ana Ruiz, 59, of Tolvek, Md., who saw it, left.", "who", "Ana Ruiz"],
    ["They pay for Harbour45, a fund that says it.", "that", "Harbour45"],
    ["It was Ana Ruiz, a clerk from Tolvek, New Jersey, who said it.", "who", "Ana Ruiz"],
    ["Then there was the radio host Ana Ruiz, who said it.", "who", "Ana Ruiz"],
    // several names: only the verb can tell whether all are meant
    ["He met Tom Falk and Ana Ruiz, who has said it.", "who", "Ana Ruiz"],
    ["He met Tom Falk and Ana Ruiz, who have said it.", "who", "Tom Falk and Ana Ruiz"],
    ["He met Tom Falk and Ana Ruiz, who said it.", "who", "-"],
    [
      "It came from China and the United States, the two biggest buyers, which together vowed it.",
      "which",
      "China and United States",
    ],
    // things
    ["It helped members of the Karsian government, which has denied it.", "which", "the Karsian government"],
    ["They began the “War On Weeds,” which says it.", "which", "War On Weeds"],
    ["He named “The Long Winter,” his second book, which says it.", "which", "The Long Winter"],
    ["Ana Ruiz, the head of the Tarn Council, which denied it, left.", "which", "Tarn Council"],
    ["It was one of those in the fishing world who say it.", "who", "those"],
    ["He held up the sign -- which says it.", "which", "the sign"],
    ["It is a book by the reporter Ana Ruiz, which says it.", "which", "a book"],
    // people that something is of
    ["It drew the ire of lawmakers who said it.", "who", "lawmakers"],
    ["It drew a majority of voters who said it.", "who", "a majority of voters"],
    // who is meant is told elsewhere
    ["Ana Ruiz left. As someone who had to go, I want it.", "who", "-"],
    ["Ana Ruiz spoke to the senator, who said it.", "who", "-"],
    ["Ana Ruiz left. It was a reversal for the Kentucky Republican, who said it.", "who", "-"],
    // rows of clauses
    ["Ana Ruiz, who left the harbour, and who said it, came back.", "who", "Ana Ruiz"],
  ])("%s → %s: %s", (text, pronoun, name) => {
    expect(antecedent(text, pronoun)).toBe(name);
  });
});
