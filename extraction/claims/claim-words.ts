import irregularList from "../lexicons/irregular-pasts.json" with { type: "json" };
import type { Span } from "../span.ts";
import { relations } from "../syntax/relations.ts";
import { type Tag, tags } from "../syntax/tags.ts";
import { lowerHash, shapeBits } from "../syntax/word-forms.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import { wordSet } from "../tokens/lexicon.ts";
import { tokenise } from "../tokens/tokenise.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import { type ClaimWord, claimWord } from "./claim-word.ts";
import { withVerbForms } from "./verb-forms.ts";
import { marks, marksOf } from "./word-marks.ts";

const irregularPasts = wordSet(irregularList);

/** Words of the closed class of finite auxiliaries by their part of speech. */
const auxiliaryTags: ReadonlyMap<string, Tag> = new Map(
  (
    [
      [
        "MD",
        "can can't cannot could couldn't may might mightn't must mustn't shall should shouldn't will won't would wouldn't 'll",
      ],
      ["VBZ", "is isn't has hasn't does doesn't"],
      ["VBP", "are aren't have haven't do don't am 're 've 'm"],
      ["VBD", "was wasn't were weren't had hadn't did didn't"],
    ] as const
  ).flatMap(([tag, words]) => words.split(" ").map((word) => [word, tag] as const)),
);

/** The words of some stretches of an article in order, with trees where the article's words are known. */
export function claimWords(
  text: string,
  spans: readonly Span[],
  words: ArticleWords | null,
): readonly ClaimWord[] {
  return words ? withVerbForms(parsedWords(text, spans, words)) : plainWords(text, spans);
}

function parsedWords(text: string, spans: readonly Span[], words: ArticleWords): ClaimWord[] {
  const found: ClaimWord[] = [];
  for (const [from, to] of spans)
    for (let at = firstWordFrom(words, from); at < words.length && (words.end[at] as number) <= to; at++) {
      const start = words.start[at] as number;
      const end = words.end[at] as number;
      const form = text.slice(start, end);
      const printed = form.toLowerCase();
      const lower = printed.includes("’") ? printed.replaceAll("’", "'") : printed;
      const hasDigit = ((words.shape[at] as number) & shapeBits.digit) !== 0;
      const read = {
        at,
        text: form,
        lower,
        start,
        end,
        isWord: hasLetter(form),
        marks: marksOf(lower, words.lower[at] as number) | (hasDigit ? marks.digit : 0),
        head: words.head[at] as number,
        relation: relations[words.relation[at] as number] ?? null,
        sentence: words.sentence[at] as number,
      };
      found.push(claimWord(read, tags[words.tag[at] as number] ?? null));
    }
  return found;
}

/** The pattern is asked for what begins with a mark or a letter that is not ASCII's only. */
const hasLetter = (form: string): boolean => {
  const code = form.charCodeAt(0);
  const small = code | 32;
  if ((small >= 97 && small <= 122) || (code >= 48 && code <= 57)) return true;
  return (form.length > 1 || code >= 128) && /[\p{L}\p{N}]/u.test(form);
};

/** Those of a content's words that stand in `spans`, which are in order: what `claimWords` gives for `spans`. */
export function wordsWithin(words: readonly ClaimWord[], spans: readonly Span[]): readonly ClaimWord[] {
  const kept: ClaimWord[] = [];
  let at = 0;
  for (const word of words) {
    let span = spans[at];
    while (span !== undefined && span[1] <= word.start) span = spans[++at];
    if (span !== undefined && word.start >= span[0] && word.end <= span[1]) kept.push(word);
  }
  return kept.length === words.length ? words : kept;
}

const plainWords = (article: string, spans: readonly Span[]): ClaimWord[] =>
  spans
    .flatMap((span) => tokenise(article, span, []))
    .map((token, at) => {
      const { text, lower, span } = token;
      const isPast = irregularPasts.has(lower) || looksFinite(token);
      const tag = auxiliaryTags.get(lower) ?? (isPast ? "VBD" : null);
      const read = {
        at,
        text,
        lower,
        start: span[0],
        end: span[1],
        isWord: hasLetter(text),
        marks: marksOf(lower, lowerHash(lower)) | (/\d/u.test(text) ? marks.digit : 0),
        head: -1,
        relation: null,
        sentence: -1,
      };
      return claimWord(read, tag);
    });

/** Index of the first word that does not begin before `at`, by bisection. */
export function firstWordFrom({ start, length }: ArticleWords, at: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((start[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
