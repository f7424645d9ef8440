import type { Token } from "../tokens/token.ts";
import { isCapitalised } from "../tokens/word-classes.ts";
import { stateOf } from "./place-names.ts";

/** How far back, in tokens, the first of two joined relative clauses and the dash that opens an aside are looked for. */
const longestClause = 40;

/** How many relative clauses of a row are passed over. */
const longestRow = 8;

const relatives = new Set(["who", "whom", "whose", "which"]);

/** "Who …, and who …": index of the first relative pronoun of a row joined by a conjunction; `at` where nothing joins. */
export function firstOfRow(tokens: readonly Token[], at: number): number {
  const pronoun = tokens[at]?.lower;
  let first = at;
  for (let clauses = 0; clauses < longestRow; clauses++) {
    if (!["and", "but", "or"].includes(tokens[first - 1]?.lower ?? "")) break;
    const from = Math.max(0, first - longestClause);
    const earlier = tokens.slice(from, first).findLastIndex(({ lower }) => lower === pronoun);
    if (earlier < 0) break;
    first = from + earlier;
  }
  return first;
}

/**
 * Index of the last token of what stands before the relative pronoun at `at`: a comma, a dash (also one typed as two
 * hyphens), and an aside between dashes that is a relative clause of its own ("skippers – many of whom … – who") are
 * passed over.
 */
export function lastBefore(tokens: readonly Token[], at: number): number {
  let before = at - 1;
  while (before >= at - 2 && isPause(tokens[before])) before--;
  if (!isDash(tokens[before + 1])) return before;
  const from = Math.max(0, before - longestClause);
  const opening = from + tokens.slice(from, before + 1).findLastIndex(isDash);
  const isRelative = tokens.slice(opening + 1, opening + 4).some(({ lower }) => relatives.has(lower));
  if (opening <= from || !isRelative) return before;
  let last = opening - 1;
  while (isPause(tokens[last])) last--;
  return last;
}

/** How many words a town has. */
const longestTown = 3;

/**
 * "Ana Ruiz, 59, of Tolvek, Iowa", "a clerk from Tolvek, New Jersey": index of the last token before the town and its
 * state, and an age; `last` where no such ends there.
 */
export function withoutHome(tokens: readonly Token[], last: number): number {
  const end = tokens[last]?.text === "." ? last - 1 : last;
  let comma = end - 1;
  while (comma > end - longestTown - 1 && isCapitalised(tokens[comma])) comma--;
  const state = tokens.slice(comma + 1, end + 1).map(({ text }) => text);
  if (tokens[comma]?.text !== "," || stateOf(state.join(" ")) === null) return last;
  let link = comma - 1;
  while (link > comma - longestTown - 1 && isCapitalised(tokens[link])) link--;
  if (link === comma - 1 || !["of", "from", "in", "near"].includes(tokens[link]?.lower ?? "")) return last;
  let before = link - 1;
  if (tokens[before]?.text === ",") before--;
  if (tokens[before]?.kind === "number" && tokens[before - 1]?.text === ",") before -= 2;
  return before;
}

const isDash = (token: Token | undefined): boolean => /^(?:-+|–|—)$/u.test(token?.text ?? "");

const isPause = (token: Token | undefined): boolean => token?.text === "," || isDash(token);
