import { pair, triple } from "../syntax/feature-hash.ts";
import type { ArticleWords } from "./article-words.ts";
import type { FeatureList } from "./feature-list.ts";
import type { Neighbourhood } from "./neighbourhood.ts";

/** Forms, lemmas, parts of speech and spelling of the word and its neighbours; the place in sentence and paragraph. */
export function addWordFeatures(list: FeatureList, words: ArticleWords, near: Neighbourhood): void {
  const { at, before1, before2, before3, behind1, behind2, behind3 } = near;
  const { hashes } = list;
  const { lower, lemma, tag } = words;
  const form = lower[at] as number;
  const formBefore = lower[before1] as number;
  const formBehind = lower[behind1] as number;
  let next = list.length;
  hashes[next++] = 0;
  hashes[next++] = form;
  hashes[next++] = formBefore;
  hashes[next++] = formBehind;
  hashes[next++] = lower[before2] as number;
  hashes[next++] = lower[before3] as number;
  hashes[next++] = lower[behind3] as number;
  hashes[next++] = pair(formBefore, form);
  hashes[next++] = pair(form, formBehind);
  hashes[next++] = words.suffix[at] as number;

  const pos = tag[at] as number;
  const posBefore = tag[before1] as number;
  const posBehind = tag[behind1] as number;
  hashes[next++] = pos;
  hashes[next++] = pair(posBefore, pos);
  hashes[next++] = pair(pos, posBehind);
  hashes[next++] = triple(tag[before2] as number, posBefore, pos);
  hashes[next++] = triple(posBefore, pos, posBehind);
  hashes[next++] = triple(pos, posBehind, tag[behind2] as number);

  const base = lemma[at] as number;
  hashes[next++] = base;
  hashes[next++] = lemma[before2] as number;
  hashes[next++] = pair(lemma[before1] as number, pos);

  const sentence = words.sentence[at] as number;
  const sentenceFrom = words.sentenceStart[sentence] as number;
  const fromStart = at - sentenceFrom;
  const toEnd = (words.sentenceStart[sentence + 1] as number) - at;
  hashes[next++] = pair(words.shape[at] as number, fromStart === 0 ? 1 : 0);
  hashes[next++] = pair(fromStart > 3 ? 3 : fromStart, pos);
  hashes[next++] = triple(toEnd > 3 ? 3 : toEnd, pos, form);
  const paragraph = words.paragraph[at] as number;
  const ends = (at === near.from ? 1 : 0) | (at === near.to - 1 ? 2 : 0);
  hashes[next++] = pair(paragraph > 2 ? 2 : paragraph, ends);
  const kind = words.paragraphKind[paragraph] as number;
  hashes[next++] = pair(kind, pos);
  hashes[next++] = pair(kind, form);
  hashes[next++] = pair(words.traits[at] as number, pos);
  list.name(next);
}
