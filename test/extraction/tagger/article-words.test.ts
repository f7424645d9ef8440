import { describe, expect, it } from "vitest";
import { draftsByRules } from "#extraction/linking/drafts-by-rules.ts";
import { articleUnits } from "#extraction/roles/article-units.ts";
import { relations } from "#extraction/syntax/relations.ts";
import { tags } from "#extraction/syntax/tags.ts";
import { lowerHash } from "#extraction/syntax/word-forms.ts";
import { type ArticleWords, border, readArticleWords } from "#extraction/tagger/article-words.ts";
import { readClauses } from "#extraction/tagger/clauses.ts";
import { distanceClass } from "#extraction/tagger/distance.ts";
import { lookAround } from "#extraction/tagger/surroundings.ts";
import { WordClusters } from "#extraction/tagger/word-clusters.ts";
import { listedAs, reportingClassOf, traitsOf, wordTraits } from "#extraction/tagger/word-traits.ts";
import { smallReading } from "../../training/roles/small-roles.ts";
import { bodyArticle } from "../body-article.ts";

function read(text: string): ArticleWords {
  const article = bodyArticle(text);
  const { paragraphs, marks } = articleUnits(article);
  const { drafts } = draftsByRules(text, paragraphs);
  return readArticleWords(article, { marks, drafts, ...smallReading });
}

describe("the words of an article", () => {
  const text =
    "Orla said the ferry was late. It sank.\n\n“We left,” said Ada, “at once.” He saw the “so-called boat";
  const words = read(text);
  const forms = Array.from({ length: words.length }, (_, at) => text.slice(words.start[at], words.end[at]));

  it("are numbered through, with their sentences and paragraphs", () => {
    expect(forms.slice(0, 12).join(" ")).toBe("Orla said the ferry was late . It sank . “ We");
    expect([...words.paragraphStart]).toEqual([0, 10, words.length]);
    expect([...words.sentenceStart].slice(0, 3)).toEqual([0, 7, 10]);
    expect([...words.sentence.subarray(5, 11)]).toEqual([0, 0, 1, 1, 1, 2]);
    expect([...words.paragraph.subarray(8, 12)]).toEqual([0, 0, 1, 1]);
  });

  it("have heads in their own sentences", () => {
    for (let word = 0; word < words.length; word++) {
      const head = words.head[word] ?? -1;
      if (head >= 0) expect(words.sentence[head]).toBe(words.sentence[word]);
    }
  });

  it("have the state of their quotations, an unclosed one to the end of its sentence", () => {
    expect(
      forms
        .map((form, at) => `${form}${words.quotation[at]}`)
        .slice(10)
        .join(" "),
    ).toBe("“2 We1 left1 ,1 ”3 said0 Ada0 ,0 “2 at1 once1 .1 ”3 He0 saw0 the0 “2 so1 -1 called1 boat1");
  });

  it("have the rules' labels", () => {
    expect([...words.rule.subarray(0, 7)].join("")).toBe("1356660");
  });

  it("have clusters where they are in one, numbered from 1 on", () => {
    expect([...words.cluster.subarray(0, 6)]).toEqual([0, 1, 0, 2, 0, 0]);
  });

  it("end in a place that stands for what is outside", () => {
    expect([words.tag.at(-1), words.quotation.at(-1), words.rule.at(-1)]).toEqual([border, border, border]);
  });
});

describe("clusters", () => {
  it("are found by the hash of the form", () => {
    const forms = Array.from(
      { length: 500 },
      (_, at) => `w${"x".repeat(at % 20)}y${String.fromCharCode(97 + (at % 26))}${at}`,
    );
    const hashes = [...new Set(forms.map(lowerHash))];
    const clusters = new WordClusters(
      Int32Array.from(hashes),
      Uint8Array.from(hashes, (_, at) => at % 256),
    );
    expect(hashes.map((hash) => clusters.clusterOf(hash))).toEqual(hashes.map((_, at) => (at % 256) + 1));
    expect(clusters.clusterOf(lowerHash("unseen"))).toBe(0);
    expect(new WordClusters(new Int32Array(0), new Uint8Array(0)).clusterOf(7)).toBe(0);
  });
});

describe("what a word can be", () => {
  it.each<[string, string, number]>([
    ["minister", "minister", wordTraits.roleNoun],
    ["ministers", "minister", wordTraits.roleNoun],
    ["claims", "claim", wordTraits.reportingNoun],
    ["sen.", "sen.", wordTraits.title],
    ["sen", "sen", wordTraits.title],
    ["ferry", "ferry", 0],
  ])("%s: %s", (form, lemma, expected) => {
    const traits = traitsOf(listedAs(lowerHash(form)), listedAs(lowerHash(lemma)));
    expect(traits & expected).toBe(expected);
    if (expected === 0) expect(traits).toBe(0);
  });

  it("reporting verbs are in one class by act and kind of form", () => {
    const [said, stated, saying, ferry] = ["said", "stated", "saying", "ferry"].map((form) =>
      reportingClassOf(listedAs(lowerHash(form))),
    );
    expect(said).toBeGreaterThan(0);
    expect((stated ?? 0) & 15).toBe((said ?? 0) & 15);
    expect(saying).toBe((said ?? 0) | 16);
    expect(ferry).toBe(0);
  });
});

/** Words with a tree of our own, not the parser's. */
function withTree(
  forms: string,
  tagNames: string,
  heads: readonly number[],
  relationNames: string,
): ArticleWords {
  const words = read(forms);
  words.tag.set(tagNames.split(" ").map((tag) => (tags as readonly string[]).indexOf(tag)));
  words.head.set(heads);
  words.relation.set(
    relationNames.split(" ").map((relation) => (relations as readonly string[]).indexOf(relation)),
  );
  return words;
}

describe("what stands around a word", () => {
  //                      0   1    2    3     4   5    6    7   8   9  10
  const words = withTree(
    "Ada said that the boat was late , he saw it",
    "NNP VBD IN DT NN VBD JJ , PRP VBD PRP",
    [1, -1, 6, 4, 6, 6, 1, 9, 9, 1, 9],
    "nsubj root mark det nsubj cop ccomp punct nsubj parataxis obj",
  );

  it("is the nearest reporting verb on either side, and what came before in the sentence", () => {
    const around = lookAround(words);
    expect([...around.reportingBefore]).toEqual([-1, -1, 1, 1, 1, 1, 1, 1, 1, 1, 9]);
    expect([...around.reportingBehind]).toEqual([1, 9, 9, 9, 9, 9, 9, 9, 9, -1, -1]);
    expect([...around.thatBefore].join("")).toBe("00011111111");
    expect([...around.markCount].join("")).toBe("00000000111");
    expect([...around.verbCount].join("")).toBe("00111122223".slice(0, 11));
    expect([...around.verbBefore]).toEqual([-1, -1, 1, 1, 1, 1, 5, 5, 5, 5, 9]);
  });

  it("is its clause, the verb that reports it, and where subtrees begin and end", () => {
    const clauses = readClauses(words);
    expect([...clauses.verb]).toEqual([1, 1, 1, 1, 1, 5, 1, 9, 9, 9, 9]);
    expect([...clauses.reporting]).toEqual([1, -1, 1, 1, 1, 1, 1, 9, 9, 1, 9]);
    expect(relations[clauses.reportingRelation[3] ?? 0]).toBe("ccomp");
    expect([...clauses.first]).toEqual([0, 0, 2, 3, 3, 5, 2, 7, 8, 7, 10]);
    expect([...clauses.last]).toEqual([0, 10, 2, 3, 4, 5, 6, 7, 8, 10, 10]);
    expect([...clauses.widestFrom]).toEqual([1, -1, 6, 4, -1, 5, -1, 9, 8, -1, 10]);
    expect([...clauses.widestTo]).toEqual([0, -1, 2, 3, 4, 5, 6, 7, 8, -1, 1]);
    // A subject before it, a clause and a parataxis behind.
    expect(clauses.dependents[1]).toBe(0b110_0000_0001);
  });

  it.each([
    [0, 0],
    [3, 3],
    [4, 4],
    [5, 4],
    [6, 5],
    [39, 8],
    [40, 9],
    [4000, 9],
  ])("a distance of %d words is in class %d", (distance, expected) => {
    expect(distanceClass(distance)).toBe(expected);
  });
});
