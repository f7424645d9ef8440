import jointList from "../lexicons/joint-offices.json" with { type: "json" };
import particleList from "../lexicons/name-particles.json" with { type: "json" };
import suffixList from "../lexicons/name-suffixes.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isCapitalised, isClitic } from "../tokens/word-classes.ts";
import { isBodyWord, isCauseWord } from "./body-names.ts";
import { isFirstNameToken } from "./first-name.ts";
import { isMark } from "./name-marks.ts";
import { isMonth, isTitle } from "./name-words.ts";

const particles = wordSet(particleList);
const jointOffices = wordSet(jointList);
const suffixes = wordSet(suffixList);

/** Bodies that are named after their subject with "on"; a closed choice of institutional names. */
const subjectBodies = new Set(["center", "commission", "committee", "conference", "council", "panel"]);

/** How many tokens a circuit of courts has: "District of Columbia Circuit". */
const longestCircuit = 4;

/** The next token of the run that has reached `last`: a capitalised word, an initial, a particle with its name, "of" in a body's name; `last` itself where the run ends. */
export function nextOfRun(tokens: readonly Token[], last: number): number {
  const next = tokens[last + 1];
  const after = tokens[last + 2];
  const current = tokens[last];
  if (!next || !current) return last;
  // "Theresa May"
  if (isCapitalised(next) && !(isMonth(next) && !isFirstNameToken(current)) && !isClitic(next))
    return last + 1;
  if (suffixes.has(next.lower)) return last + 1;
  // The plural possessive in a body's name: "Bank Workers’ Union", not "Tarn News’ Ana Ruiz".
  if (
    next.lower === "'" &&
    next.start === current.end &&
    /s$/u.test(current.text) &&
    isCapitalised(after) &&
    !isClitic(after) &&
    [last - 3, last - 2, last - 1, last + 2, last + 3].some(
      (near) => isCapitalised(tokens[near]) && isBodyWord(tokens[near]),
    )
  )
    return last + 2;
  if (particles.has(next.lower) && isCapitalised(after) && !isTitle(current)) return last + 2;
  if (
    next.kind === "quotation" &&
    next.text.length <= 16 &&
    isCapitalised(after) &&
    /^.\p{Lu}[\p{L}\s]+.$/u.test(next.text)
  )
    return last + 2;
  // The same where its marks are tokens.
  if (isMark(next) && isMark(tokens[last + 3]) && isCapitalised(after) && isCapitalised(tokens[last + 4]))
    return last + 4;
  // "Secretary of State Ana Ruiz": an office between the title and the name.
  if (
    next.lower === "of" &&
    isTitle(current) &&
    isTitle(after) &&
    isCapitalised(after) &&
    isCapitalised(tokens[last + 3])
  )
    return last + 2;
  // "Food and Drug Administration"
  if (["and", "&"].includes(next.lower) && jointOffices.has(current.lower) && isCapitalised(after))
    return last + 2;
  // "Court of Appeals for the Sixth Circuit"
  if (current.lower === "appeals" && next.lower === "for" && after?.lower === "the") {
    const ahead = tokens
      .slice(last + 3, last + 3 + longestCircuit)
      .findIndex(({ lower }) => lower === "circuit");
    return ahead < 0 ? last : last + 3 + ahead;
  }
  // "Commission on Harbour Safety", not "the commission met on Monday".
  if (next.lower === "on" && subjectBodies.has(current.lower) && isCapitalised(after))
    return isMonth(after) ? last : last + 2;
  const joinsBody =
    (["of", "for", "and", "&"].includes(next.lower) && isBodyWord(current)) ||
    (["for", "against"].includes(next.lower) && isCauseWord(current));
  if (joinsBody && next.lower !== "and") {
    if (isCapitalised(after)) return last + 2;
    // "Committee for a Cleaner Harbour"
    if (["the", "a", "an"].includes(after?.lower ?? "") && isCapitalised(tokens[last + 3])) return last + 3;
  }
  return last;
}
