import type { ClaimWord } from "./claim-word.ts";
import type { Rewording } from "./rewording.ts";
import { isPastForm } from "./verb-forms.ts";

/** Forms behind "I" and "we" with those that a name takes. */
const behindName: Readonly<Record<string, string>> = {
  ...{ am: "is", are: "is", "'m": "is", "'re": "is", were: "was" },
  ...{ have: "has", "'ve": "has", haven: "hasn", do: "does", "don't": "doesn’t", "haven't": "hasn’t" },
};

/**
 * The verb behind a pronoun in the form that a name takes ("I'm 52", "[Lina Marsten is] 52"), with its "n't"; `null` where it
 * need not change.
 */
export function agreeingVerb(words: readonly ClaimWord[], pronoun: number): Rewording | null {
  const subject = words[pronoun];
  const at =
    words[pronoun + 1]?.tag === "RB" && words[pronoun + 2]?.tag === "VBP" ? pronoun + 2 : pronoun + 1;
  const verb = words[at];
  if (!subject || !verb) return null;
  const following = words[at + 1];
  const form = behindName[verb.lower];
  if (/^(?:he|she|it)$/u.test(subject.lower)) {
    // "'S" of "he's made" may be "has".
    return verb.lower === "'s" && following?.tag !== "VBN"
      ? { span: [verb.start, verb.end], words: "is" }
      : null;
  }
  if (!/^(?:i|we)$/u.test(subject.lower)) return null;
  if (form !== undefined) {
    if (following?.lower !== "n't") return { span: [verb.start, verb.end], words: form };
    return { span: [verb.start, following.end], words: `${form}n’t` };
  }
  if (verb.tag !== "VBP" || isPastForm(verb) || !/^\p{L}+$/u.test(verb.text)) return null;
  const ending = /(?:s|x|z|ch|sh|o)$/u.test(verb.lower) ? "es" : "s";
  const words3 = /[^aeiou]y$/u.test(verb.lower) ? `${verb.text.slice(0, -1)}ies` : verb.text + ending;
  return { span: [verb.start, verb.end], words: words3 };
}
