import type { Mention } from "../actors/timeline.ts";
import type { ClaimFields } from "../extraction.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import { claimAbout } from "./claim-about.ts";
import { claimAct } from "./claim-act.ts";
import { claimDimensions } from "./claim-dimensions.ts";
import { claimKind } from "./claim-kind.ts";
import { claimTense } from "./claim-tense.ts";
import { findHedges } from "./find-hedges.ts";
import { isOwnDoing, speaksForBody } from "./first-person.ts";
import { isNegated } from "./is-negated.ts";
import { ownClause } from "./main-verb.ts";
import type { ReadProposition } from "./propositions.ts";
import type { SaidBy } from "./said-by.ts";
import type { WorthModel } from "./worth-model.ts";

/** What the fields of an article's claims are read from. */
export interface ClaimReading {
  readonly text: string;
  /** Parts of speech and trees; `null` for rules alone. */
  readonly words: ArticleWords | null;
  /** What says how much a claim is worth a check; without it, or without `words`, rules do. */
  readonly worth?: WorthModel | null | undefined;
  /** Every place of the article that names somebody or something, in order. */
  readonly mentions: readonly Mention[];
}

/** The fields of a claim; `mentions` are every place of the article that names somebody or something, in order. */
export function claimFields(
  mentions: readonly Mention[],
  { content, words, marks, verb, reported }: ReadProposition,
  { attribution, actor, cue }: SaidBy,
): ClaimFields {
  const tense = claimTense(words, verb);
  const speaker = actor?.type ?? null;
  const clause = {
    words,
    marks,
    verb,
    tense,
    cueAct: attribution?.act ?? null,
    reported,
    speaker,
    forBody: speaksForBody(actor),
    cue,
  };
  const act = claimAct(clause);
  const hedges = findHedges(words, cue.words);
  const isOwn = ownClause(words, verb);
  const kind = claimKind(clause, act, isOwn);
  const about = claimAbout(content, mentions, words);
  return {
    act,
    negated: isNegated(clause, isOwn, act),
    hedged: hedges.length > 0,
    hedges,
    tense,
    kind,
    checkable: kind === "fact",
    dimensions: claimDimensions(clause, kind, {
      named: about.length > 0,
      own: kind === "opinion" && speaker === "person" && isOwnDoing(clause),
    }),
    about,
  };
}
