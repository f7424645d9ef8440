import { describe, expect, it } from "vitest";
import { SyntaxModel } from "#extraction/syntax/syntax-model.ts";
import { scoreSyntax } from "#training/syntax/score-syntax.ts";
import { trainOn } from "#training/syntax/train-syntax.ts";
import { smallSettings, smallTreebank } from "./small-treebank.ts";

const train = () => trainOn(smallTreebank, 1, () => {}, smallSettings);

describe("training on a treebank", () => {
  it("learns to fit a small one", () => {
    expect(scoreSyntax(smallTreebank, new SyntaxModel(train()))).toEqual({
      words: 1,
      tags: 1,
      lemmas: 1,
      unlabelled: 1,
      labelled: 1,
      mentions: 1,
      mentionHeads: 1,
      mentionTypes: 1,
    });
  });

  it("gives the same weights with the same seed", () => {
    expect(train()).toEqual(train());
  });
});
