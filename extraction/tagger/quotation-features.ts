import type { ArticleWords } from "./article-words.ts";
import { distanceClass, noDistance } from "./distance.ts";
import type { FeatureList } from "./feature-list.ts";
import type { Neighbourhood } from "./neighbourhood.ts";
import type { Surroundings } from "./surroundings.ts";

/** Whether the word and its neighbours are quoted, and how far the nearest quoted words are. */
export function addQuotationFeatures(
  list: FeatureList,
  words: ArticleWords,
  around: Surroundings,
  near: Neighbourhood,
): void {
  const { at } = near;
  const { quotation } = words;
  const here = quotation[at] as number;
  list.two(here, words.tag[at] as number);
  list.three(here, quotation[near.before1] as number, quotation[near.behind1] as number);
  const before = around.quotedBefore[at] as number;
  const behind = around.quotedBehind[at] as number;
  list.two(before < 0 ? noDistance : distanceClass(at - before), here);
  list.two(behind < 0 ? noDistance : distanceClass(behind - at), here);
  const sentence = words.sentence[at] as number;
  const from = words.sentenceStart[sentence] as number;
  const to = words.sentenceStart[sentence + 1] as number;
  const reportingBehind = around.reportingBehind[at] as number;
  const reporting =
    ((around.reportingBefore[at] as number) >= from ? 1 : 0) |
    (reportingBehind >= 0 && reportingBehind < to ? 2 : 0);
  list.three(placeIn(before, from, to), placeIn(behind, from, to), reporting);
}

/** Whether a word is there, and in the sentence from `from` to before `to`. */
const placeIn = (word: number, from: number, to: number): number =>
  word < 0 ? 0 : word >= from && word < to ? 1 : 2;
