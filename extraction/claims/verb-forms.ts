import irregularList from "../lexicons/irregular-pasts.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import { type ClaimWord, claimWord } from "./claim-word.ts";
import { isFiniteVerb } from "./main-verb.ts";

const irregularPasts = wordSet(irregularList);
/** Irregular pasts that are the bare form too: only the tagger can tell "they put" from "they put". */
const alikeInPresent: ReadonlySet<string> = new Set(
  "burst cast cost cut found ground hit hurt lay let put quit read saw set shut spread wound".split(" "),
);
const helping: ReadonlySet<string | null> = new Set(["aux", "aux:pass", "cop"]);

/** Whether a form is a past and nothing else, like "lit" and "sent". */
export const isPastForm = (lower: string): boolean => irregularPasts.has(lower) && !alikeInPresent.has(lower);

/**
 * Words with tags put right where the form and the tree say more than the tagger saw: a past that is no other form ("I lit
 * the lamp"), and what looks like a participle or a plural but has a subject and no auxiliary ("the army sent soldiers", "the
 * hotel meets the rule").
 */
export function withVerbForms(words: readonly ClaimWord[]): readonly ClaimWord[] {
  return withAnyVerb(byTree(words));
}

/** Where nothing is a finite verb, an irregular past behind a noun is: "the county cut its budget". */
function withAnyVerb(words: readonly ClaimWord[]): readonly ClaimWord[] {
  if (words.some(isFiniteVerb)) return words;
  const verb = words.findIndex(
    ({ lower, tag }, index) =>
      irregularPasts.has(lower) &&
      tag !== "VBN" &&
      /^(?:NN|PRP$)/u.test(words[index - 1]?.tag ?? "") &&
      /^(?:DT|PRP|CD|NNP|IN|RB)/u.test(words[index + 1]?.tag ?? ""),
  );
  if (verb < 0) return words;
  return words.map((word, index) => (index === verb ? claimWord(word, "VBD", word.head) : word));
}

function byTree(words: readonly ClaimWord[]): readonly ClaimWord[] {
  const unsure = words.some(
    ({ tag, lower }) =>
      tag === "VBN" || tag === "NNS" || ((tag === "VBP" || tag === "RB") && isPastForm(lower)),
  );
  if (!unsure) return words;
  const withSubject = new Set<number>();
  const withHelper = new Set<number>();
  for (const [index, { head, relation, tag }] of words.entries()) {
    // "It rained", with a participle for a past: a pronoun right before it is no passive's without an auxiliary.
    const isSubject =
      relation === "nsubj" || (relation === "nsubj:pass" && tag === "PRP" && index === head - 1);
    if (isSubject && index < head) withSubject.add(head);
    else if (helping.has(relation)) withHelper.add(head);
  }
  return words.map((word, index) => {
    const { tag, lower } = word;
    if ((tag === "VBP" || tag === "RB") && isPastForm(lower)) return claimWord(word, "VBD", word.head);
    const hasObject = (): boolean => words.some((other) => other.head === index && other.relation === "obj");
    // "The army sent soldiers": a participle behind its noun has no object.
    if (tag === "VBN" && word.relation === "acl" && word.head === index - 1 && hasObject())
      return claimWord(word, "VBD", word.head);
    if (!withSubject.has(index) || withHelper.has(index)) return word;
    if (tag === "VBN") return claimWord(word, "VBD", word.head);
    return tag === "NNS" && hasObject() ? claimWord(word, "VBZ", word.head) : word;
  });
}
