import type { Tag } from "../syntax/tags.ts";
import type { ClaimWord } from "./claim-word.ts";
import { marks } from "./word-marks.ts";

/** Irregular pasts that are the bare form too: only the tagger can tell "they put" from "they put". */
const alikeInPresent: ReadonlySet<string> = new Set(
  "burst cast cost cut found ground hit hurt lay let put quit read saw set shut spread wound".split(" "),
);

/** Whether a form is a past and nothing else, like "lit" and "sent". */
export const isPastForm = ({ marks: known, lower }: ClaimWord): boolean =>
  (known & marks.irregularPast) !== 0 && !alikeInPresent.has(lower);

/**
 * Words with tags put right where the form and the tree say more than the tagger saw: a past that is no other form ("I lit
 * the lamp"), and what looks like a participle or a plural but has a subject and no auxiliary ("the army sent soldiers", "the
 * hotel meets the rule").
 */
export function withVerbForms(words: ClaimWord[]): readonly ClaimWord[] {
  putRightByTree(words);
  return withAnyVerb(words);
}

/** Where nothing is a finite verb, an irregular past behind a noun is: "the county cut its budget". */
function withAnyVerb(words: ClaimWord[]): readonly ClaimWord[] {
  if (words.length < 3 || words.some(({ isFiniteVerb }) => isFiniteVerb)) return words;
  const verb = words.findIndex(
    ({ marks: known, tag }, index) =>
      (known & marks.irregularPast) !== 0 &&
      tag !== "VBN" &&
      /^(?:NN|PRP$)/u.test(words[index - 1]?.tag ?? "") &&
      /^(?:DT|PRP|CD|NNP|IN|RB)/u.test(words[index + 1]?.tag ?? ""),
  );
  const word = words[verb];
  word?.setTag("VBD");
  return words;
}

function putRightByTree(words: ClaimWord[]): void {
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as ClaimWord;
    const tag = tagByTree(words, index, word);
    if (tag !== null && tag !== word.tag) word.setTag(tag);
  }
}

function tagByTree(words: readonly ClaimWord[], index: number, word: ClaimWord): Tag | null {
  const { tag } = word;
  if (tag === "VBP" || tag === "RB") return isPastForm(word) ? "VBD" : tag;
  if (tag !== "VBN" && tag !== "NNS") return tag;
  const { subject, helper, object } = dependentsOf(words, index, word);
  // "The army sent soldiers": a participle behind its noun has no object.
  if (tag === "VBN" && object && word.relation === "acl" && word.head === words[index - 1]?.at) return "VBD";
  if (!subject || helper) return tag;
  return tag === "VBN" ? "VBD" : object ? "VBZ" : tag;
}

/** What depends on a word in its sentence: a subject before it, an auxiliary or copula, an object. */
function dependentsOf(words: readonly ClaimWord[], index: number, { at: verb, sentence }: ClaimWord) {
  let subject = false;
  let helper = false;
  let object = false;
  let from = index;
  while (from > 0 && words[from - 1]?.sentence === sentence) from--;
  for (let other = from; words[other]?.sentence === sentence; other++) {
    const { head, relation, tag } = words[other] as ClaimWord;
    if (head !== verb) continue;
    // "It rained", with a participle for a past: a pronoun right before it is no passive's without an auxiliary.
    subject ||=
      other < index &&
      (relation === "nsubj" || (relation === "nsubj:pass" && tag === "PRP" && other === index - 1));
    helper ||= relation === "aux" || relation === "aux:pass" || relation === "cop";
    object ||= relation === "obj";
  }
  return { subject, helper, object };
}
