import { nameFeatures, one, pair, triple } from "../syntax/feature-hash.ts";
import { relations } from "../syntax/relations.ts";
import { edge, formKinds, isName, kindsOfForm, nameHash, tagFlags } from "./worth-signs.ts";
import type { WorthWords } from "./worth-words.ts";

const isPronoun = tagFlags((tag) => tag === "PRP" || tag === "EX" || tag === "WP" || tag === "WDT");
const relationFlags = (fits: (relation: string) => boolean): Uint8Array =>
  Uint8Array.from(relations, (relation) => (fits(relation) ? 1 : 0));
const isSubject = relationFlags((relation) => relation.startsWith("nsubj") || relation === "expl");
const isHelping = relationFlags((relation) => relation.startsWith("aux") || relation === "cop");
const isObject = relationFlags((relation) => /^(?:obj|ccomp|xcomp)$/u.test(relation));

/** Who does what, in which tense: subject, auxiliaries and verb of each clause, by the place of the word that all hang on. */
export class WorthClauses {
  /** The clauses in the order in which they begin, and whether a word has one. */
  private order = new Int32Array(0);
  private known = new Uint8Array(0);
  /** Places, -1 for none. */
  private subject = new Int32Array(0);
  private object = new Int32Array(0);
  /** Of the auxiliaries: the tag of the first, -1 for none, and a number made of their dictionary forms. */
  private finite = new Int32Array(0);
  private helping = new Int32Array(0);
  private negated = new Uint8Array(0);

  /**
   * Puts the features of all clauses, those of the topmost ones apart, into `features` from `from` on; gives the end.
   *
   * @param plain what counts of each word
   */
  add(features: Int32Array, from: number, words: WorthWords, plain: Int32Array): number {
    const clauses = this.read(words);
    let count = from;
    for (let clause = 0; clause < clauses; clause++)
      count = this.addOne(features, count, words, plain, this.order[clause] as number);
    return count;
  }

  /** Reads the clauses of some words; gives how many. */
  private read({ relation, head, tag, lemma, length }: WorthWords): number {
    this.clear(length);
    const { order, known, subject, object, finite, helping, negated } = this;
    let clauses = 0;
    for (let at = 0; at < length; at++) {
      const above = head[at] as number;
      if (above < 0) continue;
      if (known[above] === 0) {
        known[above] = 1;
        order[clauses++] = above;
      }
      const r = relation[at] as number;
      if (isSubject[r] === 1 && (subject[above] as number) < 0) subject[above] = at;
      else if (isHelping[r] === 1) {
        helping[above] = Math.imul(helping[above] as number, 31) + (lemma[at] as number);
        if ((finite[above] as number) < 0) finite[above] = tag[at] as number;
      } else if (isObject[r] === 1 && (object[above] as number) < 0) object[above] = at;
      else if ((kindsOfForm(lemma[at] as number) & formKinds.negation) !== 0) negated[above] = 1;
    }
    return clauses;
  }

  private clear(length: number): void {
    if (this.order.length < length) {
      const size = length * 2;
      this.order = new Int32Array(size);
      this.known = new Uint8Array(size);
      this.subject = new Int32Array(size);
      this.object = new Int32Array(size);
      this.finite = new Int32Array(size);
      this.helping = new Int32Array(size);
      this.negated = new Uint8Array(size);
    }
    const { known, subject, object, finite, helping, negated } = this;
    for (let at = 0; at < length; at++) {
      known[at] = 0;
      subject[at] = -1;
      object[at] = -1;
      finite[at] = -1;
      helping[at] = 0;
      negated[at] = 0;
    }
  }

  private addOne(
    features: Int32Array,
    from: number,
    { tag, relation, head, lemma }: WorthWords,
    plain: Int32Array,
    at: number,
  ): number {
    const subject = this.subject[at] as number;
    const finite = this.finite[at] as number;
    const top = head[at] === -1;
    if (!top && subject < 0 && finite < 0) return from;
    const helping = this.helping[at] as number;
    const t = tag[at] as number;
    const who = subject < 0 ? edge : whoOf(tag[subject] as number, lemma[subject] as number);
    const form = finite < 0 ? t : finite;
    const verb = plain[at] as number;
    features[from] = pair(who, form);
    features[from + 1] = triple(who, helping, t);
    features[from + 2] = triple(who, form, verb);
    nameFeatures(features, from, from + 3, 20);
    features[from + 3] = one(24, triple(relation[at] as number, who, form));
    if (!top) return from + 4;
    const object = this.object[at] as number;
    const negated = this.negated[at] as number;
    const ofTop = from + 4;
    features[ofTop] = pair(verb, form);
    features[ofTop + 1] = triple(who, helping, form);
    features[ofTop + 2] = pair(who, verb);
    features[ofTop + 3] = pair(helping, verb);
    features[ofTop + 4] = triple(who, form, negated);
    features[ofTop + 5] = pair(negated, form);
    features[ofTop + 6] = object < 0 ? edge : pair(relation[object] as number, verb);
    nameFeatures(features, ofTop, ofTop + 7, 30);
    if (subject < 0) return ofTop + 7;
    features[ofTop + 7] = one(37, plain[subject] as number);
    return ofTop + 8;
  }
}

/** What counts of a subject: which pronoun it is, that it is a name, or else its tag. */
const whoOf = (tag: number, lemma: number): number =>
  isPronoun[tag] === 1 ? lemma : isName[tag] === 1 ? nameHash : tag;
