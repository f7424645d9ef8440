import type { Mention } from "../actors/timeline.ts";
import { firstFrom } from "../first-from.ts";
import type { Span } from "../span.ts";

/** Somebody or something that a claim names. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Whom and what a claim names, each once, in order of place; `mentions` are the article's, in order. */
export function claimAbout(content: readonly Span[], mentions: readonly Mention[]): Named[] {
  const named = new Map<string, Named>();
  for (const [start, end] of content) {
    for (let at = firstFrom(mentions, start, ({ span }) => span[0]); at < mentions.length; at++) {
      const mention = mentions[at];
      if (!mention || mention.span[0] >= end) break;
      const { id, name } = mention.entity;
      if (mention.span[1] <= end && !named.has(id)) named.set(id, { id, name });
    }
  }
  return [...named.values()];
}
