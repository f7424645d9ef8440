import type { UnitParagraph } from "../roles/article-units.ts";
import { findRoles } from "../roles/find-roles.ts";
import type { Draft, UnitRoles } from "./draft.ts";
import { link } from "./link.ts";
import { speakerTurn } from "./speaker-turns.ts";

/** What the rules find in an article. */
export interface DraftsByRules {
  /** Speakers' turns, then what is linked, each in reading order. */
  readonly drafts: readonly Draft[];
  /** The units of all paragraphs in order, which drafts name by index. */
  readonly found: readonly UnitRoles[];
}

/** Finds attributions by rules alone: speakers' turns, and the roles of every other unit, linked. */
export function draftsByRules(text: string, paragraphs: readonly UnitParagraph[]): DraftsByRules {
  const found: UnitRoles[] = [];
  const turns = paragraphs.flatMap(({ segment, units }) => {
    const turn = speakerTurn(segment, units, found.length);
    for (const unit of units) found.push({ unit, roles: turn ? null : findRoles(unit) });
    return turn ?? [];
  });
  return { drafts: [...turns, ...link(text, found)], found };
}
