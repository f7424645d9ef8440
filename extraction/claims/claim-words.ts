import { firstNotBelow } from "../first-from.ts";
import type { Span } from "../span.ts";
import { type Tag, tags } from "../syntax/tags.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import { tokenise } from "../tokens/tokenise.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import { ClaimWord } from "./claim-word.ts";
import { withVerbForms } from "./verb-forms.ts";
import { formAt, formOf } from "./word-form.ts";
import { marks } from "./word-marks.ts";

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
    for (let at = firstWordFrom(words, from); at < words.length && (words.end[at] as number) <= to; at++)
      found.push(new ClaimWord(formAt(text, words, at), words, at, words.tag[at] as number));
  return found;
}

/** Those of a content's words that stand in `spans`, which are in order: what `claimWords` gives for `spans`. */
export function wordsWithin(words: readonly ClaimWord[], spans: readonly Span[]): readonly ClaimWord[] {
  let kept: ClaimWord[] | null = null;
  let at = 0;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as ClaimWord;
    let span = spans[at];
    while (span !== undefined && span[1] <= word.start) span = spans[++at];
    const isWithin = span !== undefined && word.start >= span[0] && word.end <= span[1];
    if (isWithin) kept?.push(word);
    else kept ??= words.slice(0, index);
  }
  return kept ?? words;
}

function plainWords(article: string, spans: readonly Span[]): ClaimWord[] {
  const tokens = spans.flatMap((span) => tokenise(article, span, []));
  const places = {
    start: Int32Array.from(tokens, ({ span }) => span[0]),
    end: Int32Array.from(tokens, ({ span }) => span[1]),
    head: new Int32Array(tokens.length).fill(-1),
    relation: new Uint8Array(tokens.length).fill(noRelation),
    sentence: new Int32Array(tokens.length).fill(-1),
  };
  return tokens.map((token, at) => {
    const form = formOf(token.text);
    const isPast = (form.marks & marks.irregularPast) !== 0 || looksFinite(token);
    const tag = auxiliaryTags.get(token.lower) ?? (isPast ? "VBD" : null);
    return new ClaimWord(form, places, at, tag === null ? -1 : tags.indexOf(tag));
  });
}

/** What is the number of no relation. */
const noRelation = 255;

/** Index of the first word that does not begin before `at`. */
export const firstWordFrom = ({ start, length }: ArticleWords, at: number): number =>
  firstNotBelow(start, at, length);
