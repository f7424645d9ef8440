import { tags } from "../syntax/tags.ts";
import { lowerHash } from "../syntax/word-forms.ts";

/** For each of the tags 1 or 0: whether it is of a kind. */
export const tagFlags = (fits: (tag: string) => boolean): Uint8Array =>
  Uint8Array.from(tags, (tag) => (fits(tag) ? 1 : 0));

/** Which tags are those of names. */
export const isName = tagFlags((tag) => tag.startsWith("NNP"));

/** What stands in place of a name: the words of one campaign are not those of the next. */
export const nameHash = 0x4e414d45;
/** What stands, with its kind added, in place of a figure. */
export const figureHash = 0x46494700;
/** What stands in place of a word where there is none. */
export const edge = 0xb0b;

/** What words are told to be by their form, as bits: first the five persons. */
export const formKinds = { person: 31, magnitude: 32, share: 64, negation: 128 } as const;

const kindsOfWord = new Map<number, number>();
const lists = [
  "i me my mine myself",
  "we us our ours ourselves",
  "he she his her him hers",
  "they them their theirs",
  "you your yours",
  "hundred hundreds thousand thousands million millions billion billions trillion trillions",
  "percent % half third quarter double triple per-cent",
  "not n't never no nobody none nothing",
];
/** Whether the lists have a word whose hash ends in these bits: for most words that is all that has to be looked up. */
const endings = new Uint8Array(1024);
for (const [kind, words] of lists.entries())
  for (const word of words.split(" ").map(lowerHash)) {
    kindsOfWord.set(word, (kindsOfWord.get(word) ?? 0) | (1 << kind));
    endings[word & 1023] = 1;
  }

/** The {@link formKinds} of a form, by its hash in lower case. */
export const kindsOfForm = (lower: number): number =>
  endings[lower & 1023] === 0 ? 0 : (kindsOfWord.get(lower) ?? 0);
