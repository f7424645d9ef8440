import type { Mention } from "../actors/timeline.ts";
import { firstFrom } from "../first-from.ts";
import type { Span } from "../span.ts";
import { type ClaimWord, wordAt } from "./claim-word.ts";

/** Somebody or something that a claim names. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Whom and what a claim names, each once, in order of place; `mentions` are the article's, in order. A word with a capital
 * only because a sentence begins with it ("Employers should read it") is no name where `words` tell it as another.
 */
export function claimAbout(
  content: readonly Span[],
  mentions: readonly Mention[],
  words: readonly ClaimWord[],
): Named[] {
  let named: Map<string, Named> | null = null;
  for (const [start, end] of content) {
    for (let at = firstFrom(mentions, start, startOf); at < mentions.length; at++) {
      const mention = mentions[at];
      if (!mention || mention.span[0] >= end) break;
      const { id, name } = mention.entity;
      if (mention.span[1] > end || named?.has(id) || isCommonWord(mention, words)) continue;
      named ??= new Map();
      named.set(id, { id, name });
    }
  }
  return named ? [...named.values()] : [];
}

const startOf = ({ span }: Mention): number => span[0];

function isCommonWord({ span: [start, end], entity }: Mention, words: readonly ClaimWord[]): boolean {
  const index = wordAt(words, start);
  const word = words[index];
  if (word?.end !== end || word.tag === null || word.text !== entity.name) return false;
  const before = words.slice(0, index).findLast(({ isWord }) => isWord);
  const opens = before?.sentence !== word.sentence;
  return opens && !/^NNPS?$/u.test(word.tag);
}
