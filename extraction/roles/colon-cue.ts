import type { Token } from "../tokens/token.ts";
import { type Attributed, attributed } from "./attributed.ts";
import { contentFrom } from "./content-from.ts";
import { phraseStartingAt } from "./phrase-starting-at.ts";
import { type ReportingVerb, reportingVerbs } from "./reporting-verbs.ts";

/**
 * A source, a colon and a quotation, with nothing else: "Mayor Odell: “…”" (the colon is the cue), "Statement from
 * Mayor Odell: “…”" and "Asked Odell: “…”" (the words before the name are).
 */
export function colonCue(tokens: readonly Token[], floor: number): Attributed | null {
  if (!hasColon(tokens)) return null;
  const from = [floor, floor + 1].find((at) => tokens[at]?.lower === "from");
  const verb = from === undefined ? introduction(tokens[floor]) : undefined;
  const lead = from ?? (verb && floor);
  const source = phraseStartingAt(tokens, lead === undefined ? floor : lead + 1);
  if (!source) return null;
  const colon = source.last + 1;
  if (tokens[colon]?.text !== ":" || !tokens[colon + 1]?.quotation) return null;
  const content = contentFrom(tokens, colon + 1);
  const cue = lead === undefined ? { first: colon, last: colon } : { first: floor, last: lead };
  const parts = { source, cue, rule: "colon" as const, act: verb?.act ?? "assert" };
  return content && attributed(tokens, { ...parts, content: [content] });
}

/** Whether a quotation stands behind a colon: few sentences have one, and a source would be read in each. */
function hasColon(tokens: readonly Token[]): boolean {
  for (let at = 1; at < tokens.length; at++)
    if (tokens[at]?.quotation && tokens[at - 1]?.text === ":") return true;
  return false;
}

/** A past form at the head of a sentence, its subject behind it. */
const introduction = (token: Token | undefined): ReportingVerb | undefined =>
  token && reportingVerbs(token.lower).find(({ past, complements }) => past && complements.has("q"));
