import { borderHash } from "../tagger/article-words.ts";
import type { Clauses } from "../tagger/clauses.ts";
import type { FeatureList } from "../tagger/feature-list.ts";
import { isVerbTag } from "../tagger/verb-tags.ts";
import type { CueView } from "./cue-view.ts";
import { hasRole } from "./first-pass.ts";

/** How a word stands to the cue in the line: sides, distances, and what the first pass has between them. */
export function addCueFeatures(list: FeatureList, view: CueView, clauses: Clauses, at: number): void {
  const { words, pass, candidate, cueBefore, cueBehind, setting } = view;
  const { anchor, from, to } = candidate;
  const { lemma, lower, tag, quotation, cluster } = words;
  const side = view.sideOf(at);
  const distance = view.distanceOf(at);
  const rank = view.rankOf(at);
  const label = pass.label[at] as number;
  const sideLabel = side * 8 + label;
  const sideRank = side * 64 + rank;
  const sentences =
    Math.max(-2, Math.min(3, (words.sentence[at] as number) - (words.sentence[from] as number))) + 2;
  const cueLemma = lemma[anchor] as number;
  const cueKind = words.reporting[anchor] as number;
  const quoted = quotation[at] as number;
  const cueQuoted = quotation[anchor] === 0 ? 0 : 1;

  list.two(distance, label);
  list.two(sentences, side * 2 + (quoted === 0 ? 0 : 1));
  list.two(label, sideRank);
  list.two(hasRole(pass.content, at), sideRank);
  list.two(hasRole(pass.source, at), sideRank);
  list.two(hasRole(pass.cue, at), sideRank);
  list.two(setting, sideLabel);
  list.three(setting, rank, label);
  list.two(cueLemma, sideLabel);
  list.two(cueLemma, distance);
  list.three(cueKind, side, label * 64 + rank);
  list.three(cueLemma, tag[at] as number, side);
  list.two(cueLemma, lower[at] as number);
  list.three(quoted, cueQuoted * 4 + side, label * 8 + sentences);
  list.two(sentences, sideLabel);
  list.two(cluster[anchor] as number, sideLabel);
  const placeInCue = at === from ? 1 : at === to - 1 ? 2 : 0;
  list.three(placeInCue, label, lower[at] as number);
  list.three(clauses.dependents[anchor] as number, side, label);

  const past = cueBehind >= 0 && at >= cueBehind ? 2 : cueBefore >= 0 && at <= cueBefore ? 1 : 0;
  list.three(past, label, sideRank);
  list.three(past, cueBehind < 0 ? borderHash : (lemma[cueBehind] as number), cueBefore < 0 ? 0 : 1);
  list.three(
    isVerbTag[tag[anchor] as number] as number,
    words.rule[at] as number,
    words.rule[from] as number,
  );
}
