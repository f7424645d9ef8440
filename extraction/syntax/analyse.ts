import type { Span } from "../span.ts";
import type { SyntaxModel } from "./syntax-model.ts";
import type { SyntaxSentence } from "./syntax-sentence.ts";
import { splitWords, type Words, wordsIn } from "./words.ts";

/**
 * Splits a sentence into words, tags and parses them. Gives a tree with one root for any text that has a word, in time
 * linear in its length; white space gives no words.
 */
export const analyse = (text: string, span: Span, model: SyntaxModel): SyntaxSentence =>
  analyseWords(text, splitWords(text, span), model);

/** Tags and parses words that are split already. */
export function analyseWords(text: string, words: Words, model: SyntaxModel): SyntaxSentence {
  const { length } = words;
  const { forms, tagger, parser } = model;
  tagAndParse(text, words, model);
  const head = parser.state.head.slice(0, length);
  for (let word = 0; word < length; word++) if (head[word] === length) head[word] = -1;
  return {
    start: words.start,
    end: words.end,
    tag: tagger.tag.slice(0, length),
    head,
    relation: parser.state.relation.slice(0, length),
    lower: forms.lower.slice(0, length),
    shape: forms.shape.slice(0, length),
    suffix: forms.suffix3.slice(0, length),
    length,
  };
}

/**
 * As {@link analyse}, but all that is found stays in the room of the model, and the words in that of {@link wordsIn}, until the next
 * sentence is read. The head of a root is the number of words.
 */
export function readSentence(text: string, span: Span, model: SyntaxModel): Words {
  const words = wordsIn(text, span);
  tagAndParse(text, words, model);
  return words;
}

function tagAndParse(text: string, words: Words, { forms, tagger, parser }: SyntaxModel): void {
  forms.read(text, words);
  tagger.run(forms);
  parser.run(forms, tagger.tag);
}
