import type { ArticleWords } from "../tagger/article-words.ts";
import { edgeStride, labelStride } from "../tagger/linear-chain.ts";
import { labelCount } from "../tagger/role-labels.ts";
import type { TaggedRoles } from "../tagger/tag-roles.ts";
import type { CueCandidate } from "./cue-candidates.ts";
import { FrameFeatures } from "./frame-features.ts";
import type { FramesModel } from "./frames-model.ts";

/** Scores labels of the words around one cue of an article after the other. */
export class FrameScorer {
  private readonly model: FramesModel;
  private readonly features: FrameFeatures;
  private readonly length: number;
  /** The scores of what is the same for all cues on one side of a word, by side and word, once it is asked for. */
  private readonly kept: Float32Array;
  private readonly isKept: Uint8Array;
  private readonly scores = new Float64Array(labelStride);

  constructor(words: ArticleWords, roles: TaggedRoles, model: FramesModel) {
    this.model = model;
    this.features = new FrameFeatures(words, roles);
    this.length = words.length;
    this.kept = new Float32Array(sideCount * words.length * labelStride);
    this.isKept = new Uint8Array(sideCount * words.length);
  }

  /** Puts the scores of a candidate's window into the model's chain. */
  score(candidates: readonly CueCandidate[], index: number): void {
    const { features, kept, model } = this;
    const { view, list } = features;
    const { chain, labels, edges, scale } = model;
    view.take(candidates, index);
    const { windowFrom, windowTo } = view.candidate;
    chain.reserve(windowTo - windowFrom);
    for (let word = windowFrom; word < windowTo; word++) {
      features.move(word);
      const from = this.keep(word, view.sideOf(word));
      list.clear();
      features.addCue();
      const at = (word - windowFrom) * labelStride;
      labels.score(list.hashes, list.length, scale, chain.emission, at);
      for (let label = 0; label < labelCount; label++)
        chain.emission[at + label] = (chain.emission[at + label] as number) + (kept[from + label] as number);
      features.findEdges();
      edges.score(features.edges, labelCount, scale, chain.edge, (word - windowFrom) * edgeStride);
    }
  }

  /** Sees to it that the scores that do not depend on the cue are there. Returns where they begin in `kept`. */
  private keep(word: number, side: number): number {
    const { features, kept, isKept, scores, model } = this;
    const place = side * this.length + word;
    if (isKept[place] === 0) {
      isKept[place] = 1;
      features.list.clear();
      features.addPlace();
      features.addSide(side);
      model.labels.score(features.list.hashes, features.list.length, model.scale, scores, 0);
      kept.set(scores, place * labelStride);
    }
    return place * labelStride;
  }
}

const sideCount = 3;
