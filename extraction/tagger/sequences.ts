import type { ArticleWords } from "./article-words.ts";

/** Words that are labelled together, and the paragraph that they stand in. */
export interface Sequence {
  readonly from: number;
  readonly to: number;
  readonly paragraphFrom: number;
  readonly paragraphTo: number;
}

/** Most words that are labelled together, so that the room that it takes has a bound; news has no paragraph so long. */
export const longestSequence = 4096;

/** The paragraphs of an article that have words; one that is too long in several parts. */
export function* sequencesOf({ paragraphStart }: Pick<ArticleWords, "paragraphStart">): Generator<Sequence> {
  for (let paragraph = 0; paragraph + 1 < paragraphStart.length; paragraph++) {
    const paragraphFrom = paragraphStart[paragraph] as number;
    const paragraphTo = paragraphStart[paragraph + 1] as number;
    for (let from = paragraphFrom; from < paragraphTo; from += longestSequence)
      yield { from, to: Math.min(paragraphTo, from + longestSequence), paragraphFrom, paragraphTo };
  }
}
