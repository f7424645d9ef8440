import { setScene } from "./actors/scene.ts";
import { assemble } from "./assemble.ts";
import type { Extraction } from "./extraction.ts";
import { extractorWith } from "./extractor-version.ts";
import { findFrames } from "./frames/find-frames.ts";
import { type KnownActors, nobodyKnown } from "./known-actors/known-actors.ts";
import type { Draft } from "./linking/draft.ts";
import { draftsByRules } from "./linking/drafts-by-rules.ts";
import { reconcile } from "./linking/reconcile.ts";
import type { Quotation } from "./marks/quotation.ts";
import { articleUnits } from "./roles/article-units.ts";
import type { Unit } from "./roles/unit.ts";
import type { SegmentedArticle } from "./segmented-article.ts";
import { type ArticleWords, readArticleWords } from "./tagger/article-words.ts";
import { tagRoles } from "./tagger/tag-roles.ts";
import { shippedTaggers, type Taggers } from "./taggers.ts";
import { withPages } from "./with-pages.ts";

/** What an article is tagged with besides its own words. */
export interface Tagging {
  /** The actors whom the user knows beforehand. */
  readonly known?: KnownActors | undefined;
  /** What the engine has learned: the weights that Onrecord ships with, unless others are given; `null` for rules alone. */
  readonly taggers?: Taggers | null | undefined;
}

/**
 * Finds every attribution, quote, claim and actor of a segmented article: marks, roles by rules and by what was learned,
 * linking, actors, claims. Depends on nothing else, and never throws on what `segmentArticle` gives.
 *
 * @throws ModelFileError at the first call where the shipped weights cannot be used
 */
export function tagArticle(
  article: SegmentedArticle,
  { known = nobodyKnown, taggers = shippedTaggers() }: Tagging = {},
): Extraction {
  const { text } = article;
  const { paragraphs, marks } = articleUnits(article);
  const units = paragraphs.flatMap((paragraph) => paragraph.units);
  const { drafts } = draftsByRules(text, paragraphs);
  const words = taggers && readArticleWords(article, { marks, drafts, ...taggers });
  const found = taggers && words ? learned(article, words, taggers, { drafts, units, marks }) : drafts;
  const extractor = extractorWith(taggers?.version ?? null, known);
  const scene = setScene(article, units, marks, known);
  const extraction = assemble(article, found, scene, extractor, { words, worth: taggers?.worth ?? null });
  return withPages(extraction, article.pages);
}

/** What the rules have found, for the taggers to look at and to be brought together with. */
interface FoundByRules {
  readonly drafts: readonly Draft[];
  readonly units: readonly Unit[];
  readonly marks: readonly (readonly Quotation[])[];
}

/** What the taggers find, brought together with what the rules have found. */
function learned(
  article: SegmentedArticle,
  words: ArticleWords,
  taggers: Taggers,
  { drafts, units, marks }: FoundByRules,
): Draft[] {
  const roles = tagRoles(words, taggers.roles);
  const frames = findFrames(words, roles, taggers.frames);
  return reconcile({
    text: article.text,
    frames,
    drafts,
    units,
    quotations: marks.flat(),
    words,
    roles,
    trust: taggers.frames.trust,
  });
}
