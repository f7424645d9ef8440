import { pair, triple } from "../syntax/feature-hash.ts";
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
  const { hashes } = list;
  const { lemma, lower, tag } = words;
  const { side, distance, rank, label, sentences, quoted, past } = stance;
  const sideLabel = side * 8 + label;
  const sideRank = side * 64 + rank;
  const cueLemma = lemma[anchor] as number;
  const cueQuoted = words.quotation[anchor] === 0 ? 0 : 1;
  let next = list.length;
  if ((part & parts.common) !== 0) {
    hashes[next++] = pair(distance, label);
    hashes[next++] = pair(sentences, side * 2 + (quoted === 0 ? 0 : 1));
    hashes[next++] = pair(label, sideRank);
    hashes[next++] = pair(stance.content, sideRank);
    hashes[next++] = pair(stance.source, sideRank);
    hashes[next++] = pair(stance.cue, sideRank);
    hashes[next++] = pair(setting, sideLabel);
    hashes[next++] = triple(setting, rank, label);
    hashes[next++] = pair(cueLemma, sideLabel);
    hashes[next++] = triple(words.reporting[anchor] as number, side, label * 64 + rank);
    hashes[next++] = triple(quoted, cueQuoted * 4 + side, label * 8 + sentences);
    hashes[next++] = pair(sentences, sideLabel);
    hashes[next++] = pair(words.cluster[anchor] as number, sideLabel);
    hashes[next++] = triple(clauses.dependents[anchor] as number, side, label);
    hashes[next++] = triple(past, label, sideRank);
    hashes[next++] = triple(
      past,
      cueBehind < 0 ? borderHash : (lemma[cueBehind] as number),
      cueBefore < 0 ? 0 : 1,
    );
    hashes[next++] = triple(
      isVerbTag[tag[anchor] as number] as number,
      stance.rule,
      words.rule[from] as number,
    );
    list.name(next);
    // What is left out keeps its numbers, so that those of the templates behind stay the same.
  } else list.skip(17);
  if ((part & parts.own) !== 0) {
    const placeInCue = at === from ? 1 : at === to - 1 ? 2 : 0;
    hashes[next++] = triple(placeInCue, label, lower[at] as number);
    list.name(next);
  }
}
