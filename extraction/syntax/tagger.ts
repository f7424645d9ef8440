import { nameFeatures, pair, triple } from "./feature-hash.ts";
import { type Habits, noHabits, tagCase } from "./habits.ts";
import { firstAmbiguous, type Lexicon, lookUp } from "./lexicon.ts";
import { tags } from "./tags.ts";
import type { Scorer } from "./weights.ts";
import type { WordForms } from "./word-forms.ts";

/** How many features a word has for the tagger. */
const most = 28;

/**
 * Greedy part-of-speech tagger, left to right, with an averaged perceptron (Collins 2002; the features after
 * Honnibal 2013, with the lexicon's class of the words around). Words with one tag only are not scored.
 */
export class Tagger {
  /** The tags of the last sentence, indices in `tags`; valid up to its length. */
  tag = new Uint8Array(256);
  /** The features and scores of the word that was scored last. */
  readonly features = new Int32Array(most);
  count = 0;
  /** What habits know it by. */
  case = 0;
  private readonly scores = new Int32Array(tags.length);
  private entry = new Int32Array(260);
  private readonly lexicon: Lexicon;
  private readonly scorer: Scorer;
  private readonly habits: Habits;

  constructor(lexicon: Lexicon, scorer: Scorer, habits: Habits = noHabits.tags) {
    this.lexicon = lexicon;
    this.scorer = scorer;
    this.habits = habits;
  }

  /** Tags a sentence. `learn` is asked for each scored word and may put another tag in the place of the best one. */
  run(forms: WordForms, learn?: (word: number, best: number) => number): void {
    this.prepare(forms);
    const { tag, entry } = this;
    for (let word = 0; word < forms.length; word++) {
      const known = entry[word] as number;
      if (known >= 0 && known < firstAmbiguous) {
        tag[word] = known;
        continue;
      }
      this.case = this.caseOf(forms, word);
      const habit = this.habits.lookUp(this.case);
      if (habit >= 0) {
        tag[word] = habit;
        continue;
      }
      this.readFeatures(forms, word);
      this.scorer.score(this.features, this.count, this.scores);
      let best = 0;
      for (let label = 1; label < tags.length; label++)
        if ((this.scores[label] as number) > (this.scores[best] as number)) best = label;
      tag[word] = learn ? learn(word, best) : best;
    }
  }

  private prepare(forms: WordForms): void {
    const { length } = forms;
    if (this.tag.length < length) {
      this.tag = new Uint8Array(length * 2);
      this.entry = new Int32Array(length * 2 + 4);
    }
    for (let word = 0; word < length; word++)
      this.entry[word] = lookUp(this.lexicon, forms.exact[word] as number);
    this.entry[length] = -2;
    this.entry[length + 1] = -2;
  }

  private caseOf({ shape }: WordForms, word: number): number {
    const { entry, tag } = this;
    return tagCase(
      entry[word] as number,
      shape[word] as number,
      word > 0 ? (tag[word - 1] as number) : 60,
      entry[word + 1] as number,
    );
  }

  private readFeatures(forms: WordForms, word: number): void {
    const { features, entry, tag } = this;
    const { lower, suffix2, suffix3, shape, length } = forms;
    const w = lower[word] as number;
    const s = shape[word] as number;
    const first = word === 0 ? 1 : 0;
    const w1 = word > 0 ? (lower[word - 1] as number) : 11;
    const w2 = word > 1 ? (lower[word - 2] as number) : 12;
    const n1 = word + 1 < length ? (lower[word + 1] as number) : 13;
    const n2 = word + 2 < length ? (lower[word + 2] as number) : 14;
    const t1 = word > 0 ? (tag[word - 1] as number) : 60;
    const t2 = word > 1 ? (tag[word - 2] as number) : 60;
    const class0 = entry[word] as number;
    const class1 = entry[word + 1] as number;
    const class2 = word + 2 <= length ? (entry[word + 2] as number) : -2;
    const end3 = suffix3[word] as number;
    const t12 = (t1 << 6) | t2;
    let at = 0;
    features[at++] = w;
    features[at++] = pair(forms.exact[word] as number, first);
    features[at++] = end3;
    features[at++] = suffix2[word] as number;
    features[at++] = forms.prefix[word] as number;
    features[at++] = pair(s, first);
    features[at++] = pair(s, t1);
    features[at++] = t1;
    features[at++] = t12;
    features[at++] = pair(w, t1);
    features[at++] = w1;
    features[at++] = w2;
    features[at++] = n1;
    features[at++] = n2;
    features[at++] = pair(class0, class1);
    features[at++] = triple(class0, class1, t1);
    features[at++] = triple(class1, class2, t1);
    features[at++] = pair(w, class1);
    features[at++] = triple(class0, t1, t2);
    features[at++] = pair(end3, t1);
    features[at++] = word + 1 < length ? (suffix3[word + 1] as number) : 0;
    features[at++] = triple(s, word + 1 < length ? (shape[word + 1] as number) : 0, t1);
    nameFeatures(features, 0, at, 1);
    this.count = at;
  }
}
