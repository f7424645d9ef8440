import type { ArticleWords } from "./article-words.ts";
import type { FeatureList } from "./feature-list.ts";
import type { Neighbourhood } from "./neighbourhood.ts";

/** The clusters of the word and its neighbours. */
export function addClusterFeatures(list: FeatureList, words: ArticleWords, near: Neighbourhood): void {
  const { at, before1, before2, behind1, behind2 } = near;
  const { cluster, tag } = words;
  const here = cluster[at] as number;
  const before = cluster[before1] as number;
  const behind = cluster[behind1] as number;
  list.one(here);
  list.one(before);
  list.one(behind);
  list.one(cluster[before2] as number);
  list.one(cluster[behind2] as number);
  list.two(before, here);
  list.two(here, behind);
  list.three(before, tag[at] as number, behind);
  list.three(here, tag[before1] as number, tag[behind1] as number);
}
