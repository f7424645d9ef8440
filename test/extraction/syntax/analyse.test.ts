import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "#extraction/syntax/analyse.ts";
import { mentionsOf, mentionTypes } from "#extraction/syntax/mentions.ts";
import { relations } from "#extraction/syntax/relations.ts";
import { SyntaxModel } from "#extraction/syntax/syntax-model.ts";
import type { SyntaxSentence } from "#extraction/syntax/syntax-sentence.ts";
import { tags } from "#extraction/syntax/tags.ts";
import { lowerHash } from "#extraction/syntax/word-forms.ts";
import { trainOn } from "#training/syntax/train-syntax.ts";
import { smallSettings, smallTreebank } from "../../training/syntax/small-treebank.ts";

const model = new SyntaxModel(trainOn(smallTreebank, 1, () => {}, smallSettings));
const whole = (text: string): SyntaxSentence => analyse(text, [0, text.length], model);

/** Whether each word leads to the one root, in as many steps as there are words at most. */
function isTree({ head, length }: SyntaxSentence): boolean {
  const depth = new Int32Array(length).fill(-1);
  for (let word = 0; word < length; word++) {
    const path: number[] = [];
    let at = word;
    while (at >= 0 && depth[at] === -1) {
      if (path.length > length) return false;
      path.push(at);
      at = head[at] ?? -1;
    }
    for (const step of path) depth[step] = 0;
  }
  return (
    head.filter((above) => above === -1).length === Math.min(1, length) &&
    head.every((above) => above < length)
  );
}

describe("analysing a sentence", () => {
  it("tags and parses a sentence that is not in the treebank", () => {
    const text = "“Orla said the mayor left Ostry.”";
    const { start, end, tag, head, relation, lower, length } = analyse(text, [1, text.length - 1], model);
    const words = Array.from({ length }, (_, at) => text.slice(start[at], end[at]));
    expect(words).toEqual(["Orla", "said", "the", "mayor", "left", "Ostry", "."]);
    expect(Array.from(tag, (index) => tags[index])).toEqual(["NNP", "VBD", "DT", "NN", "VBD", "NNP", "."]);
    expect([...head]).toEqual([1, -1, 3, 4, 1, 4, 1]);
    expect(Array.from(relation, (index) => relations[index])).toEqual([
      "nsubj",
      "root",
      "det",
      "nsubj",
      "ccomp",
      "obj",
      "punct",
    ]);
    expect(lower[0]).toBe(lowerHash("ORLA"));
  });

  it("finds mentions with their borders and types", () => {
    const text = "They saw a boat in Velm.";
    const sentence = whole(text);
    const { first, last, type, length } = mentionsOf(sentence, model);
    const found = Array.from({ length }, (_, at) => [
      text.slice(sentence.start[first[at] ?? 0], sentence.end[(last[at] ?? 1) - 1]),
      mentionTypes[type[at] ?? 0],
    ]);
    expect(found).toEqual([
      ["They", "person"],
      ["a boat in Velm", "object"],
      ["Velm", "place"],
    ]);
  });

  it.each([
    ["", 0],
    [" \n\t", 0],
    ["?", 1],
  ])("gives %j as many words as it has", (text, words) => {
    expect(whole(text).length).toBe(words);
    expect(mentionsOf(whole(text), model).length).toBeLessThanOrEqual(words);
  });

  it("gives a tree with one root, and mentions within it, for any text", () => {
    const words = fc.constantFrom(
      "Orla",
      "said",
      "the",
      "in",
      ".",
      ",",
      "“",
      "saw",
      "is",
      "7",
      "\ud83d",
      "’s",
      "that",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(words, { maxLength: 40 }).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const sentence = whole(text);
        expect(isTree(sentence)).toBe(true);
        const { head, first, last, length } = mentionsOf(sentence, model);
        for (let at = 0; at < length; at++) {
          expect(first[at]).toBeLessThanOrEqual(head[at] ?? -1);
          expect(last[at]).toBeGreaterThan(head[at] ?? sentence.length);
          expect(last[at]).toBeLessThanOrEqual(sentence.length);
        }
      }),
    );
  });

  it("takes a hundred thousand words without a full stop", () => {
    const sentence = whole("Orla said the mayor ".repeat(25_000));
    expect(sentence.length).toBe(100_000);
    expect(isTree(sentence)).toBe(true);
    expect(mentionsOf(sentence, model).length).toBeGreaterThan(0);
  });

  it("gives the same for a sentence whatever was analysed before", () => {
    const before = whole("They saw a boat in Tarn.");
    whole("Bram said the mayor praised Velm and they left it.");
    expect(whole("They saw a boat in Tarn.")).toEqual(before);
  });
});
