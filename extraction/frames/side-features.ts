import { type ArticleWords, border, borderHash } from "../tagger/article-words.ts";
import type { Clauses } from "../tagger/clauses.ts";
import type { FeatureList } from "../tagger/feature-list.ts";
import type { Neighbourhood } from "../tagger/neighbourhood.ts";
import { type FirstPass, hasRole } from "./first-pass.ts";

/** What can be said of a word when no more is known of the cue than on which side it is. */
export function addSideFeatures(
  list: FeatureList,
  words: ArticleWords,
  pass: FirstPass,
  clauses: Clauses,
  near: Neighbourhood,
  side: number,
): void {
  const { at, before1, behind1 } = near;
  const { lower, tag, quotation, rule } = words;
  const here = pass.label[at] as number;
  const sideLabel = side * 8 + here;
  const pos = tag[at] as number;
  list.one(side);
  list.three((pass.label[before1] as number) * 8 + (pass.label[behind1] as number), sideLabel, 0);
  list.two(pass.content.probability[at] as number, sideLabel);
  list.two(pass.source.probability[at] as number, sideLabel);
  list.three(pass.goesOn[behind1] as number, hasRole(pass.content, at), side);
  list.two(lower[at] as number, side);
  list.two(lower[before1] as number, sideLabel);
  list.two(lower[behind1] as number, sideLabel);
  list.three(tag[before1] as number, pos, side);
  list.three(pos, tag[behind1] as number, side);
  list.three((tag[before1] as number) * 128 + pos, tag[behind1] as number, side);
  list.two(words.lemma[at] as number, sideLabel);
  list.three(
    (quotation[before1] as number) * 128 + (quotation[behind1] as number),
    quotation[at] as number,
    side,
  );
  list.two(rule[at] as number, sideLabel);
  list.three((rule[before1] as number) * 128 + (rule[behind1] as number), rule[at] as number, side);

  const { widestFrom, widestTo } = clauses;
  const begins = relationOf(words, widestFrom[at] as number);
  const ends = relationOf(words, widestTo[at] as number);
  const beginsBehind = at + 1 < near.to ? relationOf(words, widestFrom[at + 1] as number) : border;
  const endsBefore = at > near.from ? relationOf(words, widestTo[at - 1] as number) : border;
  const verb = clauses.verb[at] as number;
  list.three(ends, beginsBehind, sideLabel);
  list.three(begins, endsBefore, sideLabel);
  list.two(verb < 0 ? borderHash : (words.lemma[verb] as number), side);
  list.two(words.relation[at] as number, sideLabel);
  list.two(words.cluster[at] as number, sideLabel);
  list.two(lower[before1] as number, side);
  list.three((pass.run[at] as number) * 8 + here, beginsBehind, side);
}

const relationOf = ({ relation }: ArticleWords, word: number): number =>
  word < 0 ? border : (relation[word] as number);
