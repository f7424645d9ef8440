import type { Claim } from "#extraction/extraction.ts";
import { displayWidth, fitted, onOneLine } from "./display-width.ts";

/** What of a claim a row is drawn from. */
export type RatedClaim = Pick<Claim, "content" | "actor" | "checkWorthy" | "statement" | "repeats">;

/** From here on a claim is more likely than not one that fact-checkers would check. */
const worthy = 0.5;
const mostRows = 5;
const longestActor = 24;

/**
 * The claims of an article that are worth a check, at most five, the most worth first, as lines of at most `width` columns:
 * worth, actor, and the claim as it can be read alone, or in its own words. Empty where there are none.
 */
export function worthRows(
  text: string,
  claims: readonly RatedClaim[],
  nameOf: (actor: string | null) => string,
  width: number,
): string[] {
  const rated = claims
    .filter(({ repeats, checkWorthy }) => repeats === null && checkWorthy >= worthy)
    .sort((a, b) => b.checkWorthy - a.checkWorthy || (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0))
    .slice(0, mostRows)
    .map(({ content, actor, checkWorthy, statement }) => ({
      worth: checkWorthy.toFixed(2),
      actor: onOneLine(nameOf(actor)),
      claim: onOneLine(statement ?? content.map(([start, end]) => text.slice(start, end)).join(" … ")),
    }));
  if (rated.length === 0) return [];
  const actor = Math.min(
    longestActor,
    Math.floor(width / 4),
    Math.max(...rated.map((row) => displayWidth(row.actor))),
  );
  return [
    "  WORTH A CHECK",
    ...rated.map((row) =>
      `  ${row.worth}  ${fitted(row.actor, actor)}  ${fitted(row.claim, width - actor - 10)}`.trimEnd(),
    ),
  ];
}
