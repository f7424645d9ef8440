import deicticList from "../lexicons/deictic-words.json" with { type: "json" };
import { type Span, textOf } from "../span.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isPronoun } from "../tokens/word-classes.ts";

const deicticWords = wordSet(deicticList);

/**
 * A claim as a sentence that can be read alone: its own words, with a capital and a full stop. `null` where a
 * pronoun or a word like "last" would have to be replaced, since that would be a guess.
 */
export function statementOf(text: string, content: readonly Span[], tokens: readonly Token[]): string | null {
  const [only] = content;
  if (content.length !== 1 || !only) return null;
  const opening = tokens[0]?.lower === "that" ? 1 : 0;
  const rest = tokens.slice(opening);
  const from = rest[0];
  if (!from || from.lower === "to" || from.lower === "whether" || from.lower === "if") return null;
  if (
    rest.some(
      (token) =>
        token.kind === "quotation" ||
        deicticWords.has(token.lower) ||
        (isPronoun(token) && token.kind === "word" && isPersonal(token.lower)),
    )
  )
    return null;
  const words = textOf(text, [from.span[0], only[1]])
    .replace(/\s+/gu, " ")
    .replace(/[,;:]$/u, "");
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]["”’]?$/u.test(sentence) ? sentence : `${sentence}.`;
}

const isPersonal = (lower: string): boolean => ["i", "you", "he", "she", "it", "we", "they"].includes(lower);
