import type { Entity } from "../actors/entity.ts";
import type { Act, Attribution } from "../extraction.ts";
import { type ReportingVerb, reportingVerbs } from "../roles/reporting-verbs.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import type { ClaimWord } from "./claim-word.ts";
import { claimWords } from "./claim-words.ts";

/** Who puts something forward, and how. */
export interface SaidBy {
  /** The attribution that it stands in; `null` for what the author says. */
  readonly attribution: Attribution | null;
  /** Whose it is; `null` where that is not known. */
  readonly actor: Entity | null;
  readonly cue: Cue;
}

/** The words by which an attribution says that somebody puts something forward. */
export interface Cue {
  readonly words: readonly ClaimWord[];
  /** The words in lower case. */
  readonly forms: readonly string[];
  /** The verbs that the first word which is a reporting verb's can be a form of. */
  readonly verbs: readonly ReportingVerb[];
}

/** What has no cue. */
export const noCue: Cue = { words: [], forms: [], verbs: [] };

function readCue(words: readonly ClaimWord[]): Cue {
  const forms = words.map(({ lower }) => lower);
  for (const form of forms) {
    const verbs = reportingVerbs(form);
    if (verbs.length > 0) return { words, forms, verbs };
  }
  return { words, forms, verbs: [] };
}

/** Who puts forward what an attribution has for its content: in the first of its clauses, and in those behind. */
export function saidBy(
  attribution: Attribution,
  actor: Entity | null,
  { text, words }: { readonly text: string; readonly words: ArticleWords | null },
): readonly [first: SaidBy, others: SaidBy] {
  const first = { attribution, actor, cue: readCue(claimWords(text, attribution.cue, words)) };
  if (!ofOneClause.has(attribution.act)) return [first, first];
  return [first, { attribution: { ...attribution, act: "assert", cue: [] }, actor, cue: noCue }];
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
