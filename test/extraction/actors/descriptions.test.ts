import { describe, expect, it } from "vitest";
import { resolveSources } from "#extraction/resolve-sources.ts";
import { bodyArticle } from "../body-article.ts";

/** Whom each of these words stands for, in a text of which they are sources in this order; "-" for nobody. */
function actors(text: string, ...sources: string[]): string[] {
  let from = 0;
  const given = sources.map((words) => {
    const start = text.indexOf(words, from);
    from = start + words.length;
    return { source: [start, from] as const, cue: null, content: [] };
  });
  return resolveSources(bodyArticle(text), given).map(({ actor }) => actor?.name ?? "-");
}

/** Sentences that stand first, so that what follows is not in the lead. */
const lead = "It rained. It snowed. It froze. ";

describe("a description as a source", () => {
  it.each<[string, string[], string[]]>([
    // whose advertisement it is does not make it the campaign's words
    [
      `${lead}A new ad from Ana Ruiz's campaign says it. The ad shows it.`,
      ["A new ad from Ana Ruiz's campaign", "The ad"],
      ["A new ad from Ana Ruiz's campaign", "A new ad from Ana Ruiz's campaign"],
    ],
    // whom a quantity leads on to, and a clause without "whom"
    [
      `${lead}It was said by a number of tax experts I spoke to. In all, the experts liked it.`,
      ["a number of tax experts I spoke to", "the experts"],
      ["a number of tax experts I spoke to", "a number of tax experts I spoke to"],
    ],
    [
      `${lead}Several judges handling Freedom Act lawsuits said it.`,
      ["Several judges handling Freedom Act lawsuits"],
      ["Several judges handling Freedom Act lawsuits"],
    ],
    // another of its kind
    [
      `${lead}A Tarn poll shows it. The previous poll showed less.`,
      ["A Tarn poll", "The previous poll"],
      ["A Tarn poll", "The previous poll"],
    ],
    [
      `${lead}A poll shows it. The Tolvek poll showed it. The Karsia poll showed less.`,
      ["A poll", "The Tolvek poll", "The Karsia poll"],
      ["A poll", "A poll", "The Karsia poll"],
    ],
    [
      `${lead}Polls show it. Ana Ruiz left. The research shows it.`,
      ["Polls", "The research"],
      ["Polls", "-"],
    ],
    [
      `${lead}The Tarn Supreme Court met. The appeals court ruled.`,
      ["The appeals court"],
      ["The appeals court"],
    ],
    [
      `${lead}The Tarn Appeals Court met. The appeals court ruled.`,
      ["The appeals court"],
      ["Tarn Appeals Court"],
    ],
    // told later, or not at all
    [`A union representing skippers said it. ${lead}`, ["A union representing skippers"], ["-"]],
    [`After the talks, bloc wants more. Ana Ruiz left. ${lead}`, ["bloc"], ["-"]],
    [`${lead}Ana Ruiz met Tom Falk. This pair of skippers said it.`, ["This pair of skippers"], ["-"]],
    // somebody who was two things
    [
      `${lead}Sen. Tom Falk left. Ana Ruiz spoke. The former first lady and senator said it.`,
      ["The former first lady and senator"],
      ["Ana Ruiz"],
    ],
    // officials by their place and party
    [
      `${lead}Sen. Ana Ruiz (D-Mo.) met Sen. Tom Falk, R-Iowa. The Missouri senator said it.`,
      ["The Missouri senator"],
      ["Ana Ruiz"],
    ],
    [
      `${lead}Vermont Sen. Ana Ruiz met Sen. Tom Falk of New Hampshire. The Vermont senator said it.`,
      ["The Vermont senator"],
      ["Ana Ruiz"],
    ],
    [
      `${lead}Florida senator Ana Ruiz met Sen. Tom Falk. The Texas senator said it.`,
      ["The Texas senator"],
      ["Tom Falk"],
    ],
    [
      `${lead}Sen. Ana Ruiz (R-Ky.) left. The Kentucky Republican said it.`,
      ["The Kentucky Republican"],
      ["Ana Ruiz"],
    ],
    [`${lead}Sen. Ana Ruiz left. The Kentucky Republican said it.`, ["The Kentucky Republican"], ["-"]],
    [
      `${lead}Democrat Ana Ruiz met Republican Tom Falk. The Republican said it.`,
      ["The Republican"],
      ["Tom Falk"],
    ],
    [`${lead}Republican Tom Falk left. Ana Ruiz spoke. The Republican said it.`, ["The Republican"], ["-"]],
    [`${lead}Sen. Tom Falk left. Ana Ruiz spoke. The senator said it.`, ["The senator"], ["-"]],
    [
      `${lead}Republican Tom Falk left. Ida Kern, the Republican nominee's daughter, spoke. The Republican nominee said it.`,
      ["The Republican nominee"],
      ["Tom Falk"],
    ],
    [`${lead}Ana Ruiz left. The real estate mogul said it.`, ["The real estate mogul"], ["-"]],
    // places by what they are
    [
      `${lead}The city of Tolvek asks for it. The city sent a letter.`,
      ["The city of Tolvek", "The city"],
      ["Tolvek", "Tolvek"],
    ],
    // works by their titles
    [`${lead}Ana Ruiz's “Tolvek” shows it.`, ["Ana Ruiz's “Tolvek”"], ["Tolvek"]],
    [
      `${lead}The short film, titled “The Long Winter,” shows it.`,
      ["The short film, titled “The Long Winter,”"],
      ["The Long Winter"],
    ],
    [`${lead}Ana Ruiz's “odd idea” shows it.`, ["Ana Ruiz's “odd idea”"], ["Ana Ruiz"]],
    // of two campaigns the one whose candidate was spoken of since
    [
      `${lead}Nominee Ana Ruiz left. The Falk campaign met nominee Tom Falk. Ruiz wants schools. The campaign says it.`,
      ["The Falk campaign", "The campaign"],
      ["Falk campaign", "Ruiz campaign"],
    ],
    [
      `${lead}Nominee Ana Ruiz left. Tom Falk spoke. The Falk campaign met Ruiz. The campaign says it.`,
      ["The Falk campaign", "The campaign"],
      ["Falk campaign", "Falk campaign"],
    ],
    // several who spoke as one
    [
      `${lead}Sen. Ana Ruiz and Sen. Tom Falk said it. The senators say it. The two say it. Skippers left. The skippers say it.`,
      ["Sen. Ana Ruiz and Sen. Tom Falk", "The senators", "The two", "The skippers"],
      ["Ana Ruiz and Tom Falk", "Ana Ruiz and Tom Falk", "Ana Ruiz and Tom Falk", "The skippers"],
    ],
    [
      `${lead}Sen. Ana Ruiz and Tom Falk said it. Tom Falk and Ula Rae said it. The senators say it.`,
      ["Sen. Ana Ruiz and Tom Falk", "Tom Falk and Ula Rae", "The senators"],
      ["Ana Ruiz and Tom Falk", "Tom Falk and Ula Rae", "The senators"],
    ],
    [
      `${lead}Senators Ana Ruiz and Tom Falk left. Mr. Falk and Ms. Ruiz said it. The senators say it.`,
      ["Mr. Falk and Ms. Ruiz", "The senators"],
      ["Tom Falk and Ana Ruiz", "Tom Falk and Ana Ruiz"],
    ],
    // named ones, and nothing tells whom
    [`${lead}Sen. Ana Ruiz met Sen. Tom Falk. The senators say it.`, ["The senators"], ["-"]],
    [
      `${lead}Ana Ruiz and Ula Rae, a lawyer, met Tom Falk. Zev Dray, a lawyer, came. His lawyer says it.`,
      ["His lawyer"],
      ["-"],
    ],
    [`Poll shows it. ${lead}`, ["Poll"], ["-"]],
  ])("%s %j: %j", (text, sources, names) => {
    expect(actors(text, ...sources)).toEqual(names);
  });
});

describe("a name with a word before it", () => {
  it.each<[string, string, string]>([
    ["He mocks Crooked Ana Ruiz. But Ana Ruiz left.", "Ana Ruiz", "Ana Ruiz"],
    ["Ana Ruiz left. Rival Ana Ruiz had mocked it.", "Rival Ana Ruiz", "Ana Ruiz"],
    ["He met Supervisor of Elections Ana Ruiz. Then Ruiz said it.", "Ruiz", "Ana Ruiz"],
    ["Following Ruiz was hard. But Ana Ruiz left. Then Ruiz said it.", "Ruiz", "Ana Ruiz"],
    ["Comedian Ana Ruiz left. Then Ruiz said it.", "Ruiz", "Ana Ruiz"],
    ["It was the Karsian-born Ana Ruiz. Then Ruiz said it.", "Ruiz", "Ana Ruiz"],
    [
      "It is the Bank of Tolvek Ana Trust. It is old, they said.",
      "the Bank of Tolvek Ana Trust",
      "Bank of Tolvek Ana Trust",
    ],
    ["They left the Ruizes' Tolvek house. Tolvek said it.", "Tolvek", "Tolvek"],
    [
      "The U.S. Court of Appeals for the 5th Circuit said it.",
      "The U.S. Court of Appeals for the 5th Circuit",
      "U.S. Court of Appeals for the 5th Circuit",
    ],
    ["The Court of Appeals for the state said it.", "The Court of Appeals for the state", "Court of Appeals"],
    ["Ulva Ana Ruiz left. Tom Falk said it.", "Ulva Ana Ruiz", "Ulva Ana Ruiz"],
  ])("%s %s: %s", (text, source, name) => {
    const start = text.lastIndexOf(source);
    const given = [{ source: [start, start + source.length] as const, cue: null, content: [] }];
    expect(resolveSources(bodyArticle(text), given)[0]?.actor?.name).toBe(name);
  });
});
