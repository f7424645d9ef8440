import type { TreebankSentence } from "./treebank.ts";

const longest = 15;
const every = 6;

/**
 * Copies of short sentences with a capital on every word, as headlines are printed: treebanks have few of them, and
 * without them a model takes all words of a headline for names. One in six short sentences is copied.
 */
export function headlineCopies(sentences: readonly TreebankSentence[]): TreebankSentence[] {
  return sentences
    .filter(({ forms }) => forms.length >= 4 && forms.length <= longest)
    .filter((_, at) => at % every === 0)
    .map((sentence) => ({
      ...sentence,
      text: capitalised(sentence.text),
      forms: sentence.forms.map(capitalised),
      misc: sentence.misc.map(() => "_"),
    }));
}

/** The same text, as long as before, with capitals at the beginnings of words of more than three letters. */
const capitalised = (text: string): string =>
  text.replace(/(?<![\w'’])[a-z](?=[a-z]{3}|[a-z]*(?:s|id)\b)/gu, (letter) => letter.toUpperCase());
