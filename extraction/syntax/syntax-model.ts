import type { Model } from "../model/model.ts";
import { habitsFrom, noHabits, type SyntaxHabits } from "./habits.ts";
import { Lemmas } from "./lemmas.ts";
import type { Lexicon } from "./lexicon.ts";
import { Parser } from "./parser.ts";
import { Tagger } from "./tagger.ts";
import { SparseScorer, ThreeWayScorer } from "./weights.ts";
import { WordForms } from "./word-forms.ts";

/** The weights of the step by the names of their sections in the model file, as `training/syntax` makes them. */
export interface SyntaxWeights {
  readonly "syntax/lexicon-forms": Int32Array;
  readonly "syntax/lexicon-entries": Uint16Array;
  readonly "syntax/tagger-slots": Uint32Array;
  readonly "syntax/tagger-weights": Int16Array;
  readonly "syntax/transition-slots": Int32Array;
  readonly "syntax/transition-shortcuts": Int32Array;
  readonly "syntax/relation-shortcuts": Int32Array;
  readonly "syntax/relation-slots": Uint32Array;
  readonly "syntax/relation-weights": Int16Array;
  readonly "syntax/mention-slots": Uint32Array;
  readonly "syntax/mention-weights": Int16Array;
  readonly "syntax/lemma-rules": readonly string[];
}

/** A tagger and parser ready for use, with the room that they work in: for one sentence at a time. */
export class SyntaxModel {
  readonly forms = new WordForms();
  readonly tagger: Tagger;
  readonly parser: Parser;
  readonly mentionScorer: SparseScorer;
  readonly lemmas: Lemmas;

  /**
   * Takes the step's weights from the model, and the habits unless others are given: none, while the model is in the making.
   *
   * @throws ModelFileError where one is missing or of another type
   */
  static from(model: Model, habits: SyntaxHabits = habitsFrom(model)): SyntaxModel {
    const weights = {
      "syntax/lexicon-forms": model.numbers("syntax/lexicon-forms", "int32"),
      "syntax/lexicon-entries": model.numbers("syntax/lexicon-entries", "uint16"),
      "syntax/tagger-slots": model.numbers("syntax/tagger-slots", "uint32"),
      "syntax/tagger-weights": model.numbers("syntax/tagger-weights", "int16"),
      "syntax/transition-slots": model.numbers("syntax/transition-slots", "int32"),
      "syntax/transition-shortcuts": model.numbers("syntax/transition-shortcuts", "int32"),
      "syntax/relation-shortcuts": model.numbers("syntax/relation-shortcuts", "int32"),
      "syntax/relation-slots": model.numbers("syntax/relation-slots", "uint32"),
      "syntax/relation-weights": model.numbers("syntax/relation-weights", "int16"),
      "syntax/mention-slots": model.numbers("syntax/mention-slots", "uint32"),
      "syntax/mention-weights": model.numbers("syntax/mention-weights", "int16"),
      "syntax/lemma-rules": model.strings("syntax/lemma-rules"),
    };
    return new SyntaxModel(weights, habits);
  }

  constructor(weights: SyntaxWeights, habits: SyntaxHabits = noHabits) {
    const lexicon: Lexicon = {
      forms: weights["syntax/lexicon-forms"],
      entries: weights["syntax/lexicon-entries"],
    };
    this.tagger = new Tagger(
      lexicon,
      new SparseScorer({ slots: weights["syntax/tagger-slots"], weights: weights["syntax/tagger-weights"] }),
      habits.tags,
    );
    this.parser = new Parser(
      new ThreeWayScorer(weights["syntax/transition-slots"]),
      new SparseScorer({
        slots: weights["syntax/relation-slots"],
        weights: weights["syntax/relation-weights"],
      }),
      weights["syntax/transition-shortcuts"],
      weights["syntax/relation-shortcuts"],
      habits,
    );
    this.lemmas = new Lemmas(weights["syntax/lemma-rules"]);
    this.mentionScorer = new SparseScorer({
      slots: weights["syntax/mention-slots"],
      weights: weights["syntax/mention-weights"],
    });
  }
}
