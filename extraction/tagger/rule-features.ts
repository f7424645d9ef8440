import { pair, triple } from "../syntax/feature-hash.ts";
import type { ArticleWords } from "./article-words.ts";
import type { FeatureList } from "./feature-list.ts";
import type { Neighbourhood } from "./neighbourhood.ts";

/** What the rules make of the word and its neighbours. */
export function addRuleFeatures(list: FeatureList, words: ArticleWords, near: Neighbourhood): void {
  const { at, before1, before2, behind1, behind2 } = near;
  const { hashes } = list;
  const { rule } = words;
  const here = rule[at] as number;
  const before = rule[before1] as number;
  const behind = rule[behind1] as number;
  let next = list.length;
  hashes[next++] = here;
  hashes[next++] = pair(before, here);
  hashes[next++] = pair(here, behind);
  hashes[next++] = triple(before, here, behind);
  hashes[next++] = triple(rule[before2] as number, here, rule[behind2] as number);
  hashes[next++] = triple(here, words.tag[at] as number, words.lower[at] as number);
  list.name(next);
}
