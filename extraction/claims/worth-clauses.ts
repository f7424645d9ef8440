import { featureKey, pair, triple } from "../syntax/feature-hash.ts";
import { relations } from "../syntax/relations.ts";
import { edge, formKinds, isName, kindsOfForm, nameHash, tagFlags } from "./worth-signs.ts";
import type { WorthWords } from "./worth-words.ts";

const isPronoun = tagFlags((tag) => tag === "PRP" || tag === "EX" || tag === "WP" || tag === "WDT");
const relationFlags = (fits: (relation: string) => boolean): Uint8Array =>
  Uint8Array.from(relations, (relation) => (fits(relation) ? 1 : 0));
const isSubject = relationFlags((relation) => relation.startsWith("nsubj") || relation === "expl");
const isHelping = relationFlags((relation) => relation.startsWith("aux") || relation === "cop");
const isObject = relationFlags((relation) => /^(?:obj|ccomp|xcomp)$/u.test(relation));

/**
 * Who does what, in which tense: subject, auxiliaries and object of the topmost clauses, by the place of the word that all hang on.
 * Those of the clauses below were of no use.
 */
export class WorthClauses {
  /** Whether anything hangs on a word. */
  private known = new Uint8Array(0);
  /** Places, -1 for none. */
  private subject = new Int32Array(0);
  private object = new Int32Array(0);
  /** Of the auxiliaries: the tag of the first, -1 for none, and a number made of their dictionary forms. */
  private finite = new Int32Array(0);
  private helping = new Int32Array(0);
  private negated = new Uint8Array(0);

  /**
   * Puts the keys of the clauses' features into `keys` from `from` on; gives the end.
   *
   * @param plain what counts of each word
   */
  add(keys: Int32Array, from: number, words: WorthWords, plain: Int32Array): number {
    this.read(words);
    const { head, length } = words;
    let count = from;
    for (let at = 0; at < length; at++)
      if (head[at] === -1 && this.known[at] === 1) count = this.addOne(keys, count, words, plain, at);
    return count;
  }

  /** Reads what hangs on which word. */
  private read({ relation, head, tag, lemma, length }: WorthWords): void {
    this.clear(length);
    const { known, subject, object, finite, helping, negated } = this;
    for (let at = 0; at < length; at++) {
      const above = head[at] as number;
      if (above < 0 || head[above] !== -1) continue;
      known[above] = 1;
      const r = relation[at] as number;
      if (isSubject[r] === 1 && (subject[above] as number) < 0) subject[above] = at;
      else if (isHelping[r] === 1) {
        helping[above] = Math.imul(helping[above] as number, 31) + (lemma[at] as number);
        if ((finite[above] as number) < 0) finite[above] = tag[at] as number;
      } else if (isObject[r] === 1 && (object[above] as number) < 0) object[above] = at;
      else if ((kindsOfForm(lemma[at] as number) & formKinds.negation) !== 0) negated[above] = 1;
    }
  }

  private clear(length: number): void {
    if (this.known.length < length) {
      const size = length * 2;
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
    keys: Int32Array,
    from: number,
    { tag, relation, lemma }: WorthWords,
    plain: Int32Array,
    at: number,
  ): number {
    const subject = this.subject[at] as number;
    const finite = this.finite[at] as number;
    const helping = this.helping[at] as number;
    const who = subject < 0 ? edge : whoOf(tag[subject] as number, lemma[subject] as number);
    const form = finite < 0 ? (tag[at] as number) : finite;
    const verb = plain[at] as number;
    const object = this.object[at] as number;
    const negated = this.negated[at] as number;
    keys[from] = featureKey(30, pair(verb, form));
    keys[from + 1] = featureKey(31, triple(who, helping, form));
    keys[from + 2] = featureKey(32, pair(who, verb));
    keys[from + 3] = featureKey(33, pair(helping, verb));
    keys[from + 4] = featureKey(34, triple(who, form, negated));
    keys[from + 5] = featureKey(35, pair(negated, form));
    keys[from + 6] = featureKey(36, object < 0 ? edge : pair(relation[object] as number, verb));
    if (subject < 0) return from + 7;
    keys[from + 7] = featureKey(37, plain[subject] as number);
    return from + 8;
  }
}

/** What counts of a subject: which pronoun it is, that it is a name, or else its tag. */
const whoOf = (tag: number, lemma: number): number =>
  isPronoun[tag] === 1 ? lemma : isName[tag] === 1 ? nameHash : tag;
