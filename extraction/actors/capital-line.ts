import type { NameRun } from "./name-run.ts";
import { typeOfName } from "./type-of-name.ts";

/** Small words of the grammar that such lines have, and few names of people. */
const smallWords = new Set(
  "a about after all an and are as at be but by did do does for from has have her his how if in is it no not on over that the this to was were what when who why will with".split(
    " ",
  ),
);

/** Those of them that names of bodies have. */
const smallWordsOfBodies = new Set(["a", "about", "and", "for", "in", "on", "the", "to"]);

/** "Ruiz Plans To Leave": a line in which all words have capitals, and small words of the grammar among them. */
export const isCapitalLine = (run: NameRun): boolean =>
  run.words.length > 3 &&
  run.words.slice(1, -1).some((word) => isSmall(word, typeOfName(run, "") !== "person"));

const isSmall = (word: string, inBody: boolean): boolean =>
  /^\p{Lu}/u.test(word) &&
  smallWords.has(word.toLowerCase()) &&
  !(inBody && smallWordsOfBodies.has(word.toLowerCase()));
