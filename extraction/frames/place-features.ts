import { type ArticleWords, borderHash } from "../tagger/article-words.ts";
import type { FeatureList } from "../tagger/feature-list.ts";
import type { Neighbourhood } from "../tagger/neighbourhood.ts";
import type { FirstPass } from "./first-pass.ts";

/** What can be said of a word without a look at the cue. */
export function addPlaceFeatures(
  list: FeatureList,
  words: ArticleWords,
  { label, run }: FirstPass,
  { at, before1, before2, behind1, behind2 }: Neighbourhood,
): void {
  const { lower, tag, lemma } = words;
  const here = lower[at] as number;
  const formBefore = lower[before1] as number;
  const formBehind = lower[behind1] as number;
  const pos = tag[at] as number;
  const head = words.head[at] as number;
  const runLabel = (run[at] as number) * 8 + (label[at] as number);
  list.two(formBefore, here);
  list.two(here, formBehind);
  list.three((tag[before2] as number) * 128 + (tag[before1] as number), pos, tag[behind1] as number);
  list.two(lower[before2] as number, formBefore);
  list.two(formBehind, lower[behind2] as number);
  list.two(head < 0 ? borderHash : (lemma[head] as number), words.relation[at] as number);
  list.two(runLabel, here);
  list.two(runLabel, formBehind);
}
