import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftsByRules } from "#extraction/linking/drafts-by-rules.ts";
import { articleUnits } from "#extraction/roles/article-units.ts";
import { readArticleWords } from "#extraction/tagger/article-words.ts";
import { featureGroups, RoleFeatures } from "#extraction/tagger/role-features.ts";
import { labelCount, mayFollow } from "#extraction/tagger/role-labels.ts";
import { RoleModel } from "#extraction/tagger/role-model.ts";
import { longestSequence, sequencesOf } from "#extraction/tagger/sequences.ts";
import { tagRoles } from "#extraction/tagger/tag-roles.ts";
import { sequenceCorpus } from "#training/roles/sequence-corpus.ts";
import { smallArticles, smallReading, smallTraining, trainRoles } from "../../training/roles/small-roles.ts";
import { bodyArticle } from "../body-article.ts";
import { newsText } from "../news-text.ts";

const corpus = sequenceCorpus(smallArticles, featureGroups);
const model = new RoleModel(trainRoles(corpus, smallTraining, 1));

function read(text: string) {
  const article = bodyArticle(text);
  const { paragraphs, marks } = articleUnits(article);
  const { drafts } = draftsByRules(text, paragraphs);
  return readArticleWords(article, { marks, drafts, ...smallReading });
}
/** Words with the labels that a tagger gives them. */
function tagged(text: string): string {
  const words = read(text);
  const { labels } = tagRoles(words, model);
  return Array.from(labels, (label, at) => `${text.slice(words.start[at], words.end[at])}/${label}`).join(
    " ",
  );
}

describe("tagging roles", () => {
  it.each([
    ["Orla said the bridge was late.", "Orla/1 said/3 the/5 bridge/6 was/6 late/6 ./0"],
    ["The harbour was quiet.", "The/0 harbour/0 was/0 quiet/0 ./0"],
    [
      "The mayor denied that the ferry had left.",
      "The/1 mayor/2 denied/3 that/5 the/6 ferry/6 had/6 left/6 ./0",
    ],
  ])("%s", (text, expected) => {
    expect(tagged(text)).toBe(expected);
  });

  it("gives any text labels that may follow each other, and probabilities that sum to one", () => {
    fc.assert(
      fc.property(newsText, (text) => {
        const words = read(text);
        const { labels, marginals } = tagRoles(words, model);
        expect([labels.length, marginals.length]).toEqual([words.length, words.length * labelCount]);
        for (const { from, to } of sequencesOf(words)) {
          for (let word = from; word < to; word++) {
            expect(mayFollow(word === from ? 0 : (labels[word - 1] ?? 0), labels[word] ?? 0)).toBe(true);
            const ofWord = marginals.subarray(word * labelCount, (word + 1) * labelCount);
            expect(ofWord.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 5);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on what was tagged before", () => {
    const text = "Tess said the boat was late.\n\n“We saw the tower”, said the minister.";
    const first = tagged(text);
    tagged("The mayor denied that they saw Ostry. ".repeat(300));
    expect(tagged(text)).toBe(first);
  });

  it("finds as many features for every word, and others only where a group is left out", () => {
    const words = read("Orla said:\n\n“It was late.” The end.");
    const hashes = (groups: Parameters<typeof sequenceCorpus>[1]) => {
      const features = new RoleFeatures(groups);
      features.open(words);
      return [...sequencesOf(words)].flatMap(({ from, to, paragraphFrom, paragraphTo }) =>
        Array.from({ length: to - from }, (_, at) => {
          features.move(from + at, paragraphFrom, paragraphTo);
          return [...features.list.hashes.subarray(0, features.list.length)];
        }),
      );
    };
    const all = hashes(featureGroups);
    expect(new Set(all.map((word) => word.length)).size).toBe(1);
    const withoutTrees = hashes(featureGroups.filter((group) => group !== "trees"));
    expect(withoutTrees).toEqual(all.map((word) => word.slice(0, withoutTrees[0]?.length)));
  });

  it("takes a paragraph without end in parts", () => {
    const words = read("the boat had left and ".repeat(1000));
    const parts = [...sequencesOf(words)];
    expect(words.length).toBe(5000);
    expect(parts.map(({ from, to }) => to - from)).toEqual([longestSequence, 5000 - longestSequence]);
    expect(tagRoles(words, model).labels.length).toBe(5000);
  });
});
