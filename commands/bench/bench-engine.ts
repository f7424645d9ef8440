import { findFrames } from "#extraction/frames/find-frames.ts";
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
  const { drafts } = draftsByRules(text, paragraphs);
  const words = readArticleWords(article, { marks, drafts, ...taggers });
  const roles = tagRoles(words, taggers.roles);
  return { article, taggers, paragraphs, marks, drafts, words, roles };
}
type Staged = ReturnType<typeof staged>;

/** The steps of `tagArticle` that can be run alone; what they do not take of the whole are actors and claims. */
const steps: Readonly<Record<string, (stage: Staged) => unknown>> = {
  marks: ({ article }) => articleUnits(article),
  rules: ({ article, paragraphs }) => draftsByRules(article.text, paragraphs),
  syntax: ({ article, taggers, marks, drafts }) => readArticleWords(article, { marks, drafts, ...taggers }),
  "first pass": ({ words, taggers }) => tagRoles(words, taggers.roles),
  frames: ({ words, roles, taggers }) => findFrames(words, roles, taggers.frames),
};

/** Runs of each text, after a third as many to warm up. */
const rounds = 60;

/** Milliseconds for an article of 800 words at the median, whole and by step. */
export function articleCosts(): string[] {
  const texts = articlesOf(800);
  const stages = texts.map(staged);
  const cost = <Input>(inputs: readonly Input[], work: (input: Input) => unknown): number => {
    for (const input of inputs) timesOf(() => work(input), rounds / 3);
    return median(inputs.flatMap((input) => timesOf(() => work(input), rounds)));
  };
  const segment = cost(texts, segmented);
  const tag = cost(stages, ({ article }) => tagArticle(article));
  const parts = Object.entries(steps).map(([name, step]) => [name, cost(stages, step)] as const);
  const actors = tag - parts.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  const words = Math.round(texts.reduce((sum, text) => sum + wordsIn(text), 0) / texts.length);
  const line = (what: string, milliseconds: number): string =>
    `${what.padEnd(12)} ${milliseconds.toFixed(2)} ms`;
  return [
    `An article of ${words} words, the median of ${rounds} runs of each of ${texts.length}:`,
    line("segment", segment),
    line("tag", tag),
    ...parts.map(([name, milliseconds]) => line(`  ${name}`, milliseconds)),
    line("  actors", actors),
  ];
}

/** How much longer ten times the text takes, per word: 1.0 is linear. */
export function growth(): string {
  const cost = (text: string): number =>
    median(timesOf(() => tagArticle(segmented(text)), 5)) / wordsIn(text);
  const [small, large] = [textOf(10_000), textOf(100_000)];
  cost(small);
  const ratio = cost(large) / cost(small);
  return `growth       ${ratio.toFixed(2)} times the time per word in ${wordsIn(large)} words as in ${wordsIn(small)}`;
}
