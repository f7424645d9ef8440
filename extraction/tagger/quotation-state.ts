import type { Quotation } from "../marks/quotation.ts";
import type { ArticleWords } from "./article-words.ts";

/** How a word stands to the outermost quotation around it; `opens` and `closes` are the words with its marks. */
export const quotationState = { outside: 0, inside: 1, opens: 2, closes: 3 } as const;

/** Notes the state of every word; `marks` are the quotations of each paragraph, in order. */
export function quotationStates(words: ArticleWords, marks: readonly (readonly Quotation[])[]): void {
  const { start, end, quotation, paragraphStart } = words;
  for (const [paragraph, quotations] of marks.entries()) {
    let next = 0;
    const behind = paragraphStart[paragraph + 1] ?? 0;
    for (let word = paragraphStart[paragraph] ?? 0; word < behind; word++) {
      const from = start[word] ?? 0;
      while ((quotations[next]?.span[1] ?? Number.POSITIVE_INFINITY) <= from) next++;
      const around = quotations[next];
      if (!around || from < around.span[0]) continue;
      if (from === around.span[0]) quotation[word] = quotationState.opens;
      else if (around.closed && end[word] === around.span[1]) quotation[word] = quotationState.closes;
      else quotation[word] = quotationState.inside;
    }
  }
}
