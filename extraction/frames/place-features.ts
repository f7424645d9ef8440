import { pair, triple } from "../syntax/feature-hash.ts";
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
  const { hashes } = list;
  const { lower, tag, lemma } = words;
  const here = lower[at] as number;
  const formBefore = lower[before1] as number;
  const formBehind = lower[behind1] as number;
  const pos = tag[at] as number;
  const head = words.head[at] as number;
  const runLabel = (run[at] as number) * 8 + (label[at] as number);
  let next = list.length;
  hashes[next++] = pair(formBefore, here);
  hashes[next++] = pair(here, formBehind);
  hashes[next++] = triple(
    (tag[before2] as number) * 128 + (tag[before1] as number),
    pos,
    tag[behind1] as number,
  );
  hashes[next++] = pair(lower[before2] as number, formBefore);
  hashes[next++] = pair(formBehind, lower[behind2] as number);
  hashes[next++] = pair(head < 0 ? borderHash : (lemma[head] as number), words.relation[at] as number);
  hashes[next++] = pair(runLabel, here);
  hashes[next++] = pair(runLabel, formBehind);
  list.name(next);
}
