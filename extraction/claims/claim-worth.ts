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

const hedges = wordSet(hedgeList);
const opinions = wordSet(opinionList);
const quantities = wordSet(quantityList);
const predictions = wordSet(predictionList);
const numbers = wordSet(numberList);

/** Whether words keep what is said at a distance ("reportedly", "may"). */
export const isHedged = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => hedges.has(token.lower) && !isMonth(token));

/** "in May" is a month, "may" a hedge; only the whole word "May" can be either. */
const isMonth = (token: Token): boolean => token.text === "May";

const speakers: ReadonlySet<string> = new Set(["i", "we", "my", "our"]);

const isFigure = (token: Token): boolean => token.kind === "number" || numbers.has(token.lower);

const isPredicting = (token: Token): boolean => predictions.has(token.lower) && !isMonth(token);

/** Whether words judge rather than state. */
const isOpinion = (tokens: readonly Token[]): boolean => tokens.some((token) => opinions.has(token.lower));

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
export function checkWorth(tokens: readonly Token[]): number {
  return weighed(tokens, !isOpinion(tokens) && !isHedged(tokens), tokens.some(isPredicting));
}

function weighed(tokens: readonly Token[], sober: boolean, predicting: boolean): number {
  let [figure, quantity, name, finite, personal] = [false, false, false, false, false];
  for (const [at, token] of tokens.entries()) {
    figure ||= isFigure(token);
    quantity ||= quantities.has(token.lower);
    name ||= at > 0 && isCapitalised(token) && token.text !== "I";
    finite ||= !predicting && looksFinite(token);
    personal ||= speakers.has(token.lower);
  }
  const worth =
    0.1 +
    (figure ? 0.3 : 0) +
    (quantity ? 0.15 : 0) +
    (name ? 0.15 : 0) +
    (finite ? 0.15 : 0) +
    (personal ? 0 : 0.05) +
    (sober ? 0.1 : 0);
  return Math.round(Math.min(1, worth) * 100) / 100;
}

/** Whether a sentence in the author's voice states a fact that could be checked. */
export function isCheckable(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)?.text;
  if (tokens.length < 6 || last === "?" || last === "!" || last === ":") return false;
  if (tokens.some((token) => isPredicting(token) || opinions.has(token.lower)) || isHedged(tokens))
    return false;
  const worth = weighed(tokens, true, false);
  return (
    worth >= 0.5 || (worth >= 0.45 && tokens.some((token) => isFigure(token) || quantities.has(token.lower)))
  );
}
