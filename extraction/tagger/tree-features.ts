import { pair, triple } from "../syntax/feature-hash.ts";
import { type ArticleWords, border, borderHash } from "./article-words.ts";
import type { Clauses } from "./clauses.ts";
import type { FeatureList } from "./feature-list.ts";
import type { Neighbourhood } from "./neighbourhood.ts";
import { isVerbTag } from "./verb-tags.ts";

/** The word's place in the tree of its sentence: its head, its clause, the verb that reports it, and where subtrees end. */
export function addTreeFeatures(
  list: FeatureList,
  words: ArticleWords,
  clauses: Clauses,
  near: Neighbourhood,
): void {
  addHeadFeatures(list, words, clauses, near.at);
  addClauseFeatures(list, words, clauses, near.at);
  addBorderFeatures(list, words, clauses, near);
}

/** On which side of a word `other` stands: 0 where it does not exist, 1 before, 2 behind, 3 the same. */
const sideOf = (at: number, other: number): number => (other < 0 ? 0 : other < at ? 1 : other > at ? 2 : 3);

function addHeadFeatures(list: FeatureList, words: ArticleWords, clauses: Clauses, at: number): void {
  const { hashes } = list;
  const { tag, lemma } = words;
  const { dependents } = clauses;
  const head = words.head[at] as number;
  const relation = words.relation[at] as number;
  const pos = tag[at] as number;
  const side = sideOf(at, head);
  let next = list.length;
  hashes[next++] = pair(relation, side);
  hashes[next++] = triple(relation, head < 0 ? border : (tag[head] as number), pos);
  hashes[next++] = pair(dependents[at] as number, pos);
  hashes[next++] = pair(dependents[at] as number, lemma[at] as number);
  hashes[next++] = triple(head < 0 ? 0 : (dependents[head] as number), relation, side);
  list.name(next);
}

function addClauseFeatures(list: FeatureList, words: ArticleWords, clauses: Clauses, at: number): void {
  const { hashes } = list;
  const { tag, lemma, relation, reporting } = words;
  const pos = tag[at] as number;
  const verb = clauses.verb[at] as number;
  const side = sideOf(at, verb);
  const verbRelation = verb < 0 ? border : (relation[verb] as number);
  let next = list.length;
  hashes[next++] = pair(verb < 0 ? borderHash : (lemma[verb] as number), side);
  hashes[next++] = triple(verbRelation, verb < 0 || reporting[verb] === 0 ? 0 : 1, pos);
  hashes[next++] = triple(verb < 0 ? 0 : (clauses.dependents[verb] as number), relation[at] as number, side);

  const cue = clauses.reporting[at] as number;
  const branch = cue < 0 ? border : (clauses.reportingRelation[at] as number);
  const cueSide = sideOf(at, cue);
  hashes[next++] = triple(cue < 0 ? borderHash : (lemma[cue] as number), branch, cueSide);
  hashes[next++] = triple(cue < 0 ? 0 : (reporting[cue] as number), branch, pos);
  hashes[next++] = triple(branch, words.quotation[at] as number, cueSide);
  list.name(next);
}

/** Where the widest subtrees begin and end that have the word, or its neighbour, at their ends. */
function addBorderFeatures(
  list: FeatureList,
  words: ArticleWords,
  { widestFrom, widestTo }: Clauses,
  { at, from, to }: Neighbourhood,
): void {
  const { hashes } = list;
  const pos = words.tag[at] as number;
  const begins = widestFrom[at] as number;
  const ends = widestTo[at] as number;
  const beginsBehind = at + 1 < to ? (widestFrom[at + 1] as number) : -1;
  const endsBefore = at > from ? (widestTo[at - 1] as number) : -1;
  const beginning = relationOf(words, begins);
  const ending = relationOf(words, ends);
  const beginningBehind = relationOf(words, beginsBehind);
  const endingBefore = relationOf(words, endsBefore);
  let next = list.length;
  hashes[next++] = pair(beginning, headClass(words, begins));
  hashes[next++] = pair(beginning, headLemma(words, begins));
  hashes[next++] = pair(ending, headClass(words, ends));
  hashes[next++] = pair(beginningBehind, headLemma(words, beginsBehind));
  hashes[next++] = triple(beginning, endingBefore, pos);
  hashes[next++] = triple(ending, beginningBehind, pos);
  list.name(next);
}

const relationOf = (words: ArticleWords, word: number): number =>
  word < 0 ? border : (words.relation[word] as number);

function headLemma(words: ArticleWords, word: number): number {
  const head = word < 0 ? -1 : (words.head[word] as number);
  return head < 0 ? borderHash : (words.lemma[head] as number);
}

/** What a word depends on: 0 nothing, 1 a verb or modal, 2 a form of a reporting verb, 3 another word. */
function headClass(words: ArticleWords, word: number): number {
  const head = word < 0 ? -1 : (words.head[word] as number);
  if (head < 0) return 0;
  if (words.reporting[head] !== 0) return 2;
  return isVerbTag[words.tag[head] as number] === 0 ? 3 : 1;
}
