import irregularList from "../lexicons/irregular-pasts.json" with { type: "json" };
import type { Span } from "../span.ts";
import { relations } from "../syntax/relations.ts";
import { type Tag, tags } from "../syntax/tags.ts";
import { shapeBits } from "../syntax/word-forms.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import { wordSet } from "../tokens/lexicon.ts";
import { tokenise } from "../tokens/tokenise.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import { type ClaimWord, claimWord } from "./claim-word.ts";
import { withVerbForms } from "./verb-forms.ts";
import { marksOf } from "./word-marks.ts";

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
  const stretches: Stretch[] = [];
  for (const [start, end] of spans) {
    const from = firstWordFrom(words, start);
    let to = from;
    while (to < words.length && (words.end[to] as number) <= end) to++;
    stretches.push({ from, to, first: (stretches.at(-1)?.first ?? 0) + lengthOf(stretches.at(-1)) });
  }
  for (const { from, to } of stretches) {
    for (let word = from; word < to; word++) {
      const span: Span = [words.start[word] as number, words.end[word] as number];
      const form = text.slice(span[0], span[1]);
      const printed = form.toLowerCase();
      const lower = printed.includes("’") ? printed.replaceAll("’", "'") : printed;
      const read = {
        text: form,
        isWord: hasLetter(form),
        hasDigit: ((words.shape[word] as number) & shapeBits.digit) !== 0,
        marks: marksOf(lower),
        lower,
        span,
        relation: relations[words.relation[word] as number] ?? null,
        sentence: words.sentence[word] as number,
      };
      const head = placeOf(words.head[word] as number, stretches);
      found.push(claimWord(read, tags[words.tag[word] as number] ?? null, head));
    }
  }
  return found;
}

/** Words of an article that stand in a claim one behind the other: the first, the one behind the last, the first one's index there. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly first: number;
}

const lengthOf = (stretch: Stretch | undefined): number => (stretch ? stretch.to - stretch.from : 0);

/** Index in the claim of a word of the article, -1 where it is in none of the stretches. */
function placeOf(word: number, stretches: readonly Stretch[]): number {
  for (const { from, to, first } of stretches) if (from <= word && word < to) return first + word - from;
  return -1;
}

const hasLetter = (form: string): boolean => {
  const code = form.charCodeAt(0) | 32;
  return (code >= 97 && code <= 122) || /[\p{L}\p{N}]/u.test(form);
};

/** Those of a content's words that stand in `spans`, with their heads among themselves: what `claimWords` gives for `spans`. */
export function wordsWithin(words: readonly ClaimWord[], spans: readonly Span[]): readonly ClaimWord[] {
  const kept: ClaimWord[] = [];
  const places: number[] = [];
  let at = 0;
  for (const word of words) {
    while ((spans[at]?.[1] ?? Number.POSITIVE_INFINITY) <= word.span[0]) at++;
    const span = spans[at];
    const isIn = span !== undefined && word.span[0] >= span[0] && word.span[1] <= span[1];
    places.push(isIn ? kept.length : -1);
    if (isIn) kept.push(word);
  }
  if (kept.length === words.length) return words;
  return kept.map((word) => (word.head < 0 ? word : claimWord(word, word.tag, places[word.head] as number)));
}

const plainWords = (article: string, spans: readonly Span[]): ClaimWord[] =>
  spans
    .flatMap((span) => tokenise(article, span, []))
    .map((token) => {
      const { text, lower, span } = token;
      const isPast = irregularPasts.has(lower) || looksFinite(token);
      const tag = auxiliaryTags.get(lower) ?? (isPast ? "VBD" : null);
      const read = {
        text,
        isWord: hasLetter(text),
        hasDigit: /\d/u.test(text),
        marks: marksOf(lower),
        lower,
        span,
      };
      return claimWord({ ...read, relation: null, sentence: -1 }, tag, -1);
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
