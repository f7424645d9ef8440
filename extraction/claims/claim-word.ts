import { firstFrom } from "../first-from.ts";
import { relations } from "../syntax/relations.ts";
import { type Tag, tags } from "../syntax/tags.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import type { WordForm } from "./word-form.ts";

/** Where words stand, by their numbers: see `ArticleWords`. */
export type WordPlaces = Pick<ArticleWords, "start" | "end" | "head" | "relation" | "sentence">;

/** Kinds of words that their parts of speech tell, a bit each. */
export const tagKinds = {
  /** A finite form of a verb. */
  finite: 1,
  /** A noun, a name, a pronoun or a number. */
  nominal: 2,
  /** What two claims are compared by: nouns, verbs, adjectives, adverbs, numbers. */
  telling: 4,
  /** A verb or an adverb. */
  verbal: 8,
} as const;
const tagsOfKind: readonly (readonly [kind: number, fits: RegExp])[] = [
  [tagKinds.finite, /^(?:MD|VBD|VBZ|VBP)$/u],
  [tagKinds.nominal, /^(?:NN|PRP$|CD|EX)/u],
  [tagKinds.telling, /^(?:NN|VB|JJ|RB|CD)/u],
  [tagKinds.verbal, /^(?:VB|RB)/u],
];
const kindsOfTag = Uint8Array.from(tags, (tag) =>
  tagsOfKind.reduce((kinds, [kind, fits]) => kinds | (fits.test(tag) ? kind : 0), 0),
);

/** A word of a claim with what is known of its place in the sentence. */
export class ClaimWord {
  /** What its characters tell of it. */
  readonly form: WordForm;
  /** Its number: among the article's words, or where no tagger has run among the claim's. */
  readonly at: number;
  /** Offsets in UTF-16 code units of the article, half-open. */
  readonly start: number;
  readonly end: number;
  /** The number of the word that it depends on, which may be outside the claim; -1 where there is none or no tree is known. */
  readonly head: number;
  /** Its relation to that word, `null` where no tree is known. */
  readonly relation: string | null;
  /** Number of its sentence in the article, -1 where that is not known. */
  readonly sentence: number;
  /** Its part of speech; where no tagger has run, that of finite verbs as their form shows it, and else `null`. */
  tag: Tag | null;
  /** What its part of speech tells of it: see {@link tagKinds}. */
  kinds: number;

  /** The word with the number `at` of those whose places are known; `tag` is an index in `tags`, -1 for none. */
  constructor(form: WordForm, places: WordPlaces, at: number, tag: number) {
    this.form = form;
    this.at = at;
    this.start = places.start[at] as number;
    this.end = places.end[at] as number;
    this.head = places.head[at] as number;
    this.relation = relations[places.relation[at] as number] ?? null;
    this.sentence = places.sentence[at] as number;
    this.tag = tags[tag] ?? null;
    this.kinds = kindsOfTag[tag] ?? 0;
  }

  /** Takes it for another part of speech. */
  setTag(tag: Tag): void {
    this.tag = tag;
    this.kinds = kindsOfTag[tags.indexOf(tag)] ?? 0;
  }

  /** Whether it is a finite form of a verb. */
  get isFiniteVerb(): boolean {
    return (this.kinds & tagKinds.finite) !== 0;
  }

  /** As the article prints it. */
  get text(): string {
    return this.form.text;
  }

  /** Lower-cased, with typographic apostrophes made straight. */
  get lower(): string {
    return this.form.lower;
  }

  /** Whether it has a letter or a digit, and is no mark or stop. */
  get isWord(): boolean {
    return this.form.isWord;
  }

  /** What word lists say of it: see `marks`. */
  get marks(): number {
    return this.form.marks;
  }
}

/** Whether there are so many words, marks and stops not counted. */
export function hasWords(words: readonly ClaimWord[], many: number): boolean {
  let found = 0;
  for (let index = 0; index < words.length && found < many; index++) found += Number(words[index]?.isWord);
  return found >= many;
}

/** Whether a tree is known: it is for all words of a claim or for none. */
export const hasTree = (words: readonly ClaimWord[]): boolean =>
  words[0] !== undefined && words[0].relation !== null;

/** The place among `words`, which are in order, of the word that one of them depends on; -1 where that is none of them. */
export function headOf(words: readonly ClaimWord[], { head }: ClaimWord): number {
  const first = words[0];
  if (first === undefined || head < first.at) return -1;
  // Words that follow one another in the article do so here too, unless the claim is in several pieces.
  let place = head - first.at;
  if (place < words.length && words[place]?.at === head) return place;
  if ((words[words.length - 1] as ClaimWord).at - first.at === words.length - 1) return -1;
  place = firstFrom(words, head, ({ at }) => at);
  return words[place]?.at === head ? place : -1;
}

/** The place among `words`, which are in order, of the one that begins at `start` in the article; -1 where none does. */
export function wordAt(words: readonly ClaimWord[], start: number): number {
  const place = firstFrom(words, start, (word) => word.start);
  return words[place]?.start === start ? place : -1;
}

/** A noun, a name, a pronoun or a number: what can be a subject. */
export const isNominal = ({ kinds }: ClaimWord): boolean => (kinds & tagKinds.nominal) !== 0;
