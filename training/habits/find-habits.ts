import { relationCase, transitionCase, wordRelationCase } from "#extraction/syntax/habits.ts";
import type { SyntaxModel } from "#extraction/syntax/syntax-model.ts";
import type { Words } from "#extraction/syntax/words.ts";
import { DecisionCounts, packHabits } from "../syntax/decision-counts.ts";

/** Words of a sentence, and the text that they are in. */
export interface PlainSentence {
  readonly text: string;
  readonly words: Words;
}

/** Cases seen this often, in this share of which the decision was the same, become habits. Chosen on PolNeAR dev, see the model card. */
const [often, share] = [40, 0.99];

/**
 * Runs a tagger and a parser over sentences without any gold, and packs the decisions that they take nearly always in the same
 * case: what was a matter of weights is then looked up.
 *
 * @param model one without habits
 */
export function findHabits(model: SyntaxModel, sentences: Iterable<PlainSentence>) {
  const { forms, tagger, parser } = model;
  const { state } = parser;
  const tags = new DecisionCounts();
  const transitions = new DecisionCounts();
  const relations = new DecisionCounts();
  for (const { text, words } of sentences) {
    forms.read(text, words);
    tagger.run(forms, (_, best) => {
      tags.add(tagger.case, [best]);
      return best;
    });
    const { tag } = tagger;
    parser.run(forms, tag, {
      transition(best) {
        transitions.add(transitionCase(state, tag), [best]);
        return best;
      },
      relation(child, head, best) {
        relations.add(relationCase(state, tag, child, head), [best]);
        relations.add(wordRelationCase(state, tag, forms.lower[child] ?? 0, child, head), [best]);
        return best;
      },
    });
  }
  return {
    tags: packHabits(tags.settled(often, share)),
    transitions: packHabits(transitions.settled(often, share)),
    relations: packHabits(relations.settled(often, share)),
  };
}
