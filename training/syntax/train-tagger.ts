import { firstAmbiguous, type Lexicon } from "#extraction/syntax/lexicon.ts";
import { Tagger } from "#extraction/syntax/tagger.ts";
import { tagIndex, tags } from "#extraction/syntax/tags.ts";
import { WordForms } from "#extraction/syntax/word-forms.ts";
import { Perceptron } from "./perceptron.ts";
import { shuffled } from "./shuffled.ts";
import type { LearningSettings } from "./train-syntax.ts";
import type { TreebankSentence } from "./treebank.ts";

/** A sentence as the trainers want it. */
export interface Example {
  readonly sentence: TreebankSentence;
  /** Gold tags, indices in `tags`. */
  readonly tag: Uint8Array;
}

/** Gives the trainers' form of sentences. */
export const exampleOf = (sentence: TreebankSentence): Example => ({
  sentence,
  tag: Uint8Array.from(sentence.xpos, tagIndex),
});

/** Reads the words of an example at the treebank's own borders. */
export function readForms(forms: WordForms, { sentence }: Example): void {
  forms.read(sentence.text, { start: sentence.start, end: sentence.end, length: sentence.forms.length });
}

/** The lexicon of the training sentences: words seen at least `often` times. */
export function buildLexicon(examples: readonly Example[], often = 3): Lexicon {
  const counts = new Map<number, Map<number, number>>();
  const forms = new WordForms();
  for (const example of examples) {
    readForms(forms, example);
    for (let word = 0; word < forms.length; word++) {
      const form = forms.exact[word] as number;
      const tag = example.tag[word] as number;
      const known = counts.get(form) ?? new Map<number, number>();
      counts.set(form, known.set(tag, (known.get(tag) ?? 0) + 1));
    }
  }
  const classes = new Map<string, number>();
  const entries: [number, number][] = [];
  for (const [form, known] of counts) {
    const total = [...known.values()].reduce((sum, count) => sum + count, 0);
    if (total < often) continue;
    const frequent = [...known].filter(([, count]) => count / total >= 0.05).sort((a, b) => b[1] - a[1]);
    const [best = [0, 0]] = frequent;
    if (total >= 15 && best[1] / total >= 0.997) entries.push([form, best[0]]);
    else {
      const key = frequent.map(([tag]) => tag).join(" ");
      const number = classes.get(key) ?? firstAmbiguous + classes.size;
      classes.set(key, number);
      entries.push([form, number]);
    }
  }
  const size = 2 ** Math.ceil(Math.log2(entries.length * 1.5 + 16));
  const lexicon = { forms: new Int32Array(size), entries: new Uint16Array(size) };
  for (const [form, entry] of entries) {
    let slot = form & (size - 1);
    while (lexicon.forms[slot] !== 0) slot = (slot + 1) & (size - 1);
    lexicon.forms[slot] = form;
    lexicon.entries[slot] = entry;
  }
  return lexicon;
}

/** Trains the tagger's weights on its own predictions of the tags before a word. */
export function trainTagger(
  examples: readonly Example[],
  lexicon: Lexicon,
  { rounds, admission }: LearningSettings,
  seed: number,
): Perceptron {
  const perceptron = new Perceptron(tags.length, admission);
  const tagger = new Tagger(lexicon, perceptron);
  const forms = new WordForms();
  for (let round = 0; round < rounds; round++) {
    for (const example of shuffled(examples, seed + round)) {
      readForms(forms, example);
      tagger.run(forms, (word, best) => {
        const gold = example.tag[word] as number;
        perceptron.tick();
        if (best !== gold) {
          perceptron.update(tagger.features, tagger.count, gold, 1);
          perceptron.update(tagger.features, tagger.count, best, -1);
        }
        return best;
      });
    }
  }
  return perceptron;
}
