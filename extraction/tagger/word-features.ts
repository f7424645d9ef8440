import type { ArticleWords } from "./article-words.ts";
import type { FeatureList } from "./feature-list.ts";
import type { Neighbourhood } from "./neighbourhood.ts";

/** Forms, lemmas, parts of speech and spelling of the word and its neighbours; the place in sentence and paragraph. */
export function addWordFeatures(list: FeatureList, words: ArticleWords, near: Neighbourhood): void {
  const { at, before1, before2, before3, behind1, behind2, behind3 } = near;
  const { lower, lemma, tag } = words;
  const form = lower[at] as number;
  const formBefore = lower[before1] as number;
  const formBehind = lower[behind1] as number;
  list.one(0);
  list.one(form);
  list.one(formBefore);
  list.one(formBehind);
  list.one(lower[before2] as number);
  list.one(lower[behind2] as number);
  list.one(lower[before3] as number);
  list.one(lower[behind3] as number);
  list.two(formBefore, form);
  list.two(form, formBehind);
  list.two(formBefore, formBehind);
  list.two(lower[before2] as number, formBefore);
  list.two(formBehind, lower[behind2] as number);
  list.one(words.suffix[at] as number);

  const pos = tag[at] as number;
  const posBefore = tag[before1] as number;
  const posBehind = tag[behind1] as number;
  list.one(pos);
  list.two(posBefore, pos);
  list.two(pos, posBehind);
  list.three(tag[before2] as number, posBefore, pos);
  list.three(posBefore, pos, posBehind);
  list.three(pos, posBehind, tag[behind2] as number);

  const base = lemma[at] as number;
  list.one(base);
  list.one(lemma[before2] as number);
  list.one(lemma[behind2] as number);
  list.two(base, posBehind);
  list.two(posBefore, base);
  list.two(lemma[before1] as number, pos);
  list.two(pos, lemma[behind1] as number);

  const sentence = words.sentence[at] as number;
  const sentenceFrom = words.sentenceStart[sentence] as number;
  const fromStart = at - sentenceFrom;
  const toEnd = (words.sentenceStart[sentence + 1] as number) - at;
  list.two(words.shape[at] as number, fromStart === 0 ? 1 : 0);
  list.two(fromStart > 3 ? 3 : fromStart, pos);
  list.three(toEnd > 3 ? 3 : toEnd, pos, form);
  const paragraph = words.paragraph[at] as number;
  const ends = (at === near.from ? 1 : 0) | (at === near.to - 1 ? 2 : 0);
  list.two(paragraph > 2 ? 2 : paragraph, ends);
  const kind = words.paragraphKind[paragraph] as number;
  list.two(kind, pos);
  list.two(kind, form);
  list.two(words.traits[at] as number, pos);
}
