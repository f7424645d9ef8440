import { pair } from "../syntax/feature-hash.ts";
import type { ArticleWords } from "./article-words.ts";
import type { FeatureList } from "./feature-list.ts";
import type { Neighbourhood } from "./neighbourhood.ts";

/** The clusters of the word and its neighbours. */
export function addClusterFeatures(list: FeatureList, words: ArticleWords, near: Neighbourhood): void {
  const { at, before1, before2, behind1 } = near;
  const { hashes } = list;
  const { cluster } = words;
  const here = cluster[at] as number;
  const before = cluster[before1] as number;
  const behind = cluster[behind1] as number;
  let next = list.length;
  hashes[next++] = here;
  hashes[next++] = before;
  hashes[next++] = behind;
  hashes[next++] = cluster[before2] as number;
  hashes[next++] = pair(before, here);
  hashes[next++] = pair(here, behind);
  list.name(next);
}
