import type { ClaimWord } from "./claim-word.ts";

/** The verb that a claim is made with, by index in its words. */
export interface MainVerb {
  /** The verb that carries the meaning; for "is old", the word behind the copula. */
  readonly head: number;
  /** The verb that carries the tense: an auxiliary, a copula, or the head; -1 for an infinitive or no verb. */
  readonly finite: number;
}

const finiteTags: ReadonlySet<string | null> = new Set(["MD", "VBD", "VBZ", "VBP"]);
/** Whether a word is a finite form of a verb. */
export const isFiniteVerb = ({ tag }: ClaimWord): boolean => finiteTags.has(tag);

/** Words that open a clause which is not the claim's own. */
const relatives: ReadonlySet<string> = new Set(
  "who which whom whose where when if because while although though unless until whatever whoever how why".split(
    " ",
  ),
);
const helping: ReadonlySet<string | null> = new Set(["aux", "aux:pass", "cop"]);

/**
 * The verb of the claim's own clause: the first word that depends on none of the claim's, with its auxiliary; without a
 * tree, or where it has none there, the first finite form that no relative word takes.
 */
export function mainVerb(words: readonly ClaimWord[]): MainVerb {
  if (words.some(({ relation }) => relation !== null)) {
    const roots = words.flatMap(({ head, relation }, index) =>
      head < 0 && relation !== "punct" && relation !== "cc" && relation !== "mark" ? [index] : [],
    );
    const proper = roots.filter((root) => !/^(?:advcl|acl)/u.test(words[root]?.relation ?? ""));
    const ofRoot = (proper.length > 0 ? proper : roots).map((head) => ({
      head,
      finite: finiteOf(words, head),
    }));
    const finite = ofRoot.find((verb) => verb.finite >= 0);
    if (finite && !isRelative(words, finite.finite)) return finite;
    // A tree with a noun on top is often wrong, unless what is said is an order ("shield the lamps") or an infinitive.
    const root = ofRoot[0];
    const top = words[root?.head ?? -1];
    if (root && top?.tag === "VB") {
      const subject = words.findIndex(({ head, relation }) => head === root.head && relation === "nsubj");
      // With a subject it is a past that looks like an infinitive ("put", "read").
      return subject >= 0 && subject < root.head ? { head: root.head, finite: root.head } : root;
    }
  }
  const finite = firstOwnVerb(words);
  const word = words[finite];
  const helps = word && helping.has(word.relation) && word.head >= 0;
  return { head: helps ? word.head : finite, finite };
}

/** Whether "who" or its like stands before a verb that the tree takes for the claim's, and another verb behind. */
const isRelative = (words: readonly ClaimWord[], finite: number): boolean =>
  /^(?:who|which)$/u.test(words[finite - 1]?.lower ?? "") && firstOwnVerb(words) > finite;

/** The first finite form that no word before it takes for a clause of its own: in "those who came are back", "are". */
function firstOwnVerb(words: readonly ClaimWord[]): number {
  let open = 0;
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    if (relatives.has(word.lower) || (word.lower === "that" && /^NN/u.test(before?.tag ?? ""))) open++;
    else if (finiteTags.has(word.tag)) {
      if (open === 0) return index;
      open--;
    }
  }
  return -1;
}

function finiteOf(words: readonly ClaimWord[], head: number): number {
  const helper = words.findIndex(
    (word) => word.head === head && helping.has(word.relation) && finiteTags.has(word.tag),
  );
  if (helper >= 0) return helper;
  return finiteTags.has(words[head]?.tag ?? null) ? head : -1;
}

/** The indices of the words that make up the claim's own clause: nothing that a further clause or verb brings. */
export function ownClause(words: readonly ClaimWord[], verb: MainVerb): number[] {
  const indices = words.map((_, index) => index);
  if (words.filter(isFiniteVerb).length < 2) return indices;
  if (words.every(({ relation }) => relation === null)) {
    const from = verb.finite + 1;
    const next = words.findIndex(
      ({ lower, tag }, index) => index > from && (relatives.has(lower) || (lower === "that" && tag === null)),
    );
    return next < 0 ? indices : indices.slice(0, next);
  }
  return indices.filter((index) => {
    let at = index;
    for (let steps = 0; at >= 0 && steps < 60; steps++) {
      if (at === verb.head) return true;
      const { relation, head } = words[at] ?? { relation: null, head: -1 };
      if (relation !== null && /^(?:advcl|acl|ccomp|csubj|parataxis|conj)/u.test(relation)) return false;
      at = head;
    }
    return false;
  });
}
