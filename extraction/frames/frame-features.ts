import { nameFeatures, pair, triple } from "../syntax/feature-hash.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import { type Clauses, clausesOf } from "../tagger/clauses.ts";
import { edgeFeatureCount } from "../tagger/edge-weights.ts";
import { FeatureList } from "../tagger/feature-list.ts";
import { Neighbourhood } from "../tagger/neighbourhood.ts";
import type { TaggedRoles } from "../tagger/tag-roles.ts";
import { addCueFeatures } from "./cue-features.ts";
import { CueView } from "./cue-view.ts";
import { type FirstPass, readFirstPass } from "./first-pass.ts";
import { addPathFeatures } from "./path-features.ts";
import { addPlaceFeatures } from "./place-features.ts";
import { addSideFeatures } from "./side-features.ts";
import { parts, Stance } from "./stance.ts";

/**
 * Finds the features of the words of one article as they look from its cues. Those of a place, and those of a place
 * and a side, are the same for all cues, so that their scores can be kept.
 */
export class FrameFeatures {
  readonly words: ArticleWords;
  readonly view: CueView;
  readonly stance = new Stance();
  readonly list: FeatureList;
  /** Those for the step from the word before to the one moved to. */
  readonly edges = new Int32Array(edgeFeatureCount);
  private readonly pass: FirstPass;
  private readonly clauses: Clauses;
  private readonly near = new Neighbourhood();

  constructor(words: ArticleWords, roles: TaggedRoles, list: FeatureList = new FeatureList()) {
    this.words = words;
    this.list = list;
    this.pass = readFirstPass(words, roles);
    this.clauses = clausesOf(words);
    this.view = new CueView(words, this.pass);
  }

  /** Moves to a word. */
  move(at: number): void {
    const { words, near } = this;
    const paragraph = words.paragraph[at] as number;
    near.move(
      words,
      at,
      words.paragraphStart[paragraph] as number,
      words.paragraphStart[paragraph + 1] as number,
    );
  }

  /** Adds to `list` what is the same for all cues. */
  addPlace(): void {
    this.list.group(0);
    addPlaceFeatures(this.list, this.words, this.pass, this.near);
  }

  /** Adds to `list` what is the same for all cues on one side. */
  addSide(side: number): void {
    this.list.group(1);
    addSideFeatures(this.list, this.words, this.pass, this.clauses, this.near, side);
  }

  /** Reads how the word stands to the cue that `view` has taken, into `stance`. */
  findStance(): void {
    this.stance.read(this.view, this.clauses, this.near.at);
  }

  /** Adds to `list` what there is to the cue, by how the word of `stance` stands to it in the line. */
  addCue(part: number): void {
    this.list.group(2);
    addCueFeatures(this.list, this.view, this.clauses, this.stance, this.near.at, part);
  }

  /** Adds to `list` what there is to the cue, by how the word of `stance` stands to it in the tree. */
  addPath(part: number): void {
    this.list.group(3);
    addPathFeatures(this.list, this.view, this.clauses, this.stance, this.near, part);
  }

  /** Moves to a word and finds all of its features for the cue that `view` has taken, into `list` and `edges`. */
  findAll(at: number): void {
    this.move(at);
    this.addPlace();
    this.addSide(this.view.sideOf(at));
    this.findStance();
    this.addCue(parts.all);
    this.addPath(parts.all);
    this.findEdges();
  }

  /** Finds `edges` for the cue that `view` has taken. */
  findEdges(): void {
    const { edges, near, view, words, pass } = this;
    const { tag, quotation, sentence } = words;
    const { at, before1 } = near;
    const side = view.sideOf(at);
    const label = pass.label[at] as number;
    const opensSentence = at === words.sentenceStart[sentence[at] as number] ? 1 : 0;
    edges[0] = pair(side, 0);
    edges[1] = triple(pass.label[before1] as number, label, side);
    edges[2] = pair(tag[before1] as number, tag[at] as number);
    edges[3] = triple(quotation[before1] as number, quotation[at] as number, side * 2 + opensSentence);
    nameFeatures(edges, 0, edgeFeatureCount, 0);
  }
}
