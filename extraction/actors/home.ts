import type { Token } from "../tokens/token.ts";
import type { NameRun } from "./name-run.ts";
import { placeAt, stateOf } from "./place-names.ts";
import { isPartOfRole } from "./role-description.ts";

/** How many tokens a constituency in brackets can have: "D-N.H." in parts. */
const longestConstituency = 6;

/** How many tokens a role before a name is searched for the place that it begins with. */
const longestRole = 6;

/**
 * The place that a person is said to stand for, in small letters: "(D-Mo.)" and ", R-Tenn.," behind the name, "of
 * Vermont", "Vermont Sen." and "Florida senator" before it. `null` where none is said.
 */
export function homeOf(tokens: readonly Token[], run: NameRun): string | null {
  const next = tokens[run.last + 1];
  const written = next?.text === "(" || next?.text === "," ? constituency(tokens, run.last + 2) : "";
  if (written !== "") {
    const [party = "", ...rest] = written.split("-");
    if (/^[DRIL]$/u.test(party)) return stateOf(rest.join("-"));
  }
  if (next?.lower === "of") return placeAt(tokens, run.last + 2);
  if (run.title !== null) {
    const place = placeAt(tokens, run.first);
    if (place !== null) return place;
  }
  let first = run.first;
  while (first > Math.max(0, run.first - longestRole) && isPartOfRole(tokens[first - 1])) first--;
  if (first === run.first && run.title === null) return null;
  for (let at = Math.max(0, first - 2); at < first; at++) {
    const place = placeAt(tokens, at);
    if (place !== null && at + place.split(" ").length === first) return place;
  }
  return null;
}

/**
 * The tokens from `at` to a closing bracket or comma, as one word; where none closes it, the first alone. Empty where no
 * party's letter begins it.
 */
function constituency(tokens: readonly Token[], at: number): string {
  if (!/^[DRIL](?:-|$)/u.test(tokens[at]?.text ?? "")) return "";
  const behind = tokens.slice(at, at + longestConstituency);
  const end = behind.findIndex(({ text }) => text === ")" || text === ",");
  return behind
    .slice(0, end < 0 ? 1 : end)
    .map(({ text }) => text)
    .join("");
}
