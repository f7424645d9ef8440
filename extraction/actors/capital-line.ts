import type { NameRun } from "./name-run.ts";
import { typeOfName } from "./type-of-name.ts";

/** Small words of the grammar that such lines have, and few names of people. */
const smallWords = new Set([
  "a",
  "about",
  "after",
  "an",
  "and",
  "as",
  "at",
  "by",
  "for",
  "from",
  "in",
  "is",
  "on",
  "over",
  "the",
  "to",
  "with",
]);

/** "Ruiz Plans To Leave": a line in which all words have capitals, and small words of the grammar among them. */
export const isCapitalLine = (run: NameRun): boolean =>
  run.words.length > 3 &&
  typeOfName(run, "") === "person" &&
  run.words.slice(1, -1).some((word) => /^\p{Lu}/u.test(word) && smallWords.has(word.toLowerCase()));
