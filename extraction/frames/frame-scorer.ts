import type { ArticleWords } from "../tagger/article-words.ts";
import { labelStride } from "../tagger/chain-steps.ts";
import { sumPlaces } from "../tagger/label-sums.ts";
import { labelCount } from "../tagger/role-labels.ts";
import type { TaggedRoles } from "../tagger/tag-roles.ts";
import type { CueCandidate } from "./cue-candidates.ts";
import { FrameFeatures } from "./frame-features.ts";
import type { FramesModel } from "./frames-model.ts";
import { parts } from "./stance.ts";

/** Where the sums of what a word has in common with others stand, in the line and in the tree, and its own. */
const { nothing, first: inLine, second: inTree, third: ofWord } = sumPlaces;

/** Scores labels of the words around one cue of an article after the other. */
export class FrameScorer {
  private readonly model: FramesModel;
  private readonly features: FrameFeatures;
  private readonly words: ArticleWords;
  /**
   * The scores of what is the same for all cues on one side of a word, by word and side, once it is asked for: of the paragraph
   * that the last cue is in, since no window reaches into another.
   */
  private kept = new Float32Array(0);
  private isKept = new Uint8Array(0);
  private paragraph = -1;
  /** The first word of that paragraph. */
  private firstKept = 0;
  /** What the last word's sums of what words that stand alike have in common are known by: in the line, and in the tree. */
  private lineKey: number = Number.NaN;
  private treeKey: number = Number.NaN;

  constructor(words: ArticleWords, roles: TaggedRoles, model: FramesModel) {
    this.model = model;
    this.features = new FrameFeatures(words, roles, model.labels.list());
    this.words = words;
  }

  /** Puts the scores of a candidate's window into the model's chain. */
  score(candidates: readonly CueCandidate[], index: number): void {
    const { features } = this;
    const { chain, labels, edges } = this.model;
    const { view, list } = features;
    view.take(candidates, index);
    this.openParagraph(this.words.paragraph[view.candidate.from] as number);
    const { kept } = this;
    this.lineKey = this.treeKey = Number.NaN;
    const { windowFrom, windowTo } = view.candidate;
    chain.reserve(windowTo - windowFrom);
    const { emission } = chain;
    for (let word = windowFrom; word < windowTo; word++) {
      const place = word - windowFrom;
      const at = place * labelStride;
      features.move(word);
      const from = this.keep(word, view.sideOf(word), place);
      features.findStance();
      this.addCommon();
      list.clear();
      features.addCue(parts.own);
      features.addPath(parts.own);
      labels.add(list, inLine, inTree, ofWord);
      labels.put(ofWord, chain, place);
      for (let label = 0; label < labelCount; label++)
        emission[at + label] = (emission[at + label] as number) + (kept[from + label] as number);
      features.findEdges();
      edges.score(features.edges, chain, place);
    }
  }

  /** Makes room for what is kept of a paragraph; what there was of another is gone. */
  private openParagraph(paragraph: number): void {
    if (paragraph === this.paragraph) return;
    this.paragraph = paragraph;
    const { paragraphStart } = this.words;
    this.firstKept = paragraphStart[paragraph] as number;
    const size = sideCount * ((paragraphStart[paragraph + 1] as number) - this.firstKept);
    if (size <= this.isKept.length) {
      this.isKept.fill(0, 0, size);
      return;
    }
    this.kept = new Float32Array(2 * size * labelStride);
    this.isKept = new Uint8Array(2 * size);
  }

  /** Adds up what words have in common that stand alike to the cue: what the word before had stays, if it can be. */
  private addCommon(): void {
    const { features } = this;
    const { labels } = this.model;
    const { list, stance } = features;
    if (stance.lineKey !== this.lineKey) {
      this.lineKey = stance.lineKey;
      list.clear();
      features.addCue(parts.common);
      labels.add(list, nothing, nothing, inLine);
    }
    if (stance.treeKey !== this.treeKey) {
      this.treeKey = stance.treeKey;
      list.clear();
      features.addPath(parts.common);
      labels.add(list, nothing, nothing, inTree);
    }
  }

  /**
   * Sees to it that the scores of a word that do not depend on the cue are there, writing over those in the chain at `place`.
   * Returns where they begin in `kept`.
   */
  private keep(word: number, side: number, place: number): number {
    const { features, kept, isKept, model } = this;
    const index = (word - this.firstKept) * sideCount + side;
    const from = index * labelStride;
    if (isKept[index] !== 0) return from;
    isKept[index] = 1;
    features.list.clear();
    features.addPlace();
    features.addSide(side);
    model.labels.score(features.list, model.chain, place);
    for (let label = 0; label < labelCount; label++)
      kept[from + label] = model.chain.emission[place * labelStride + label] as number;
    return from;
  }
}

const sideCount = 3;
