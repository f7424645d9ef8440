import irregularList from "../lexicons/irregular-pasts.json" with { type: "json" };
import notPastList from "../lexicons/not-pasts.json" with { type: "json" };
import { wordSet } from "./lexicon.ts";
import type { Token } from "./token.ts";
import { isOf, wordClassBy } from "./word-class.ts";
import { isAuxiliary, isClitic } from "./word-classes.ts";

const irregularPasts = wordSet(irregularList);
const notPasts = wordSet(notPastList);
const pasts = wordClassBy(
  (text, lower) =>
    irregularPasts.has(lower) || (text.endsWith("ed") && /[a-z]ed$/u.test(text) && !notPasts.has(lower)),
);

/** Whether a token has the shape of a finite verb: an auxiliary, a past in -ed, or an irregular past. */
export const looksFinite = (token: Token | undefined): boolean =>
  token?.kind === "word" && (isOf(token, pasts) || (isAuxiliary(token) && !isClitic(token)));
