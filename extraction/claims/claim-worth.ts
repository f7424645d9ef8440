import type { Claim } from "../extraction.ts";
import hedgeList from "../lexicons/hedges.json" with { type: "json" };
import numberList from "../lexicons/number-words.json" with { type: "json" };
import opinionList from "../lexicons/opinion-words.json" with { type: "json" };
import predictionList from "../lexicons/prediction-words.json" with { type: "json" };
import quantityList from "../lexicons/quantity-words.json" with { type: "json" };
import type { Span } from "../span.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { tokenise } from "../tokens/tokenise.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import { isCapitalised } from "../tokens/word-classes.ts";
import type { ClaimReading } from "./claim-fields.ts";
import { worthWordsOf } from "./worth-words.ts";

/** Signs of what is worth a check and of what is not, a bit each: a word is looked up once for all of them. */
const signs = {
  hedge: 1,
  opinion: 2,
  prediction: 4,
  speaker: 8,
  quantity: 16,
  figure: 32,
  name: 64,
  finite: 128,
} as const;

const listed = new Map<string, number>();
const lists = [
  [signs.hedge, wordSet(hedgeList)],
  [signs.opinion, wordSet(opinionList)],
  [signs.prediction, wordSet(predictionList)],
  [signs.speaker, ["i", "we", "my", "our"]],
  [signs.quantity, wordSet(quantityList)],
  [signs.figure, wordSet(numberList)],
] as const;
for (const [sign, words] of lists) for (const word of words) listed.set(word, (listed.get(word) ?? 0) | sign);

/** What the word lists say of a token; "in May" is a month, "may" a hedge; only the whole word "May" can be either. */
const signsOf = ({ text, lower }: Token): number =>
  (listed.get(lower) ?? 0) & (text === "May" ? ~(signs.hedge | signs.prediction) : -1);

/** The signs of all tokens, or of those up to one with a sign of `against`. */
function signsAmong(tokens: readonly Token[], against = 0): number {
  let found = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    found |= signsOf(token);
    if ((found & against) !== 0) return found;
    if (token.kind === "number") found |= signs.figure;
    if (at > 0 && isCapitalised(token) && token.text !== "I") found |= signs.name;
    if (looksFinite(token)) found |= signs.finite;
  }
  return found;
}

/** Whether words keep what is said at a distance ("reportedly", "may"). */
export const isHedged = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => (signsOf(token) & signs.hedge) !== 0);

/**
 * How much a claim is worth a check as soon as it is found: the share of signs that {@link checkWorth} weighs where rules alone
 * are at work, and else 0 until {@link rateClaims} says more.
 */
export const worthByRules = (
  { text, words, worth }: Pick<ClaimReading, "text" | "words" | "worth">,
  content: readonly Span[],
): number => (words && worth ? 0 : checkWorth(content.flatMap((span) => tokenise(text, span, []))));

/**
 * Says of claims how probable it is that fact-checkers would call them worth a check, 0 to 1 with four decimals, by what was
 * learned; where rules alone are at work, nothing is changed. Claims are rated when all are found: one by one, each would have to
 * fetch anew the weights that the search for the next claim drove out of the processor's own memory, a fifth of the time.
 */
export function rateClaims(
  { text, words, worth }: Pick<ClaimReading, "text" | "words" | "worth">,
  claims: readonly Claim[],
): void {
  if (!words || !worth) return;
  for (const claim of claims) {
    const probability = worth.probability(worthWordsOf(text, claim.content, words));
    claim.checkWorthy = Math.round(probability * 10_000) / 10_000;
  }
}

/**
 * How much a proposition deserves a check, 0 to 1: the share of weighted signs that fact-checkers name (a figure, a
 * comparison, a name, something that is or was rather than will be, no judgement, no first person). The weights were
 * set by hand on the project's articles.
 */
const checkWorth = (tokens: readonly Token[]): number => weighed(signsAmong(tokens));

function weighed(found: number): number {
  const has = (sign: number): boolean => (found & sign) !== 0;
  const worth =
    0.1 +
    (has(signs.figure) ? 0.3 : 0) +
    (has(signs.quantity) ? 0.15 : 0) +
    (has(signs.name) ? 0.15 : 0) +
    (has(signs.finite) && !has(signs.prediction) ? 0.15 : 0) +
    (has(signs.speaker) ? 0 : 0.05) +
    (has(signs.opinion | signs.hedge) ? 0 : 0.1);
  return Math.round(Math.min(1, worth) * 100) / 100;
}

/** Whether a sentence in the author's voice states a fact that could be checked. */
export function isCheckable(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)?.text;
  if (tokens.length < 6 || last === "?" || last === "!" || last === ":") return false;
  const against = signs.prediction | signs.opinion | signs.hedge;
  const found = signsAmong(tokens, against);
  if ((found & against) !== 0) return false;
  const worth = weighed(found);
  return worth >= 0.5 || (worth >= 0.45 && (found & (signs.figure | signs.quantity)) !== 0);
}
