/** The words of a sentence with their parts of speech and dependency tree: arrays side by side, one place a word. */
export interface SyntaxSentence {
  /** Offsets in UTF-16 code units of the article's text, half-open. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index in `tags`. */
  readonly tag: Uint8Array;
  /** Number of the word that this one depends on; -1 for the root. */
  readonly head: Int32Array;
  /** Index in `relations`. */
  readonly relation: Uint8Array;
  /** Hash of the form in lower case, with digits as zeros: see `lowerHash`. */
  readonly lower: Int32Array;
  /** The class of the spelling: see `shapeBits`. */
  readonly shape: Int32Array;
  /** Hash of the last three letters. */
  readonly suffix: Int32Array;
  readonly length: number;
}
