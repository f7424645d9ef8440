import type { Token } from "../tokens/token.ts";

/** Something that tokens can be taken from. */
interface Tokenised {
  readonly tokens: readonly Token[];
}

/** The words that an article's body writes in small letters somewhere. They are collected when the first of them is asked for. */
export class OrdinaryWords {
  readonly #text: string;
  readonly #sentences: readonly Tokenised[];
  #words: ReadonlySet<string> | undefined;

  /** `sentences` are those of the body of the article with this text. */
  constructor(text: string, sentences: readonly Tokenised[]) {
    this.#text = text;
    this.#sentences = sentences;
  }

  /** Whether a word in small letters is one. */
  has(word: string): boolean {
    // Most words that are asked for are of names, and stand nowhere so.
    if (!this.#text.includes(word)) return false;
    this.#words ??= this.#collect();
    return this.#words.has(word);
  }

  #collect(): ReadonlySet<string> {
    const words = new Set<string>();
    for (const { tokens } of this.#sentences)
      for (const token of tokens)
        if (token.kind === "word" && token.text === token.lower) words.add(token.lower);
    return words;
  }
}
