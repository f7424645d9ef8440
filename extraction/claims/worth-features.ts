import { one, three, two } from "../syntax/feature-hash.ts";
import { relations } from "../syntax/relations.ts";
import { tags } from "../syntax/tags.ts";
import { lowerHash } from "../syntax/word-forms.ts";
import type { WorthWords } from "./worth-words.ts";

const tagFlags = (fits: (tag: string) => boolean): Uint8Array =>
  Uint8Array.from(tags, (tag) => (fits(tag) ? 1 : 0));
const isName = tagFlags((tag) => tag.startsWith("NNP"));
const isPronoun = tagFlags((tag) => tag === "PRP" || tag === "EX" || tag === "WP" || tag === "WDT");
const relationFlags = (fits: (relation: string) => boolean): Uint8Array =>
  Uint8Array.from(relations, (relation) => (fits(relation) ? 1 : 0));
const isSubject = relationFlags((relation) => relation.startsWith("nsubj") || relation === "expl");
const isHelping = relationFlags((relation) => relation.startsWith("aux") || relation === "cop");
const isObject = relationFlags((relation) => /^(?:obj|ccomp|xcomp)$/u.test(relation));
const punctuation = relations.indexOf("punct");

const hashes = (words: string): ReadonlySet<number> => new Set(words.split(" ").map(lowerHash));
const persons: readonly ReadonlySet<number>[] = [
  hashes("i me my mine myself"),
  hashes("we us our ours ourselves"),
  hashes("he she his her him hers"),
  hashes("they them their theirs"),
  hashes("you your yours"),
];
const magnitudes = hashes(
  "hundred hundreds thousand thousands million millions billion billions trillion trillions",
);
const shares = hashes("percent % half third quarter double triple per-cent");
const negations = hashes("not n't never no nobody none nothing");
const cardinal = (tags as readonly string[]).indexOf("CD");
/** Kinds of words of a sentence, as bits: by tag, and by form (the persons first). */
const [past, participle, modal, present, comparative, superlative, dollar] = [0, 1, 2, 3, 4, 5, 6] as const;
const tagsOfKind = [["VBD"], ["VBN"], ["MD"], ["VBZ", "VBP"], ["JJR", "RBR"], ["JJS", "RBS"], ["$"]];
const kindsOfTag = Uint8Array.from(tags, (tag) =>
  tagsOfKind.reduce((bits, of, kind) => bits | (of.includes(tag) ? 1 << kind : 0), 0),
);
const [magnitude, share, negation] = [5, 6, 7] as const;
const kindsOfWord = new Map<number, number>();
for (const [kind, words] of [...persons, magnitudes, shares, negations].entries())
  for (const word of words) kindsOfWord.set(word, (kindsOfWord.get(word) ?? 0) | (1 << kind));

/** What stands in place of a name: the words of one campaign are not those of the next. */
const nameHash = 0x4e414d45;
const figureHash = 0x46494700;
const edge = 0xb0b;

const lengthClass = (words: number): number =>
  words <= 4
    ? words
    : words <= 7
      ? 5
      : words <= 11
        ? 6
        : words <= 16
          ? 7
          : words <= 24
            ? 8
            : words <= 35
              ? 9
              : 10;

/**
 * The features of a proposition's worth, as 32-bit hashes, some of them more than once: dictionary forms and pairs of
 * them, tags, word clusters, arcs of the tree, who does what in which tense, figures, comparisons, and whom it speaks
 * of. Names and figures count as such: which they are differs from one debate to the next.
 */
export function worthFeatures(words: WorthWords): number[] {
  const features: number[] = [];
  const { tag, relation, head, lower, lemma, cluster, figure, length } = words;
  const plain = Array.from({ length }, (_, at) => {
    const kind = figure[at] ?? 0;
    if (kind > 0) return figureHash + kind;
    return isName[tag[at] ?? 0] === 1 ? nameHash : (lemma[at] ?? 0);
  });
  for (let at = 0; at < length; at++) {
    const t = tag[at] ?? 0;
    const r = relation[at] ?? 0;
    const own = plain[at] ?? 0;
    const before = at > 0 ? (tag[at - 1] ?? 0) : edge;
    features.push(
      two(1, own, t),
      one(2, t),
      two(3, t, before),
      one(4, cluster[at] ?? 0),
      two(5, own, at > 0 ? (plain[at - 1] ?? 0) : edge),
      three(6, t, before, at > 1 ? (tag[at - 2] ?? 0) : edge),
    );
    if (isName[t] === 0 && figure[at] === 0) features.push(one(7, lower[at] ?? 0));
    if (at > 1) features.push(two(8, own, plain[at - 2] ?? 0));
    if (r === punctuation) continue;
    const h = head[at] ?? -1;
    const above = h < 0 ? edge : (plain[h] ?? 0);
    features.push(
      three(9, r, own, above),
      two(10, r, own),
      two(11, r, above),
      three(12, r, t, h < 0 ? edge : (tag[h] ?? 0)),
    );
  }
  features.push(two(14, plain[length - 1] ?? 0, edge));
  readClauses(features, words, plain);
  readTraits(features, words);
  return features;
}

/** Who does what, in which tense: subject, auxiliaries and verb of each clause, the topmost ones apart. */
function readClauses(
  features: number[],
  { tag, relation, head, lemma }: WorthWords,
  plain: readonly number[],
) {
  interface Clause {
    subject: number;
    helping: number;
    finite: number;
    object: number;
    negated: number;
  }
  const clauses = new Map<number, Clause>();
  for (const [at, above] of head.entries()) {
    const r = relation[at] ?? 0;
    const clause = clauses.get(above) ?? { subject: -1, helping: 0, finite: -1, object: -1, negated: 0 };
    if (isSubject[r] === 1 && clause.subject < 0) clause.subject = at;
    else if (isHelping[r] === 1) {
      clause.helping = Math.imul(clause.helping, 31) + (lemma[at] ?? 0);
      if (clause.finite < 0) clause.finite = tag[at] ?? 0;
    } else if (isObject[r] === 1 && clause.object < 0) clause.object = at;
    else if (negations.has(lemma[at] ?? 0)) clause.negated = 1;
    clauses.set(above, clause);
  }
  for (const [at, { subject, helping, finite, object, negated }] of clauses) {
    if (at < 0) continue;
    const top = head[at] === -1;
    if (!top && subject < 0 && finite < 0) continue;
    const t = tag[at] ?? 0;
    const who =
      subject < 0
        ? edge
        : isPronoun[tag[subject] ?? 0] === 1
          ? (lemma[subject] ?? 0)
          : isName[tag[subject] ?? 0] === 1
            ? nameHash
            : (tag[subject] ?? 0);
    const form = finite < 0 ? t : finite;
    const verb = plain[at] ?? 0;
    features.push(
      two(20, who, form),
      three(21, who, helping, t),
      three(22, who, form, verb),
      three(24, relation[at] ?? 0, who, form),
    );
    if (!top) continue;
    features.push(
      two(30, verb, form),
      three(31, who, helping, form),
      two(32, who, verb),
      two(33, helping, verb),
      three(34, who, form, negated),
      two(35, negated, form),
      object < 0 ? one(36, edge) : two(36, relation[object] ?? 0, verb),
    );
    if (subject >= 0) features.push(one(37, plain[subject] ?? 0));
  }
}

/** What holds for the whole: figures, comparison, tense, persons, length, and how they go together. */
function readTraits(features: number[], { tag, lower, figure, length, question }: WorthWords): void {
  let [kinds, said, figures, numbers, names] = [0, 0, 0, 0, 0];
  for (let at = 0; at < length; at++) {
    const t = tag[at] ?? 0;
    kinds |= kindsOfTag[t] as number;
    said |= kindsOfWord.get(lower[at] ?? 0) ?? 0;
    if ((figure[at] ?? 0) > 0) figures++;
    if (t === cardinal) numbers++;
    names += isName[t] as number;
  }
  const has = (kind: number): number => (kinds >>> kind) & 1;
  const hasWord = (kind: number): number => (said >>> kind) & 1;
  const counted = figures + numbers > 0 ? 1 : 0;
  const size = lengthClass(length);
  const mask = said & 31;
  const told = has(past);
  const would = has(modal);
  const now = has(present);
  const tense = told + 2 * would + 4 * now;
  const more = has(comparative);
  const most = has(superlative);
  const great = hasWord(magnitude);
  const parts = hasWord(share);
  const traits = [
    size,
    Math.min(3, figures),
    Math.min(4, numbers),
    Math.min(4, names),
    question ? 1 : 0,
    parts,
    has(dollar),
    great,
    more + 2 * most + 4 * counted,
    mask,
    tense,
    tense + 8 * counted,
    (mask & 5) + 8 * tense,
    Math.min(2, figures) + 4 * size,
    Math.min(2, names) + 4 * Math.min(2, numbers) + 16 * told,
    size * 2 + (mask & 1),
    (mask & 3) + 4 * counted + 8 * Math.min(1, names),
    hasWord(negation) + 2 * tense,
    has(participle) + 2 * counted,
    parts + 2 * great + 4 * more + 8 * told,
  ];
  for (const [at, value] of traits.entries()) features.push(two(50, at, value));
  for (const kind of figure) if (kind > 0) features.push(one(51, kind));
}
