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
  const { reporting, lemma } = words;
  const form = words.lower[at] as number;
  const pos = words.tag[at] as number;
  const quotation = words.quotation[at] as number;
  const sentence = words.sentence[at] as number;

  const before = around.reportingBefore[at] as number;
  const sameBefore = before >= (words.sentenceStart[sentence] as number) ? 1 : 0;
  const distanceBefore = before < 0 ? noDistance : distanceClass(at - before);
  list.two(before < 0 ? borderHash : (lemma[before] as number), sameBefore);
  list.three(distanceBefore, sameBefore, quotation);
  list.three(before < 0 ? 0 : (reporting[before] as number), distanceBefore, pos);

  const behind = around.reportingBehind[at] as number;
  const sameBehind = behind >= 0 && behind < (words.sentenceStart[sentence + 1] as number) ? 1 : 0;
  const distanceBehind = behind < 0 ? noDistance : distanceClass(behind - at);
  list.two(behind < 0 ? borderHash : (lemma[behind] as number), sameBehind);
  list.three(distanceBehind, sameBehind, quotation);
  list.three(behind < 0 ? 0 : (reporting[behind] as number), distanceBehind, pos);

  list.three(reporting[at] as number, pos, quotation === 0 ? 0 : 1);
  list.three(sameBefore | (sameBehind << 1), quotation, form);

  const that = around.thatBefore[at] as number;
  const reportings = around.reportingCount[at] as number;
  const verb = around.verbBefore[at] as number;
  list.three(that, reportings, around.verbCount[at] as number);
  list.three(that, form, reportings);
  list.three(reportings, around.markCount[at] as number, pos);
  list.one(verb < 0 ? borderHash : (lemma[verb] as number));
}
