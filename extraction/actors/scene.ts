import type { KnownActors } from "../known-actors/known-actors.ts";
import type { Quotation } from "../marks/quotation.ts";
import type { Unit } from "../roles/unit.ts";
import type { SegmentedArticle } from "../segmented-article.ts";
import { authorOf } from "./author.ts";
import { Cast } from "./cast.ts";
import { type ChooseCandidate, likeliestCandidate } from "./choose-candidate.ts";
import type { Entity } from "./entity.ts";
import { type Roster, readRoster } from "./roster.ts";
import { Timeline } from "./timeline.ts";

/** What is known of an article while its sources are resolved, in reading order. */
export interface Scene {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly cast: Cast;
  readonly roster: Roster;
  readonly timeline: Timeline;
  readonly author: Entity;
  readonly choose: ChooseCandidate;
}

/** Reads an article's names and author; `marks` are the quotations of each paragraph, `known` whom the user knows. */
export function setScene(
  article: SegmentedArticle,
  units: readonly Unit[],
  marks: readonly (readonly Quotation[])[],
  known: KnownActors,
  choose: ChooseCandidate = likeliestCandidate,
): Scene {
  const cast = new Cast(known);
  const roster = readRoster(article, units, marks, cast);
  return {
    text: article.text,
    units,
    cast,
    roster,
    timeline: new Timeline(roster.mentions, marks.flat()),
    author: authorOf(article, cast),
    choose,
  };
}
