import { longestKept } from "../tokens/met-words.ts";
import { tags } from "./tags.ts";
import { lowerHash } from "./word-forms.ts";

/** Longest ending that a rule may have, in code units. */
export const longestEnding = 5;

/** How many lemmas of one kind are kept; they are forgotten all at once. */
const mostMet = 8192;

/** Kinds of words that form their lemmas alike, by tag: verbs, nouns, adjectives, adverbs, and words that stay as they are. */
const kinds = tags.map((tag) => {
  if (tag.startsWith("VB") || tag === "MD") return "V";
  if (tag === "NNS" || tag === "NNPS") return "N";
  if (tag.startsWith("JJ")) return "J";
  return tag.startsWith("RB") ? "R" : "";
});

/** The kind of word that a tag stands for, as the rules name it; empty where the lemma is the form. */
export const lemmaKind = (tag: number): string => kinds[tag] ?? "";

/**
 * Dictionary forms by rules learned from a treebank. A rule is four words with a blank between: kind, ending (`^` and the form for a
 * single word), how many code units to take off, and what to put there; the longest ending counts.
 */
export class Lemmas {
  private readonly rules = new Map<string, readonly [strip: number, add: string]>();
  /** By kind the hashes of the lemmas that were asked for last, by form. */
  private readonly met = new Map<string, Map<string, number>>();

  constructor(rules: readonly string[]) {
    for (const rule of rules) {
      const [kind = "", ending = "", strip = "0", add = ""] = rule.split(" ");
      this.rules.set(kind + ending, [Number(strip), add]);
    }
  }

  /** The lemma of a form with a tag, an index in `tags`: in lower case, with a straight apostrophe. */
  lemmaOf(form: string, tag: number): string {
    const lower = form.toLowerCase().replaceAll("’", "'");
    const kind = lemmaKind(tag);
    if (kind === "") return lower;
    const [strip, add] = this.ruleOf(kind, lower);
    return lower.slice(0, lower.length - strip) + add;
  }

  /** The hash of the lemma of a form with a tag, the form in lower case with a straight apostrophe. */
  hashOf(lower: string, tag: number): number {
    const kind = lemmaKind(tag);
    const met = this.met.get(kind) ?? new Map<string, number>();
    const known = met.get(lower);
    if (known !== undefined) return known;
    const hash = lowerHash(this.lemmaOf(lower, tag));
    if (lower.length > longestKept) return hash;
    if (met.size === mostMet) met.clear();
    this.met.set(kind, met.set(lower, hash));
    return hash;
  }

  private ruleOf(kind: string, lower: string): readonly [strip: number, add: string] {
    const single = this.rules.get(`${kind}^${lower}`);
    if (single) return single;
    for (let length = Math.min(longestEnding, lower.length - 1); length >= 0; length--) {
      const rule = this.rules.get(kind + lower.slice(lower.length - length));
      if (rule && rule[0] < lower.length) return rule;
    }
    return [0, ""];
  }
}
