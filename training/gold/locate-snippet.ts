import type { Span } from "#extraction/span.ts";
import type { Snippet } from "./gold-article.ts";

const isWordCharacter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** Where `words` stands in `text` as whole words, in order; UTF-16 code units. */
function occurrencesOf(text: string, words: string): readonly Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    const cutsWordBefore = isWordCharacter(words.charAt(0)) && isWordCharacter(text.charAt(start - 1));
    const cutsWordAfter =
      isWordCharacter(words.charAt(words.length - 1)) && isWordCharacter(text.charAt(end));
    if (!cutsWordBefore && !cutsWordAfter) found.push([start, end]);
  }
  return found;
}

/** The span that a snippet means. Throws an `Error` that quotes the snippet where the text does not have it. */
export function locateSnippet(text: string, snippet: Snippet): Span {
  const { text: words, occurrence } =
    typeof snippet === "string" ? { text: snippet, occurrence: 1 } : snippet;
  const found = occurrencesOf(text, words);
  const span = found[occurrence - 1];
  if (span !== undefined) return span;
  throw new Error(
    found.length === 0
      ? `"${words}" is not in the text; copy it from the article, marks included`
      : `"${words}" occurs ${found.length} times as whole words, so there is no occurrence ${occurrence}`,
  );
}
