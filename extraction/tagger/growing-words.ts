import type { SyntaxModel } from "../syntax/syntax-model.ts";
import type { Words } from "../syntax/words.ts";

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

  /** Copies a sentence, the article's `index`th, as `readSentence` leaves it in the model, behind those that are there. */
  add({ start, end, length }: Words, { forms, tagger, parser }: SyntaxModel, index: number): void {
    const from = this.length;
    this.length += length;
    // One place more than there are words is for the border.
    if (this.length >= this.start.length) this.grow(2 * this.length);
    const { lower, suffix3, shape } = forms;
    const { tag } = tagger;
    const { head, relation } = parser.state;
    // A sentence is so short that a loop is quicker than a call for each array.
    for (let word = 0; word < length; word++) {
      const to = from + word;
      this.start[to] = start[word] as number;
      this.end[to] = end[word] as number;
      this.sentence[to] = index;
      this.tag[to] = tag[word] as number;
      this.head[to] = head[word] === length ? -1 : from + (head[word] as number);
      this.relation[to] = relation[word] as number;
      this.lower[to] = lower[word] as number;
      this.suffix[to] = suffix3[word] as number;
      this.shape[to] = shape[word] as number;
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
