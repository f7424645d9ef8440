import type { Entity } from "../actors/entity.ts";
import type { Act, Attribution } from "../extraction.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import type { ClaimWord } from "./claim-word.ts";
import { claimWords } from "./claim-words.ts";

/** Who puts something forward, and how. */
export interface SaidBy {
  /** The attribution that it stands in; `null` for what the author says. */
  readonly attribution: Attribution | null;
  /** Whose it is; `null` where that is not known. */
  readonly actor: Entity | null;
  /** The words of the attribution's cue. */
  readonly cue: readonly ClaimWord[];
}

/** Who puts forward what an attribution has for its content: in the first of its clauses, and in those behind. */
export function saidBy(
  attribution: Attribution,
  actor: Entity | null,
  { text, words }: { readonly text: string; readonly words: ArticleWords | null },
): readonly [first: SaidBy, others: SaidBy] {
  const first = { attribution, actor, cue: claimWords(text, attribution.cue, words) };
  if (!ofOneClause.has(attribution.act)) return [first, first];
  return [first, { attribution: { ...attribution, act: "assert", cue: [] }, actor, cue: [] }];
}

/** Acts of a cue that hold for the clause behind it only: who "denied it" and goes on speaking denies no more. */
const ofOneClause: ReadonlySet<Act> = new Set([
  "deny",
  "believe",
  "promise",
  "predict",
  "demand",
  "threaten",
]);
