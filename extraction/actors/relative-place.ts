import type { Token } from "../tokens/token.ts";

/** How far back, in tokens, the first of two joined relative clauses and the dash that opens an aside are looked for. */
const longestClause = 40;

const relatives = new Set(["who", "whom", "whose", "which"]);

/** "Who …, and who …": index of the first relative pronoun of a row joined by a conjunction; `at` where nothing joins. */
export function firstOfRow(tokens: readonly Token[], at: number): number {
  const pronoun = tokens[at]?.lower;
  let first = at;
  while (["and", "but", "or"].includes(tokens[first - 1]?.lower ?? "")) {
    const earlier = tokens.findLastIndex(
      ({ lower }, index) => index < first && index > first - longestClause && lower === pronoun,
    );
    if (earlier < 0) break;
    first = earlier;
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
  const opening = tokens.findLastIndex(
    (token, index) => index <= before && index > before - longestClause && isDash(token),
  );
  const isRelative = tokens.slice(opening + 1, opening + 4).some(({ lower }) => relatives.has(lower));
  if (opening <= 0 || !isRelative) return before;
  let last = opening - 1;
  while (isPause(tokens[last])) last--;
  return last;
}

const isDash = (token: Token | undefined): boolean => /^(?:-+|–|—)$/u.test(token?.text ?? "");

const isPause = (token: Token | undefined): boolean => token?.text === "," || isDash(token);
