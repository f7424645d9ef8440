import { pair, triple } from "../syntax/feature-hash.ts";
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
  const { hashes } = list;
  const { quotation } = words;
  let next = list.length;
  const here = quotation[at] as number;
  hashes[next++] = pair(here, words.tag[at] as number);
  hashes[next++] = triple(here, quotation[near.before1] as number, quotation[near.behind1] as number);
  const before = around.quotedBefore[at] as number;
  const behind = around.quotedBehind[at] as number;
  hashes[next++] = pair(before < 0 ? noDistance : distanceClass(at - before), here);
  hashes[next++] = pair(behind < 0 ? noDistance : distanceClass(behind - at), here);
  const sentence = words.sentence[at] as number;
  const from = words.sentenceStart[sentence] as number;
  const to = words.sentenceStart[sentence + 1] as number;
  const reportingBehind = around.reportingBehind[at] as number;
  const reporting =
    ((around.reportingBefore[at] as number) >= from ? 1 : 0) |
    (reportingBehind >= 0 && reportingBehind < to ? 2 : 0);
  hashes[next++] = triple(placeIn(before, from, to), placeIn(behind, from, to), reporting);
  list.name(next);
}

/** Whether a word is there, and in the sentence from `from` to before `to`. */
const placeIn = (word: number, from: number, to: number): number =>
  word < 0 ? 0 : word >= from && word < to ? 1 : 2;
