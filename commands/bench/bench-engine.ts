import { articleUnits } from "#extraction/roles/article-units.ts";
import { findRoles } from "#extraction/roles/find-roles.ts";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import type { SegmentedArticle } from "#extraction/segmented-article.ts";
import { tagArticle } from "#extraction/tag.ts";
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

/** The steps that can be run alone; what they do not take of the whole is shown as the rest. */
const steps = {
  marks: (article: SegmentedArticle) => articleUnits(article),
  roles: (article: SegmentedArticle) =>
    articleUnits(article).paragraphs.map(({ units }) => units.map((unit) => findRoles(unit))),
};

/** Runs of each text, after a third as many to warm up. */
const rounds = 60;

/** Milliseconds for an article of 800 words at the median, whole and by step. */
export function articleCosts(): string[] {
  const texts = articlesOf(800);
  const articles = texts.map(segmented);
  const cost = <Input>(inputs: readonly Input[], work: (input: Input) => unknown): number => {
    for (const input of inputs) timesOf(() => work(input), rounds / 3);
    return median(inputs.flatMap((input) => timesOf(() => work(input), rounds)));
  };
  const segment = cost(texts, segmented);
  const tag = cost(articles, (article) => tagArticle(article));
  const marks = cost(articles, steps.marks);
  const roles = cost(articles, steps.roles) - marks;
  const words = Math.round(texts.reduce((sum, text) => sum + wordsIn(text), 0) / texts.length);
  const line = (what: string, milliseconds: number): string =>
    `${what.padEnd(12)} ${milliseconds.toFixed(2)} ms`;
  return [
    `An article of ${words} words, the median of ${rounds} runs of each of ${texts.length}:`,
    line("segment", segment),
    line("tag", tag),
    line("  marks", marks),
    line("  roles", roles),
    line("  the rest", tag - marks - roles),
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
