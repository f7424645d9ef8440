import type { Attribution } from "../extraction.ts";
import neutralList from "../lexicons/neutral-verbs.json" with { type: "json" };
import { reportingVerbs } from "../roles/reporting-verbs.ts";
import type { Span } from "../span.ts";
import { wordSet } from "../tokens/lexicon.ts";

const neutral = wordSet(neutralList);

/** How far apart, in code units, source, cue and content may stand to be read as one clause. */
const closest = 60;

/**
 * The stretch from behind a source to its content, "denied ", where source, cue and content stand in this order in one
 * clause; with it before, a content that is no clause of its own can be read alone. `null` where they do not, and where the
 * cue only says that somebody spoke: "said “not before Easter”" is no more of a sentence for it.
 */
export function frameOf(
  text: string,
  { source, cue, content }: Pick<Attribution, "source" | "cue" | "content">,
  claim: Span,
): Span | null {
  const [from] = source;
  const [said] = cue;
  if (!from || !said || source.length > 1 || content[0]?.[0] !== claim[0]) return null;
  if (said[0] < from[1] || said[0] - from[1] > closest || claim[0] < said[1] || claim[0] - said[1] > closest)
    return null;
  // "The groundsman, who gave no name, denied": what is told of the source in passing is no part of it.
  const passing = /^,\swho(?:se|m)?\s[^,]{1,60},(?=\s)/u.exec(text.slice(from[1], said[0]));
  const between: Span = [from[1] + (passing?.[0].length ?? 0), claim[0]];
  const words = text.slice(...between);
  if (/[.!?:;\n“”"«»„]/u.test(words)) return null;
  const verbs = (words.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => reportingVerbs(word));
  if (verbs.length > 0 && verbs.every(({ base }) => neutral.has(base)) && !/\s(?:of|for)\s+$/u.test(words))
    return null;
  return between;
}
