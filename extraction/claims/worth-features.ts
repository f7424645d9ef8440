import { one, three, two } from "../syntax/feature-hash.ts";
import { relations } from "../syntax/relations.ts";
import { tags } from "../syntax/tags.ts";
import { lowerHash } from "../syntax/word-forms.ts";
import type { WorthWords } from "./worth-words.ts";

const tagFlags = (fits: (tag: string) => boolean): Uint8Array =>
  Uint8Array.from(tags, (tag) => (fits(tag) ? 1 : 0));
const isName = tagFlags((tag) => tag.startsWith("NNP"));
const isPronoun = tagFlags((tag) => tag === "PRP" || tag === "EX" || tag === "WP" || tag === "WDT");
const isContent = tagFlags((tag) => /^(?:NN|VB|JJ|CD|RB)/u.test(tag));
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
const light = hashes("be have do");
const magnitudes = hashes(
  "hundred hundreds thousand thousands million millions billion billions trillion trillions",
);
const shares = hashes("percent % half third quarter double triple per-cent");
const negations = hashes("not n't never no nobody none nothing");
const tagNumber = (tag: string): number => (tags as readonly string[]).indexOf(tag);
const [
  past,
  participle,
  modal,
  singular,
  plural,
  cardinal,
  comparative,
  moreOf,
  superlative,
  mostOf,
  dollar,
] = ["VBD", "VBN", "MD", "VBZ", "VBP", "CD", "JJR", "RBR", "JJS", "RBS", "$"].map(tagNumber);

/** What stands in place of a name: the words of one campaign are not those of the next. */
const nameHash = 0x4e414d45;
const figureHash = 0x46494700;
const edge = 0xb0b;
/** Content words of which each two are a feature, at most: the number of pairs is bounded with it. */
const mostPaired = 16;

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
      three(13, r, cluster[at] ?? 0, h < 0 ? edge : (cluster[h] ?? 0)),
    );
  }
  features.push(two(14, plain[length - 1] ?? 0, edge));
  readClauses(features, words, plain);
  readPairs(features, words);
  readTraits(features, words);
  return features;
}

/** Who does what, in which tense: subject, auxiliaries and verb of each clause, the topmost ones apart. */
function readClauses(
  features: number[],
  { tag, relation, head, cluster, lemma }: WorthWords,
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
      three(23, who, form, cluster[at] ?? 0),
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
    if (subject >= 0)
      features.push(one(37, plain[subject] ?? 0), two(38, cluster[subject] ?? 0, cluster[at] ?? 0));
  }
}

/** Clusters of content words that stand in one proposition, by twos. */
function readPairs(features: number[], { tag, lemma, cluster, figure, length }: WorthWords): void {
  const found = new Set<number>();
  for (let at = 0; at < length && found.size < mostPaired; at++) {
    if (isContent[tag[at] ?? 0] === 0 || light.has(lemma[at] ?? 0)) continue;
    found.add((figure[at] ?? 0) > 0 ? 999 : (cluster[at] ?? 0));
  }
  const sorted = [...found].sort((a, b) => a - b);
  for (const [at, first] of sorted.entries())
    for (const second of sorted.slice(at + 1)) features.push(two(40, first, second));
}

/** What holds for the whole: figures, comparison, tense, persons, length, and how they go together. */
function readTraits(features: number[], { tag, lower, figure, length, question }: WorthWords): void {
  const has = (...kinds: (number | undefined)[]): number => (tag.some((one) => kinds.includes(one)) ? 1 : 0);
  const hasWord = (set: ReadonlySet<number>): number => (lower.some((word) => set.has(word)) ? 1 : 0);
  const figures = figure.filter((kind) => kind > 0).length;
  const numbers = tag.filter((one) => one === cardinal).length;
  const names = tag.filter((one) => isName[one] === 1).length;
  const counted = figures + numbers > 0 ? 1 : 0;
  const size = lengthClass(length);
  const who = persons.map(hasWord);
  const mask = who.reduce((sum, bit, at) => sum + (bit << at), 0);
  const told = has(past);
  const would = has(modal);
  const now = has(singular, plural);
  const tense = told + 2 * would + 4 * now;
  const more = has(comparative, moreOf);
  const most = has(superlative, mostOf);
  const great = hasWord(magnitudes);
  const share = hasWord(shares);
  const traits = [
    size,
    Math.min(3, figures),
    Math.min(4, numbers),
    Math.min(4, names),
    question ? 1 : 0,
    share,
    has(dollar),
    great,
    more + 2 * most + 4 * counted,
    mask,
    tense,
    tense + 8 * counted,
    (mask & 5) + 8 * tense,
    Math.min(2, figures) + 4 * size,
    Math.min(2, names) + 4 * Math.min(2, numbers) + 16 * told,
    size * 2 + (who[0] ?? 0),
    (mask & 3) + 4 * counted + 8 * Math.min(1, names),
    hasWord(negations) + 2 * tense,
    has(participle) + 2 * counted,
    share + 2 * great + 4 * more + 8 * told,
  ];
  for (const [at, value] of traits.entries()) features.push(two(50, at, value));
  for (const kind of figure) if (kind > 0) features.push(one(51, kind));
}
