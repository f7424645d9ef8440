import { describe, expect, it } from "vitest";
import { Lemmas } from "#extraction/syntax/lemmas.ts";
import { tagIndex } from "#extraction/syntax/tags.ts";
import { learnLemmas } from "#training/syntax/learn-lemmas.ts";
import { exampleOf } from "#training/syntax/train-tagger.ts";
import { parseConllu } from "#training/syntax/treebank.ts";

const pairs = [
  ["walked", "VBD", "walk"],
  ["talked", "VBD", "talk"],
  ["carried", "VBD", "carry"],
  ["hurried", "VBD", "hurry"],
  ["said", "VBD", "say"],
  ["boats", "NNS", "boat"],
  ["maps", "NNS", "map"],
  ["cities", "NNS", "city"],
  ["parties", "NNS", "party"],
];
const rows = pairs.map(
  ([form, tag, lemma], at) => `${at + 1}\t${form}\t${lemma}\tX\t${tag}\t_\t0\troot\t_\t_`,
);
const text = `# text = ${pairs.map(([form]) => form).join(" ")}`;
const lemmas = new Lemmas(learnLemmas(parseConllu([text, ...rows].join("\n")).map(exampleOf)));

describe("lemmas", () => {
  it.each([
    ["said", "VBD", "say"],
    ["Barked", "VBD", "bark"],
    ["married", "VBD", "marry"],
    ["BOATS", "NNS", "boat"],
    ["counties", "NNS", "county"],
    ["boats", "NNP", "boats"],
    ["s", "NNS", "s"],
    ["", "VBD", ""],
  ])("%s as %s is %s", (form, tag, lemma) => {
    expect(lemmas.lemmaOf(form, tagIndex(tag))).toBe(lemma);
  });
});
