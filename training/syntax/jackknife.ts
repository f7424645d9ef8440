import { Tagger } from "#extraction/syntax/tagger.ts";
import { SparseScorer } from "#extraction/syntax/weights.ts";
import { WordForms } from "#extraction/syntax/word-forms.ts";
import { packWeights } from "./pack-weights.ts";
import type { TaggedExample } from "./train-parser.ts";
import type { LearningSettings } from "./train-syntax.ts";
import { buildLexicon, type Example, readForms, trainTagger } from "./train-tagger.ts";

/**
 * Tags each example with a tagger that was trained on the other folds, so that the parser learns from tags that are as
 * wrong as those it will get.
 */
export function jackknife(
  examples: readonly Example[],
  folds: number,
  settings: LearningSettings,
  seed: number,
): TaggedExample[] {
  // Neighbouring sentences stay together, as they share their words.
  const stretch = Math.min(50, Math.ceil(examples.length / folds));
  const forms = new WordForms();
  const tagged: TaggedExample[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const others = examples.filter((_, at) => Math.floor(at / stretch) % folds !== fold);
    const lexicon = buildLexicon(others);
    const tagger = new Tagger(
      lexicon,
      new SparseScorer(packWeights(trainTagger(others, lexicon, settings, seed), settings)),
    );
    for (const example of examples.filter((_, at) => Math.floor(at / stretch) % folds === fold)) {
      readForms(forms, example);
      tagger.run(forms);
      tagged.push({ example, tag: tagger.tag.slice(0, forms.length) });
    }
  }
  return tagged;
}
