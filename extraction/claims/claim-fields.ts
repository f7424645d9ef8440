import type { Entity } from "../actors/entity.ts";
import type { Mention } from "../actors/timeline.ts";
import type { Attribution, ClaimFields } from "../extraction.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import { claimAbout } from "./claim-about.ts";
import { claimAct } from "./claim-act.ts";
import { claimDimensions } from "./claim-dimensions.ts";
import { claimKind } from "./claim-kind.ts";
import { claimTense } from "./claim-tense.ts";
import { claimWords } from "./claim-words.ts";
import { findHedges } from "./find-hedges.ts";
import { isOwnDoing, speaksForBody } from "./first-person.ts";
import { isNegated } from "./is-negated.ts";
import { ownClause } from "./main-verb.ts";
import type { ReadProposition } from "./propositions.ts";
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

/** The fields of a claim that is part of an attribution or in the author's own voice (`null`). */
export function claimFields(
  { text, words, mentions }: ClaimReading,
  { content, words: inContent, marks: known, verb, reported }: ReadProposition,
  attribution: Pick<Attribution, "act" | "cue"> | null,
  actor: Pick<Entity, "type" | "roles"> | null,
): ClaimFields {
  const cue = claimWords(text, attribution?.cue ?? [], words);
  const tense = claimTense(inContent, verb);
  const speaker = actor?.type ?? null;
  const forBody = speaksForBody(actor);
  const clause = {
    words: inContent,
    marks: known,
    verb,
    tense,
    cueAct: attribution?.act ?? null,
    reported,
    speaker,
    forBody,
    cue: cue.map(({ lower }) => lower),
  };
  const act = claimAct(clause);
  const hedges = findHedges(inContent, cue);
  const isOwn = ownClause(inContent, verb);
  const kind = claimKind(clause, act, isOwn);
  const about = claimAbout(content, mentions, inContent);
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
