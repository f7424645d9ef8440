import hedgeList from "../lexicons/hedges.json" with { type: "json" };
import numberList from "../lexicons/number-words.json" with { type: "json" };
import opinionList from "../lexicons/opinion-words.json" with { type: "json" };
import predictionList from "../lexicons/prediction-words.json" with { type: "json" };
import quantityList from "../lexicons/quantity-words.json" with { type: "json" };
import type { Span } from "../span.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
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

const isFigure = (token: Token): boolean => token.kind === "number" || numbers.has(token.lower);

const isPredicting = (token: Token): boolean => predictions.has(token.lower) && !isMonth(token);

/** Whether words judge rather than state. */
const isOpinion = (tokens: readonly Token[]): boolean => tokens.some((token) => opinions.has(token.lower));

/**
 * How probable it is that fact-checkers would call a claim worth a check, 0 to 1 with four decimals, by what was learned;
 * where rules alone are at work, the share of signs that {@link checkWorth} weighs.
 */
export function claimWorth(
  { text, words, worth }: Pick<ClaimReading, "text" | "words" | "worth">,
  content: readonly Span[],
  tokens: readonly Token[],
): number {
  if (!words || !worth) return checkWorth(tokens);
  return Math.round(worth.probability(worthWordsOf(text, content, words)) * 10_000) / 10_000;
}

/**
 * How much a proposition deserves a check, 0 to 1: the share of weighted signs that fact-checkers name (a figure, a
 * comparison, a name, something that is or was rather than will be, no judgement, no first person). The weights were
 * set by hand on the project's articles.
 */
export function checkWorth(tokens: readonly Token[]): number {
  const figure = tokens.some(isFigure);
  const quantity = tokens.some((token) => quantities.has(token.lower));
  const name = tokens.some((token, at) => at > 0 && isCapitalised(token) && token.text !== "I");
  const stated = tokens.some(looksFinite) && !tokens.some(isPredicting);
  const impersonal = !tokens.some((token) => ["i", "we", "my", "our"].includes(token.lower));
  const sober = !isOpinion(tokens) && !isHedged(tokens);
  const worth =
    0.1 +
    (figure ? 0.3 : 0) +
    (quantity ? 0.15 : 0) +
    (name ? 0.15 : 0) +
    (stated ? 0.15 : 0) +
    (impersonal ? 0.05 : 0) +
    (sober ? 0.1 : 0);
  return Math.round(Math.min(1, worth) * 100) / 100;
}

/** Whether a sentence in the author's voice states a fact that could be checked. */
export function isCheckable(tokens: readonly Token[]): boolean {
  if (tokens.at(-1)?.text === "?" || tokens.at(-1)?.text === "!") return false;
  if (tokens.length < 6) return false;
  if (tokens.some(isPredicting) || isOpinion(tokens) || isHedged(tokens)) return false;
  if (tokens.at(-1)?.text === ":") return false;
  const measured = tokens.some((token) => isFigure(token) || quantities.has(token.lower));
  return checkWorth(tokens) >= (measured ? 0.45 : 0.5);
}
