import { borderHash } from "../tagger/article-words.ts";
import type { Clauses } from "../tagger/clauses.ts";
import type { FeatureList } from "../tagger/feature-list.ts";
import { isVerbTag } from "../tagger/verb-tags.ts";
import type { CueView } from "./cue-view.ts";
import { parts, type Stance } from "./stance.ts";

/**
 * How a word stands to the cue in the line: sides, distances, and what the first pass has between them.
 *
 * @param part one of `parts`; all templates keep their numbers
 */
export function addCueFeatures(
  list: FeatureList,
  view: CueView,
  clauses: Clauses,
  stance: Stance,
  at: number,
  part: number,
): void {
  const { words, candidate, cueBefore, cueBehind, setting } = view;
  const { anchor, from, to } = candidate;
  const { lemma, lower, tag } = words;
  const { side, distance, rank, label, sentences, quoted, past } = stance;
  const sideLabel = side * 8 + label;
  const sideRank = side * 64 + rank;
  const cueLemma = lemma[anchor] as number;
  const cueQuoted = words.quotation[anchor] === 0 ? 0 : 1;
  const isCommon = (part & parts.common) !== 0;
  const isOwn = (part & parts.own) !== 0;

  if (isCommon) {
    list.two(distance, label);
    list.two(sentences, side * 2 + (quoted === 0 ? 0 : 1));
    list.two(label, sideRank);
    list.two(stance.content, sideRank);
    list.two(stance.source, sideRank);
    list.two(stance.cue, sideRank);
    list.two(setting, sideLabel);
    list.three(setting, rank, label);
    list.two(cueLemma, sideLabel);
    list.two(cueLemma, distance);
    list.three(words.reporting[anchor] as number, side, label * 64 + rank);
  } else list.skip(11);
  if (isOwn) {
    list.three(cueLemma, tag[at] as number, side);
    list.two(cueLemma, lower[at] as number);
  } else list.skip(2);
  if (isCommon) {
    list.three(quoted, cueQuoted * 4 + side, label * 8 + sentences);
    list.two(sentences, sideLabel);
    list.two(words.cluster[anchor] as number, sideLabel);
  } else list.skip(3);
  if (isOwn) {
    const placeInCue = at === from ? 1 : at === to - 1 ? 2 : 0;
    list.three(placeInCue, label, lower[at] as number);
  } else list.skip(1);
  if (!isCommon) return;
  list.three(clauses.dependents[anchor] as number, side, label);
  list.three(past, label, sideRank);
  list.three(past, cueBehind < 0 ? borderHash : (lemma[cueBehind] as number), cueBefore < 0 ? 0 : 1);
  list.three(isVerbTag[tag[anchor] as number] as number, stance.rule, words.rule[from] as number);
}
