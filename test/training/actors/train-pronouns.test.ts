import { describe, expect, it } from "vitest";
import { likeliestBy, type PronounWeights, scoreOf } from "#extraction/actors/choose-candidate.ts";
import { newEntity } from "#extraction/actors/entity.ts";
import { type Pronoun, pronounFeatures } from "#extraction/actors/pronoun-candidates.ts";
import { coreferenceDocuments } from "#training/actors/coreference-document.ts";
import { pronounExamples } from "#training/actors/pronoun-examples.ts";
import { trainPronouns } from "#training/actors/train-pronouns.ts";
import { parseConllu } from "#training/syntax/treebank.ts";

/** A word of a tiny treebank: number, form, tag, head, and what is marked. */
const row = (number: number, form: string, tag: string, head: number, entity = "_"): string =>
  [number, form, form.toLowerCase(), "X", tag, "_", head, head === 0 ? "root" : "dep", "_", entity].join(
    "\t",
  );

/** A headline; "Ana Ruiz met Tom Falk." then "She laughed.", and in a paragraph of its own "He left." */
const conllu = [
  "# newdoc id = tiny",
  "# newpar",
  "# text = A day out",
  row(1, "A", "DT", 2),
  row(2, "day", "NN", 0),
  row(3, "out", "RB", 2),
  "",
  "# newpar",
  "# text = Ana Ruiz met Tom Falk.",
  row(1, "Ana", "NNP", 3, "Entity=(1-person-new"),
  row(2, "Ruiz", "NNP", 1, "Entity=1)"),
  row(3, "met", "VBD", 0),
  row(4, "Tom", "NNP", 3, "Entity=(2-person-new"),
  row(5, "Falk", "NNP", 4, "Entity=2)"),
  row(6, ".", ".", 3),
  "",
  "# text = She laughed.",
  row(1, "She", "PRP", 2, "Entity=(1-person-giv)"),
  row(2, "laughed", "VBD", 0),
  row(3, ".", ".", 2),
  "",
  "# newpar",
  "# text = He left.",
  row(1, "He", "PRP", 2, "Entity=(2-person-giv)"),
  row(2, "left", "VBD", 0),
  row(3, ".", ".", 2),
  "",
].join("\n");

const [document] = coreferenceDocuments(parseConllu(conllu));

describe("a document with coreference", () => {
  it("is one text in paragraphs, with whom each mention means", () => {
    expect(document?.text).toBe("A day out\n\nAna Ruiz met Tom Falk. She laughed.\n\nHe left.");
    const shown = document?.mentions.map(({ start, end, entity, kind }) => [
      document.text.slice(start, end),
      entity,
      kind,
    ]);
    expect(shown).toEqual([
      ["Ana Ruiz", "1", "name"],
      ["Tom Falk", "2", "name"],
      ["She", "1", "pronoun"],
      ["He", "2", "pronoun"],
    ]);
  });

  it("gives each pronoun with its candidates and the right one", () => {
    const examples = document ? pronounExamples(document) : [];
    // The first names leave one candidate each.
    expect(examples.map(({ kind, right }) => [kind, right])).toEqual([
      ["person", [true]],
      ["person", [true]],
    ]);
  });
});

describe("training", () => {
  /** The right candidate is the one with the first feature; the second feature is noise. */
  const examples = [0, 1, 0, 1].map((noise) => ({
    kind: "person" as const,
    candidates: [
      [1, noise],
      [0, 1 - noise],
    ],
    right: [true, false],
  }));

  it("finds what tells the right candidate, the same each time", () => {
    const weights = trainPronouns(examples);
    expect(weights).toHaveLength(pronounFeatures.length);
    expect(scoreOf([1, 0], weights)).toBeGreaterThan(scoreOf([0, 1], weights) + 1);
    expect(trainPronouns(examples)).toEqual(weights);
  });

  it("learns nothing from nothing", () => {
    expect([...trainPronouns([])].every((weight) => weight === 0)).toBe(true);
  });
});

describe("the choice", () => {
  const weights = Float32Array.from(pronounFeatures, (_, at) => (at === 0 ? 2 : 0));
  const all: PronounWeights = { person: weights, body: weights, several: weights };
  const pronoun = { kind: "person" } as Pronoun;
  const candidate = (name: string, feature: number) => ({
    entity: newEntity(name, name, "person", [name]),
    features: [feature],
  });

  it("is the likeliest candidate", () => {
    const chosen = likeliestBy(all)([candidate("ana", 0), candidate("tom", 1)], pronoun);
    expect(chosen?.entity.name).toBe("tom");
  });

  it("is nobody where two are as likely", () => {
    expect(likeliestBy(all)([candidate("ana", 1), candidate("tom", 1)], pronoun)).toBeNull();
  });
});
