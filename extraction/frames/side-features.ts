import { pair, triple } from "../syntax/feature-hash.ts";
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
  const { hashes } = list;
  const { lower, tag, quotation, rule } = words;
  const here = pass.label[at] as number;
  const sideLabel = side * 8 + here;
  const pos = tag[at] as number;
  let next = list.length;
  hashes[next++] = side;
  hashes[next++] = triple(
    (pass.label[before1] as number) * 8 + (pass.label[behind1] as number),
    sideLabel,
    0,
  );
  hashes[next++] = pair(pass.content.probability[at] as number, sideLabel);
  hashes[next++] = pair(pass.source.probability[at] as number, sideLabel);
  hashes[next++] = triple(pass.goesOn[behind1] as number, hasRole(pass.content, at), side);
  hashes[next++] = pair(lower[at] as number, side);
  hashes[next++] = pair(lower[before1] as number, sideLabel);
  hashes[next++] = triple(tag[before1] as number, pos, side);
  hashes[next++] = triple(pos, tag[behind1] as number, side);
  hashes[next++] = triple(
    (quotation[before1] as number) * 128 + (quotation[behind1] as number),
    quotation[at] as number,
    side,
  );
  hashes[next++] = pair(rule[at] as number, sideLabel);
  hashes[next++] = triple(
    (rule[before1] as number) * 128 + (rule[behind1] as number),
    rule[at] as number,
    side,
  );

  const { widestFrom, widestTo } = clauses;
  const begins = relationOf(words, widestFrom[at] as number);
  const ends = relationOf(words, widestTo[at] as number);
  const beginsBehind = at + 1 < near.to ? relationOf(words, widestFrom[at + 1] as number) : border;
  const endsBefore = at > near.from ? relationOf(words, widestTo[at - 1] as number) : border;
  const verb = clauses.verb[at] as number;
  hashes[next++] = triple(ends, beginsBehind, sideLabel);
  hashes[next++] = triple(begins, endsBefore, sideLabel);
  hashes[next++] = pair(verb < 0 ? borderHash : (words.lemma[verb] as number), side);
  hashes[next++] = pair(words.relation[at] as number, sideLabel);
  hashes[next++] = pair(words.cluster[at] as number, sideLabel);
  hashes[next++] = pair(lower[before1] as number, side);
  hashes[next++] = triple((pass.run[at] as number) * 8 + here, beginsBehind, side);
  list.name(next);
}

const relationOf = ({ relation }: ArticleWords, word: number): number =>
  word < 0 ? border : (relation[word] as number);
