import { type ArticleWords, border, borderHash } from "../tagger/article-words.ts";
import type { Clauses } from "../tagger/clauses.ts";
import type { FeatureList } from "../tagger/feature-list.ts";
import type { Neighbourhood } from "../tagger/neighbourhood.ts";
import type { CueView } from "./cue-view.ts";

/** Steps up from a word that are taken to meet what the cue depends on. */
const highest = 25;

/** How a word stands to the cue in the tree: the path between them, and the subtrees that begin and end at the word. */
export function addPathFeatures(
  list: FeatureList,
  view: CueView,
  clauses: Clauses,
  near: Neighbourhood,
): void {
  addBranchFeatures(list, view, clauses, near.at);
  addEdgeOfSubtreeFeatures(list, view, clauses, near);
}

function addBranchFeatures(list: FeatureList, view: CueView, clauses: Clauses, at: number): void {
  const { words, pass, candidate, stepsUp, above } = view;
  const { head, relation, lemma, tag } = words;
  const { anchor } = candidate;
  // The lowest word that both depend on, and below it the words on both paths.
  let meeting = at;
  let branch = -1;
  let steps = 0;
  while (meeting >= 0 && (stepsUp[meeting] as number) < 0 && steps < highest) {
    branch = meeting;
    meeting = head[meeting] as number;
    steps++;
  }
  const up = meeting < 0 ? -1 : (stepsUp[meeting] as number);
  const met = up >= 0;
  if (!met) branch = -1;
  const upClass = met ? Math.min(up, 3) : 4;
  const path = met ? Math.min(steps, 3) * 8 + upClass : 127;
  const branchRelation = branch < 0 ? border : (relation[branch] as number);
  const cueBranch = up > 0 ? (above[up - 1] as number) : -1;
  const cueRelation = cueBranch < 0 ? border : (relation[cueBranch] as number);
  const ends =
    branch < 0 ? 0 : (clauses.first[branch] === at ? 1 : 0) | (clauses.last[branch] === at ? 2 : 0);
  const branchSide = branch < 0 ? 0 : branch < anchor ? 1 : 2;

  const label = pass.label[at] as number;
  const side = view.sideOf(at);
  const sideLabel = side * 8 + label;
  const sideUp = side * 8 + upClass;
  const pos = tag[at] as number;
  const cueLemma = lemma[anchor] as number;
  const cueQuoted = words.quotation[anchor] === 0 ? 0 : 1;
  list.three(cueLemma, branchRelation, sideUp);
  list.three((tag[anchor] as number) * 2 + cueQuoted, branchRelation, sideUp);
  list.three(path, branchRelation, cueRelation);
  list.three(path, branchRelation, pos);
  list.three(upClass, branchRelation, ends * 4 + side);
  list.three(cueRelation, branchRelation, words.reporting[anchor] as number);
  list.three(cueRelation, branchRelation, sideLabel);
  list.three(ends, branchRelation, label * 8 + upClass);
  list.two(branch < 0 ? borderHash : (lemma[branch] as number), branchRelation);
  list.three(branchSide, branchRelation, label * 8 + upClass);
  list.three(clauses.dependents[anchor] as number, branchRelation, upClass);
  list.three(words.cluster[anchor] as number, branchRelation, side);
}

function addEdgeOfSubtreeFeatures(
  list: FeatureList,
  view: CueView,
  clauses: Clauses,
  { at, from, to, behind1 }: Neighbourhood,
): void {
  const { words, pass, candidate, stepsUp } = view;
  const { relation, lemma, head } = words;
  const { anchor } = candidate;
  const sideLabel = view.sideOf(at) * 8 + (pass.label[at] as number);
  const begins = clauses.widestFrom[at] as number;
  const ends = clauses.widestTo[at] as number;
  const beginsBehind = at + 1 < to ? (clauses.widestFrom[at + 1] as number) : -1;
  const endsBefore = at > from ? (clauses.widestTo[at - 1] as number) : -1;
  const cueLemma = lemma[anchor] as number;
  const side = view.sideOf(at);
  list.three(relationOf(words, begins), kinship(words, stepsUp, anchor, begins), sideLabel);
  list.three(relationOf(words, ends), kinship(words, stepsUp, anchor, ends), sideLabel);
  list.three(relationOf(words, beginsBehind), kinship(words, stepsUp, anchor, beginsBehind), sideLabel);
  list.three(relationOf(words, endsBefore), kinship(words, stepsUp, anchor, endsBefore), sideLabel);
  list.three(
    relationOf(words, beginsBehind),
    kinship(words, stepsUp, anchor, beginsBehind),
    words.lower[behind1] as number,
  );
  list.three(relationOf(words, beginsBehind), cueLemma, side);
  list.three(relationOf(words, begins), cueLemma, side);

  const verb = clauses.verb[at] as number;
  const verbKin = verb < 0 ? 0 : verb === anchor ? 1 : (stepsUp[verb] as number) >= 0 ? 2 : 3;
  list.three(verb < 0 ? border : (relation[verb] as number), verbKin, sideLabel);
  const reporting = clauses.reporting[at] as number;
  const reportingKin = reporting < 0 ? 0 : reporting === anchor ? 1 : 2;
  list.three(reportingKin, clauses.reportingRelation[at] as number, sideLabel);
  void head;
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
