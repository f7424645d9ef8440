import { lowerHash } from "../syntax/word-forms.ts";
import type { ArticleWords } from "./article-words.ts";
import { isVerbTag } from "./verb-tags.ts";

/**
 * What stands around each word in its paragraph and what came before it in its sentence: arrays side by side. A
 * word that does not exist is -1.
 */
export interface Surroundings {
  /** The nearest forms of reporting verbs before and behind the word, in its paragraph. */
  readonly reportingBefore: Int32Array;
  readonly reportingBehind: Int32Array;
  /** The nearest words in quotations before and behind it, in its paragraph. */
  readonly quotedBefore: Int32Array;
  readonly quotedBehind: Int32Array;
  /** 1 behind a "that" in its sentence. */
  readonly thatBefore: Uint8Array;
  /** How many forms of reporting verbs, dividing marks and verbs came before it in its sentence: at most 2, 3, 3. */
  readonly reportingCount: Uint8Array;
  readonly markCount: Uint8Array;
  readonly verbCount: Uint8Array;
  /** The last verb before it in its sentence. */
  readonly verbBefore: Int32Array;
}

const that = lowerHash("that");
const dividingMarks: ReadonlySet<number> = new Set([",", ";", ":", "-", "—", "–", "--"].map(lowerHash));

/** Looks around each word of an article, in time linear in its length. */
export function lookAround(words: ArticleWords): Surroundings {
  const { length } = words;
  const around = {
    reportingBefore: new Int32Array(length),
    reportingBehind: new Int32Array(length),
    quotedBefore: new Int32Array(length),
    quotedBehind: new Int32Array(length),
    thatBefore: new Uint8Array(length),
    reportingCount: new Uint8Array(length),
    markCount: new Uint8Array(length),
    verbCount: new Uint8Array(length),
    verbBefore: new Int32Array(length),
  };
  for (let paragraph = 0; paragraph + 1 < words.paragraphStart.length; paragraph++) {
    const from = words.paragraphStart[paragraph] as number;
    const behind = words.paragraphStart[paragraph + 1] as number;
    lookForward(words, around, from, behind);
    lookBack(words, around, from, behind);
  }
  return around;
}

function lookForward(words: ArticleWords, around: Surroundings, from: number, behind: number): void {
  const { sentence, reporting, quotation, lower, tag } = words;
  let lastReporting = -1;
  let lastQuoted = -1;
  let reportings = 0;
  let thats = 0;
  let marks = 0;
  let verbs = 0;
  let lastVerb = -1;
  for (let word = from; word < behind; word++) {
    if (word === from || sentence[word] !== sentence[word - 1]) {
      reportings = thats = marks = verbs = 0;
      lastVerb = -1;
    }
    around.reportingBefore[word] = lastReporting;
    around.quotedBefore[word] = lastQuoted;
    around.thatBefore[word] = thats;
    around.reportingCount[word] = reportings;
    around.markCount[word] = marks;
    around.verbCount[word] = verbs;
    around.verbBefore[word] = lastVerb;
    if (quotation[word] !== 0) lastQuoted = word;
    const form = lower[word] as number;
    if (form === that) thats = 1;
    if (marks < 3 && dividingMarks.has(form)) marks++;
    if (reporting[word] !== 0) {
      lastReporting = word;
      if (reportings < 2) reportings++;
    }
    if (isVerbTag[tag[word] as number] === 1) {
      lastVerb = word;
      if (verbs < 3) verbs++;
    }
  }
}

function lookBack(words: ArticleWords, around: Surroundings, from: number, behind: number): void {
  let nextReporting = -1;
  let nextQuoted = -1;
  for (let word = behind - 1; word >= from; word--) {
    around.reportingBehind[word] = nextReporting;
    around.quotedBehind[word] = nextQuoted;
    if (words.reporting[word] !== 0) nextReporting = word;
    if (words.quotation[word] !== 0) nextQuoted = word;
  }
}
