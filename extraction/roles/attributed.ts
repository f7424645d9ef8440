import type { Quotation } from "../marks/quotation.ts";
import type { Span } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import { type Phrase, quotationsIn, spanOf } from "./phrase.ts";
import type { RoleSet } from "./role-set.ts";

/** A role set with the token index behind which the next cue may be looked for. */
export interface Attributed {
  readonly roles: RoleSet;
  readonly resumeAt: number;
}

/** Source, cue and content of one unit by token index; contents in reading order. */
export interface Parts {
  readonly source: Phrase | null;
  readonly cue: Phrase;
  readonly content: readonly Phrase[];
  readonly rule: RoleSet["rule"];
  /** `assert` unless given. */
  readonly act?: RoleSet["act"];
  /** `false` unless given. */
  readonly negated?: boolean;
}

/** Turns parts by token index into a role set with spans of the text. */
export function attributed(tokens: readonly Token[], parts: Parts): Attributed {
  const { source, cue, content, rule, act = "assert", negated = false } = parts;
  const spans: Span[] = [];
  const quotations: Quotation[] = [];
  for (const part of content) {
    spans.push(spanOf(tokens, part));
    quotations.push(...quotationsIn(tokens, part));
  }
  return {
    roles: {
      source: source && spanOf(tokens, source),
      cue: spanOf(tokens, cue),
      content: spans,
      quotations,
      act,
      negated,
      rule,
    },
    resumeAt: Math.max(cue.last, source?.last ?? 0, content.at(-1)?.last ?? 0) + 1,
  };
}
