import irregularList from "../lexicons/irregular-pasts.json" with { type: "json" };
import notPastList from "../lexicons/not-pasts.json" with { type: "json" };
import { wordSet } from "./lexicon.ts";
import type { Token } from "./token.ts";
import { isOf, wordClass } from "./word-class.ts";
import { isAuxiliary, isClitic } from "./word-classes.ts";

const irregularPasts = wordClass(wordSet(irregularList));
const notPasts = wordClass(wordSet(notPastList));

/** Whether a token has the shape of a finite verb: an auxiliary, a past in -ed, or an irregular past. */
export const looksFinite = (token: Token | undefined): boolean =>
  !!token &&
  token.kind === "word" &&
  ((isAuxiliary(token) && !isClitic(token)) ||
    isOf(token, irregularPasts) ||
    (token.text.endsWith("ed") && /[a-z]ed$/u.test(token.text) && !isOf(token, notPasts)));
