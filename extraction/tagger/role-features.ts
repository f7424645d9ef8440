import { nameFeatures, pair, triple } from "../syntax/feature-hash.ts";
import type { ArticleWords } from "./article-words.ts";
import { type Clauses, clausesOf } from "./clauses.ts";
import { addClusterFeatures } from "./cluster-features.ts";
import { edgeFeatureCount } from "./edge-weights.ts";
import { FeatureList } from "./feature-list.ts";
import { Neighbourhood } from "./neighbourhood.ts";
import { addQuotationFeatures } from "./quotation-features.ts";
import { addReportingFeatures } from "./reporting-features.ts";
import { addRuleFeatures } from "./rule-features.ts";
import { lookAround, type Surroundings } from "./surroundings.ts";
import { addTreeFeatures } from "./tree-features.ts";
import { addWordFeatures } from "./word-features.ts";

/** The groups of features; each can be left out, to see what it brings. */
export const featureGroups = ["words", "quotations", "reporting", "clusters", "rules", "trees"] as const;
export type FeatureGroup = (typeof featureGroups)[number];

/** Finds the features of the words of one article after the other. */
export class RoleFeatures {
  /** Those of the word moved to. */
  readonly list: FeatureList;
  /** Those for the step from the word before to the one moved to. */
  readonly edges = new Int32Array(edgeFeatureCount);
  private readonly near = new Neighbourhood();
  private readonly has: Readonly<Record<FeatureGroup, boolean>>;
  private words: ArticleWords | null = null;
  private around: Surroundings | null = null;
  private clauses: Clauses | null = null;

  constructor(groups: readonly FeatureGroup[] = featureGroups, list: FeatureList = new FeatureList()) {
    this.list = list;
    const has = (group: FeatureGroup): boolean => groups.includes(group);
    this.has = {
      words: has("words"),
      quotations: has("quotations"),
      reporting: has("reporting"),
      clusters: has("clusters"),
      rules: has("rules"),
      trees: has("trees"),
    };
  }

  /** Takes up an article. */
  open(words: ArticleWords): void {
    this.words = words;
    this.around = lookAround(words);
    this.clauses = clausesOf(words);
  }

  /** Lets go of the article: a model outlives many. */
  close(): void {
    this.words = this.around = this.clauses = null;
  }

  /** Finds the features of a word in the paragraph from `from` to before `to`, into `list` and `edges`. */
  move(at: number, from: number, to: number): void {
    const { list, near, has, words, around, clauses } = this;
    if (!words || !around || !clauses) throw new Error("no article was taken up");
    near.move(words, at, from, to);
    list.clear();
    if (has.words) addWordFeatures(list, words, near);
    list.group(1);
    if (has.quotations) addQuotationFeatures(list, words, around, near);
    list.group(2);
    if (has.reporting) addReportingFeatures(list, words, around, near);
    list.group(3);
    if (has.clusters) addClusterFeatures(list, words, near);
    list.group(4);
    if (has.rules) addRuleFeatures(list, words, near);
    list.group(5);
    if (has.trees) addTreeFeatures(list, words, clauses, near);
    this.findEdges(words);
  }

  private findEdges({ tag, lower, quotation, sentence, sentenceStart }: ArticleWords): void {
    const { edges, near } = this;
    const { at, before1 } = near;
    const opensSentence = at === sentenceStart[sentence[at] as number] ? 1 : 0;
    edges[0] = 0;
    edges[1] = pair(tag[before1] as number, tag[at] as number);
    edges[2] = pair(lower[at] as number, 0);
    edges[3] = triple(quotation[before1] as number, quotation[at] as number, opensSentence);
    nameFeatures(edges, 0, edgeFeatureCount, 0);
  }
}
