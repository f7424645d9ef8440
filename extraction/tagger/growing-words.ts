import type { SyntaxSentence } from "../syntax/syntax-sentence.ts";

/** Code units of prose that a word takes up at least, with the space behind it; where words are shorter, the arrays grow. */
const codeUnitsOfWord = 4;

/**
 * The sentences of an article put one behind the other as they are parsed, so that none has to be kept: small arrays by the
 * ten thousand take up several times what is in them. Arrays side by side, with room for more than `length` words.
 */
export class GrowingWords {
  length = 0;
  /** Offsets in UTF-16 code units of the article's text, half-open. */
  start: Int32Array;
  end: Int32Array;
  /** Index of the word's sentence. */
  sentence: Int32Array;
  tag: Uint8Array;
  /** Word of the article that this one depends on; -1 for the root of a sentence. */
  head: Int32Array;
  relation: Uint8Array;
  lower: Int32Array;
  suffix: Int32Array;
  shape: Int32Array;

  /** @param codeUnits length of the article's text */
  constructor(codeUnits: number) {
    const size = Math.ceil(codeUnits / codeUnitsOfWord) + 1;
    this.start = new Int32Array(size);
    this.end = new Int32Array(size);
    this.sentence = new Int32Array(size);
    this.tag = new Uint8Array(size);
    this.head = new Int32Array(size);
    this.relation = new Uint8Array(size);
    this.lower = new Int32Array(size);
    this.suffix = new Int32Array(size);
    this.shape = new Int32Array(size);
  }

  /** Copies a sentence, the article's `index`th, behind those that are there. */
  add(sentence: SyntaxSentence, index: number): void {
    const from = this.length;
    this.length += sentence.length;
    // One place more than there are words is for the border.
    if (this.length >= this.start.length) this.grow(2 * this.length);
    this.start.set(sentence.start, from);
    this.end.set(sentence.end, from);
    this.tag.set(sentence.tag, from);
    this.relation.set(sentence.relation, from);
    this.lower.set(sentence.lower, from);
    this.suffix.set(sentence.suffix, from);
    this.shape.set(sentence.shape, from);
    this.sentence.fill(index, from, this.length);
    for (let word = 0; word < sentence.length; word++) {
      const head = sentence.head[word] ?? -1;
      this.head[from + word] = head < 0 ? -1 : from + head;
    }
  }

  private grow(size: number): void {
    this.start = grown(this.start, new Int32Array(size));
    this.end = grown(this.end, new Int32Array(size));
    this.sentence = grown(this.sentence, new Int32Array(size));
    this.tag = grown(this.tag, new Uint8Array(size));
    this.head = grown(this.head, new Int32Array(size));
    this.relation = grown(this.relation, new Uint8Array(size));
    this.lower = grown(this.lower, new Int32Array(size));
    this.suffix = grown(this.suffix, new Int32Array(size));
    this.shape = grown(this.shape, new Int32Array(size));
  }
}

function grown<Numbers extends Int32Array | Uint8Array>(old: Numbers, room: Numbers): Numbers {
  room.set(old);
  return room;
}
