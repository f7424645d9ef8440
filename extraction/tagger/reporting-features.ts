import { pair, triple } from "../syntax/feature-hash.ts";
import { type ArticleWords, borderHash } from "./article-words.ts";
import { distanceClass, noDistance } from "./distance.ts";
import type { FeatureList } from "./feature-list.ts";
import type { Neighbourhood } from "./neighbourhood.ts";
import type { Surroundings } from "./surroundings.ts";

/** The nearest reporting verbs, and what came before the word in its sentence. */
export function addReportingFeatures(
  list: FeatureList,
  words: ArticleWords,
  around: Surroundings,
  near: Neighbourhood,
): void {
  const { at } = near;
  const { hashes } = list;
  const { reporting, lemma } = words;
  let next = list.length;
  const pos = words.tag[at] as number;
  const quotation = words.quotation[at] as number;
  const sentence = words.sentence[at] as number;

  const before = around.reportingBefore[at] as number;
  const sameBefore = before >= (words.sentenceStart[sentence] as number) ? 1 : 0;
  const distanceBefore = before < 0 ? noDistance : distanceClass(at - before);
  hashes[next++] = pair(before < 0 ? borderHash : (lemma[before] as number), sameBefore);
  hashes[next++] = triple(distanceBefore, sameBefore, quotation);
  hashes[next++] = triple(before < 0 ? 0 : (reporting[before] as number), distanceBefore, pos);

  const behind = around.reportingBehind[at] as number;
  const sameBehind = behind >= 0 && behind < (words.sentenceStart[sentence + 1] as number) ? 1 : 0;
  const distanceBehind = behind < 0 ? noDistance : distanceClass(behind - at);
  hashes[next++] = pair(behind < 0 ? borderHash : (lemma[behind] as number), sameBehind);
  hashes[next++] = triple(distanceBehind, sameBehind, quotation);
  hashes[next++] = triple(behind < 0 ? 0 : (reporting[behind] as number), distanceBehind, pos);

  hashes[next++] = triple(reporting[at] as number, pos, quotation === 0 ? 0 : 1);

  const that = around.thatBefore[at] as number;
  const reportings = around.reportingCount[at] as number;
  const verb = around.verbBefore[at] as number;
  hashes[next++] = triple(that, reportings, around.verbCount[at] as number);
  hashes[next++] = triple(reportings, around.markCount[at] as number, pos);
  hashes[next++] = verb < 0 ? borderHash : (lemma[verb] as number);
  list.name(next);
}
