import { setScene } from "#extraction/actors/scene.ts";
import { findClaims } from "#extraction/claims/find-claims.ts";
import { findFrames } from "#extraction/frames/find-frames.ts";
import { nobodyKnown } from "#extraction/known-actors/known-actors.ts";
import { draftsByRules } from "#extraction/linking/drafts-by-rules.ts";
import { articleUnits } from "#extraction/roles/article-units.ts";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import type { SegmentedArticle } from "#extraction/segmented-article.ts";
import { tagArticle } from "#extraction/tag.ts";
import { readArticleWords } from "#extraction/tagger/article-words.ts";
import { tagRoles } from "#extraction/tagger/tag-roles.ts";
import { shippedTaggers } from "#extraction/taggers.ts";
import { articlesOf, textOf, wordsIn } from "./bench-texts.ts";

/** The median of some numbers, of which there must be one. */
export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** What one run in ten is quicker than: nearer than the median to what it costs where nothing else runs. */
const quickest = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 10)] ?? Number.NaN;

/** What a piece of work costs each time, in milliseconds. */
function timesOf(work: () => unknown, rounds: number): number[] {
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

const segmented = (text: string): SegmentedArticle => {
  const result = segmentArticle(text);
  if (!result.ok) throw new Error(result.rejection.message);
  return result.value;
};

/** An article on its way through `tagArticle`: what each step works on, made by those before it. */
function staged(text: string) {
  const article = segmented(text);
  const taggers = shippedTaggers();
  const { paragraphs, marks } = articleUnits(article);
  const units = paragraphs.flatMap((paragraph) => paragraph.units);
  const { drafts } = draftsByRules(text, paragraphs);
  const words = readArticleWords(article, { marks, drafts, ...taggers });
  const roles = tagRoles(words, taggers.roles);
  const scene = setScene(article, units, marks, nobodyKnown);
  const { attributions } = tagArticle(article);
  return { article, taggers, marks, drafts, words, roles, scene, attributions };
}
type Staged = ReturnType<typeof staged>;

/** Pieces of work with one article. */
type Works = readonly (readonly [name: string, work: (stage: Staged) => unknown])[];

/** The steps of `tagArticle` that can be run alone; what they do not take of the whole are linking and actors. */
const steps: Works = [
  [
    // Both, since sentences are taken apart when the rules first look at them.
    "rules",
    ({ article }) => draftsByRules(article.text, articleUnits(article).paragraphs),
  ],
  [
    "syntax",
    ({ article, taggers, marks, drafts }) => readArticleWords(article, { marks, drafts, ...taggers }),
  ],
  // Words that are new, since their clauses are kept with them.
  ["first pass", ({ words, taggers }) => tagRoles({ ...words }, taggers.roles)],
  ["frames", ({ words, roles, taggers }) => findFrames(words, roles, taggers.frames)],
  [
    "claims",
    ({ article, taggers: { worth }, words, scene, attributions }) =>
      findClaims(
        { text: article.text, words, worth, mentions: scene.roster.mentions },
        scene.units,
        attributions,
        { scene, words, published: article.published?.date ?? null },
      ),
  ],
];

/** Runs of each text, after a third as many to warm up. */
const rounds = 60;

/** Milliseconds of a piece of work: the median of all runs, and what the quickest tenth stays below. */
interface Cost {
  readonly median: number;
  readonly quickest: number;
}

/**
 * What each piece of work costs. They take turns, so that all are measured with an engine as
 * warm and as much of the model in the processor's own memory, and the steps can be taken from the whole.
 */
function costs(texts: readonly string[], works: Works): Cost[] {
  const stages = texts.map(staged);
  const times: number[][] = works.map(() => []);
  for (let round = -rounds / 3; round < rounds; round++) {
    for (const stage of stages) {
      for (const [index, [, work]] of works.entries()) {
        const taken = timesOf(() => work(stage), 1);
        if (round >= 0) times[index]?.push(...taken);
      }
    }
  }
  return times.map((all) => ({ median: median(all), quickest: quickest(all) }));
}

/** Milliseconds for an article of 800 words, whole and by step: the median, and beside it the quickest tenth. */
export function articleCosts(): string[] {
  const texts = articlesOf(800);
  const [segment = none, tag = none, ...parts] = costs(texts, [
    ["segment", ({ article }) => segmented(article.text)],
    ["tag", ({ article }) => tagArticle(article)],
    ...steps,
  ]);
  const rest = parts.reduce(without, tag);
  const claims = parts.at(-1) ?? none;
  const words = Math.round(texts.reduce((sum, text) => sum + wordsIn(text), 0) / texts.length);
  const line = (what: string, cost: Cost, most = ""): string =>
    `${what.padEnd(12)} ${inDigits(cost.median)} ms (${inDigits(cost.quickest)})${most}`;
  return [
    `An article of ${words} words, the median of ${rounds} runs of each of ${texts.length} (the quickest tenth):`,
    line("segment", segment),
    line("tag", without(tag, claims), " without its claims (at most 10)"),
    ...steps.slice(0, -1).map(([name], index) => line(`  ${name}`, parts[index] ?? none)),
    line("  actors", rest),
    line("claims", claims, " (at most 2)"),
  ];
}

const none: Cost = { median: Number.NaN, quickest: Number.NaN };
const inDigits = (milliseconds: number): string => milliseconds.toFixed(2).padStart(5);
/** What is left of a whole without a part of it. */
const without = (whole: Cost, part: Cost): Cost => ({
  median: whole.median - part.median,
  quickest: whole.quickest - part.quickest,
});

/** How much longer ten times the text takes, per word: 1.0 is linear. */
export function growth(): string {
  const cost = (text: string): number =>
    median(timesOf(() => tagArticle(segmented(text)), 5)) / wordsIn(text);
  const [small, large] = [textOf(10_000), textOf(100_000)];
  cost(small);
  const ratio = cost(large) / cost(small);
  return `growth       ${ratio.toFixed(2)} times the time per word in ${wordsIn(large)} words as in ${wordsIn(small)}`;
}
