import { pair } from "../syntax/feature-hash.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import type { FeatureList } from "../tagger/feature-list.ts";
import type { Neighbourhood } from "../tagger/neighbourhood.ts";
import type { FirstPass } from "./first-pass.ts";

/** What can be said of a word without a look at the cue. */
export function addPlaceFeatures(
  list: FeatureList,
  words: ArticleWords,
  { label, run }: FirstPass,
  { at, before1, behind1 }: Neighbourhood,
): void {
  const { hashes } = list;
  const { lower } = words;
  const here = lower[at] as number;
  const formBefore = lower[before1] as number;
  const formBehind = lower[behind1] as number;
  const runLabel = (run[at] as number) * 8 + (label[at] as number);
  let next = list.length;
  hashes[next++] = pair(formBefore, here);
  hashes[next++] = pair(here, formBehind);
  hashes[next++] = pair(runLabel, here);
  list.name(next);
}
