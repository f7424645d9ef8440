import type { ArticleWords } from "./article-words.ts";
import type { FeatureList } from "./feature-list.ts";
import type { Neighbourhood } from "./neighbourhood.ts";

/** What the rules make of the word and its neighbours. */
export function addRuleFeatures(list: FeatureList, words: ArticleWords, near: Neighbourhood): void {
  const { at, before1, before2, behind1, behind2 } = near;
  const { rule } = words;
  const here = rule[at] as number;
  const before = rule[before1] as number;
  const behind = rule[behind1] as number;
  list.one(here);
  list.two(before, here);
  list.two(here, behind);
  list.three(before, here, behind);
  list.three(rule[before2] as number, here, rule[behind2] as number);
  list.three(here, words.tag[at] as number, words.lower[at] as number);
}
