import { readFileSync } from "node:fs";
import { join } from "node:path";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import { noHabits } from "#extraction/syntax/habits.ts";
import { SyntaxModel } from "#extraction/syntax/syntax-model.ts";
import { splitWords } from "#extraction/syntax/words.ts";
import { filesOf } from "../gold/files-of.ts";
import type { TrainingStep } from "../model/training-step.ts";
import { readTreebank, type TreebankSentence } from "../syntax/treebank.ts";
import { findHabits, type PlainSentence } from "./find-habits.ts";

/**
 * Finds the habits of the tagger and the parser in the texts of all corpora, without their gold. The last step: those before it
 * learn from what the weights say, and so do not depend on it.
 */
export const habitsStep: TrainingStep = {
  name: "habits",
  reads: ["attribution", "gum", "ewt"],
  usualSeed: 1,
  run({ corpora, report, model }) {
    const treebanks = [
      ...readTreebank(corpora.gum, "train/*.conllu"),
      ...readTreebank(corpora.ewt, "train*.conllu"),
    ];
    const sentences = [
      ...sentencesIn(join(corpora.attribution, "train/text")),
      ...treebanks.map(plainSentence),
    ];
    report(`${sentences.length} sentences`);
    const { tags, transitions, relations } = findHabits(SyntaxModel.from(model, noHabits), sentences);
    return [
      { name: "habits/tags", data: tags },
      { name: "habits/transitions", data: transitions },
      { name: "habits/relations", data: relations },
    ];
  },
};

/** The sentences of the articles in a folder; those that the engine rejects are left out. */
function sentencesIn(folder: string): PlainSentence[] {
  const names = filesOf(folder).filter((name) => name.endsWith(".txt"));
  return [...names].sort().flatMap((name) => {
    const segmented = segmentArticle(readFileSync(join(folder, name), "utf8"));
    if (!segmented.ok) return [];
    const { text, segments } = segmented.value;
    return segments.flatMap((segment) =>
      segment.sentences.map(({ span }) => ({ text, words: splitWords(text, span) })),
    );
  });
}

const plainSentence = ({ text, start, end, forms }: TreebankSentence): PlainSentence => ({
  text,
  words: { start, end, length: forms.length },
});
