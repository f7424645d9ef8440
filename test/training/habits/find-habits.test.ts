import { describe, expect, it } from "vitest";
import { analyseWords } from "#extraction/syntax/analyse.ts";
import { Habits } from "#extraction/syntax/habits.ts";
import { SyntaxModel } from "#extraction/syntax/syntax-model.ts";
import { findHabits, type PlainSentence } from "#training/habits/find-habits.ts";
import { trainOn } from "#training/syntax/train-syntax.ts";
import { smallSettings, smallTreebank } from "../syntax/small-treebank.ts";

const weights = trainOn(smallTreebank, 1, () => {}, smallSettings);
const exact = new SyntaxModel(weights);
const sentences: PlainSentence[] = smallTreebank.map(({ text, start, end, forms }) => ({
  text,
  words: { start, end, length: forms.length },
}));

/** Each sentence as often as a case must be seen. */
const often = Array.from({ length: 40 }, () => sentences).flat();

describe("finding habits", () => {
  it("finds what is always decided alike, so that the trees stay and fewer weights are asked for", () => {
    const { tags, transitions, relations } = findHabits(exact, often);
    const model = new SyntaxModel(weights, {
      tags: new Habits(tags),
      transitions: new Habits(transitions),
      relations: new Habits(relations),
    });
    let asked = 0;
    const askedOf = (one: SyntaxModel): number => {
      asked = 0;
      for (const { text, words } of sentences) {
        one.forms.read(text, words);
        one.tagger.run(one.forms);
        one.parser.run(one.forms, one.tagger.tag, {
          transition: (best) => {
            asked++;
            return best;
          },
          relation: (_child, _head, best) => {
            asked++;
            return best;
          },
        });
      }
      return asked;
    };
    const [before, after] = [askedOf(exact), askedOf(model)];
    expect(after).toBeLessThan(before / 2);
    for (const { text, words } of sentences)
      expect(analyseWords(text, words, model)).toEqual(analyseWords(text, words, exact));
  });

  it("makes no habit of what is seen seldom", () => {
    const { tags, transitions, relations } = findHabits(exact, sentences.slice(0, 3));
    for (const table of [tags, transitions, relations]) expect([...new Set(table)]).toEqual([0]);
  });
});
