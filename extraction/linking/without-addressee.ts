import type { Frame } from "../frames/frame.ts";
import addressingVerbs from "../lexicons/addressing-verbs.json" with { type: "json" };
import { type Span, textOf } from "../span.ts";
import { wordSet } from "../tokens/lexicon.ts";

const addressing = wordSet(addressingVerbs);
/** Up to eight words, none of them with a mark behind it, and the clause that they stand before. */
const addressee = /^(?:[\p{L}\p{M}\d.’'&$-]+\s){1,8}?(?=that\s)/u;

/**
 * A frame whose content leaves out whom its words were said to: “told <the crowd> that …” (PolNeAR's guidelines, 20). What a clause
 * with “that” stands behind, right after a verb of telling, is nobody's words.
 */
export function withoutAddressee(text: string, frame: Frame): Frame {
  const { cue, content } = frame;
  const [first, ...others] = content;
  if (!cue || !first || first[0] < cue[1] || text.slice(cue[1], first[0]).trim() !== "") return frame;
  const words = textOf(text, cue);
  const verb = /\s/u.test(words) ? words.split(/\s+/u).at(-1) : words;
  if (verb === undefined || !addressing.has(verb.toLowerCase())) return frame;
  const told = addressee.exec(textOf(text, first))?.[0].length ?? 0;
  const rest: Span = [first[0] + told, first[1]];
  return told > 0 ? { ...frame, content: [rest, ...others] } : frame;
}
