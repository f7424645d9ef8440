import { pair, triple } from "../syntax/feature-hash.ts";
import { type ArticleWords, border, borderHash } from "../tagger/article-words.ts";
import type { Clauses } from "../tagger/clauses.ts";
import type { FeatureList } from "../tagger/feature-list.ts";
import type { Neighbourhood } from "../tagger/neighbourhood.ts";
import type { CueView } from "./cue-view.ts";
import { parts, type Stance } from "./stance.ts";

/**
 * How a word stands to the cue in the tree: the path between them, and the subtrees that begin and end at the word.
 *
 * @param part one of `parts`; all templates keep their numbers
 */
export function addPathFeatures(
  list: FeatureList,
  view: CueView,
  clauses: Clauses,
  stance: Stance,
  near: Neighbourhood,
  part: number,
): void {
  addBranchFeatures(list, view, clauses, stance, near.at, part);
  if ((part & parts.own) !== 0) addEdgeOfSubtreeFeatures(list, view, clauses, near);
}

function addBranchFeatures(
  list: FeatureList,
  view: CueView,
  clauses: Clauses,
  { branch, up, steps, ends, side, label }: Stance,
  at: number,
  part: number,
): void {
  const { words, candidate, above } = view;
  const { hashes } = list;
  const { relation, lemma, tag } = words;
  const { anchor } = candidate;
  const upClass = up < 0 ? 4 : Math.min(up, 3);
  const path = up < 0 ? 127 : steps * 8 + upClass;
  const branchRelation = branch < 0 ? border : (relation[branch] as number);
  const cueBranch = up > 0 ? (above[up - 1] as number) : -1;
  const cueRelation = cueBranch < 0 ? border : (relation[cueBranch] as number);
  const branchSide = branch < 0 ? 0 : branch < anchor ? 1 : 2;
  const sideLabel = side * 8 + label;
  const sideUp = side * 8 + upClass;
  const cueLemma = lemma[anchor] as number;
  const cueQuoted = words.quotation[anchor] === 0 ? 0 : 1;
  let next = list.length;
  if ((part & parts.common) !== 0) {
    hashes[next++] = triple(cueLemma, branchRelation, sideUp);
    hashes[next++] = triple((tag[anchor] as number) * 2 + cueQuoted, branchRelation, sideUp);
    hashes[next++] = triple(path, branchRelation, cueRelation);
    hashes[next++] = triple(upClass, branchRelation, ends * 4 + side);
    hashes[next++] = triple(cueRelation, branchRelation, words.reporting[anchor] as number);
    hashes[next++] = triple(cueRelation, branchRelation, sideLabel);
    hashes[next++] = triple(ends, branchRelation, label * 8 + upClass);
    hashes[next++] = pair(branch < 0 ? borderHash : (lemma[branch] as number), branchRelation);
    hashes[next++] = triple(branchSide, branchRelation, label * 8 + upClass);
    hashes[next++] = triple(clauses.dependents[anchor] as number, branchRelation, upClass);
    hashes[next++] = triple(words.cluster[anchor] as number, branchRelation, side);
    list.name(next);
    // What is left out keeps its numbers, so that those of the templates behind stay the same.
  } else list.skip(11);
  if ((part & parts.own) !== 0) {
    hashes[next++] = triple(path, branchRelation, tag[at] as number);
    list.name(next);
  }
}

function addEdgeOfSubtreeFeatures(
  list: FeatureList,
  view: CueView,
  clauses: Clauses,
  { at, from, to }: Neighbourhood,
): void {
  const { words, pass, candidate, stepsUp } = view;
  const { hashes } = list;
  const { relation } = words;
  const { anchor } = candidate;
  const sideLabel = view.sideOf(at) * 8 + (pass.label[at] as number);
  const begins = clauses.widestFrom[at] as number;
  const ends = clauses.widestTo[at] as number;
  const beginsBehind = at + 1 < to ? (clauses.widestFrom[at + 1] as number) : -1;
  const endsBefore = at > from ? (clauses.widestTo[at - 1] as number) : -1;
  let next = list.length;
  hashes[next++] = triple(relationOf(words, begins), kinship(words, stepsUp, anchor, begins), sideLabel);
  hashes[next++] = triple(relationOf(words, ends), kinship(words, stepsUp, anchor, ends), sideLabel);
  hashes[next++] = triple(
    relationOf(words, beginsBehind),
    kinship(words, stepsUp, anchor, beginsBehind),
    sideLabel,
  );
  hashes[next++] = triple(
    relationOf(words, endsBefore),
    kinship(words, stepsUp, anchor, endsBefore),
    sideLabel,
  );

  const verb = clauses.verb[at] as number;
  const verbKin = verb < 0 ? 0 : verb === anchor ? 1 : (stepsUp[verb] as number) >= 0 ? 2 : 3;
  hashes[next++] = triple(verb < 0 ? border : (relation[verb] as number), verbKin, sideLabel);
  const reporting = clauses.reporting[at] as number;
  const reportingKin = reporting < 0 ? 0 : reporting === anchor ? 1 : 2;
  hashes[next++] = triple(reportingKin, clauses.reportingRelation[at] as number, sideLabel);
  list.name(next);
}

const relationOf = ({ relation }: ArticleWords, word: number): number =>
  word < 0 ? border : (relation[word] as number);

/** 1 for what depends on the anchor, 2 for what the anchor depends on, 3 for no word, 4 for a sister of 2, 0 else. */
function kinship({ head }: ArticleWords, stepsUp: Int8Array, anchor: number, word: number): number {
  if (word < 0) return 3;
  const above = head[word] as number;
  if (above === anchor) return 1;
  if ((stepsUp[word] as number) >= 0) return 2;
  return above >= 0 && (stepsUp[above] as number) >= 0 ? 4 : 0;
}
