import { type ClaimWord, hasTree, tagKinds } from "./claim-word.ts";
import type { WordForm } from "./word-form.ts";
import { marks } from "./word-marks.ts";

/** A claim that was put forward. */
interface Said extends Omit<SaidHow, "actor"> {
  readonly id: string;
  readonly words: readonly ClaimWord[];
  /** The stem of its first content word, empty where it has none, and the bit of that. */
  readonly opening: string;
  readonly openingBit: number;
  /** The bits of all its stems: what has not the bit of a stem has not the stem. */
  readonly bits: number;
  /** What else it is compared by: made when it is compared, which few claims are. */
  telling: Telling | null;
}

/** What claims are compared by; a word's stem may stand in the lists more than once. */
interface Telling {
  readonly figures: readonly string[];
  /** Stems of nouns and what stands with them: in these a repetition must not go beyond. */
  readonly nouns: readonly string[];
  /** Stems of all content words, the nouns among them. */
  readonly stems: readonly string[];
  readonly rises: boolean;
  readonly falls: boolean;
}

/** What must be alike besides the words: a forecast is not what happened, and "not" makes it another claim. */
export interface SaidHow {
  readonly actor: string | null;
  readonly negated: boolean;
  readonly future: boolean;
}

/** The last claims of one actor that are kept and compared with a new one, at most: time and room stay linear. */
const mostCompared = 200;

/**
 * Finds what an actor puts forward again in other words: a lead and its repetition, a quotation that was paraphrased
 * before. The later claim begins with a word of the first, has no noun and no figure that the first has not, and shares enough words
 * with it.
 */
export class SaidBefore {
  readonly #byActor = new Map<string, Said[]>();

  /** The id of the claim that says the same as `words`, or `null`; then `id` is what later ones can repeat. */
  find(id: string, words: readonly ClaimWord[], how: SaidHow): string | null {
    const { actor } = how;
    if (actor === null || !hasTree(words)) return null;
    const said = readSaid(id, words, how);
    const before = this.#byActor.get(actor);
    if (!before) {
      this.#byActor.set(actor, [said]);
      return null;
    }
    for (let at = 0; at < before.length; at++) {
      const first = before[at] as Said;
      if ((first.bits & said.openingBit) !== 0 && isSame(first, said)) return first.id;
    }
    if (before.length === mostCompared) before.shift();
    before.push(said);
    return null;
  }
}

const isTelling = ({ form, kinds }: ClaimWord): boolean =>
  (form.marks & marks.light) === 0 && (kinds & tagKinds.telling) !== 0 && !isFigure(form);

const isFigure = ({ marks: known, lower }: WordForm): boolean =>
  (known & marks.digit) !== 0 && /^\P{L}?\d/u.test(lower);

function readSaid(
  id: string,
  words: readonly ClaimWord[],
  { negated, future }: Omit<SaidHow, "actor">,
): Said {
  let opening = "";
  let openingBit = 0;
  let bits = 0;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as ClaimWord;
    if (!isTelling(word)) continue;
    const { text, bit } = word.form.stem;
    if (bits === 0) {
      opening = text;
      openingBit = bit;
    }
    bits |= bit;
  }
  return { id, words, opening, openingBit, bits, telling: null, negated, future };
}

/** What a claim is compared by. */
function tellingOf(said: Said): Telling {
  said.telling ??= readTelling(said.words);
  return said.telling;
}

function readTelling(words: readonly ClaimWord[]): Telling {
  const figures: string[] = [];
  const nouns: string[] = [];
  const stems: string[] = [];
  let rises = false;
  let falls = false;
  for (const word of words) {
    const { form, kinds } = word;
    if (isFigure(form)) figures.push(form.lower);
    else if (isTelling(word)) {
      const { text, course } = form.stem;
      stems.push(text);
      if ((kinds & tagKinds.verbal) === 0) nouns.push(text);
      rises ||= course === "up";
      falls ||= course === "down";
    }
  }
  return { figures, nouns, stems, rises, falls };
}

/** Whether a claim says the same as a first one. */
function isSame(one: Said, other: Said): boolean {
  if (one.negated !== other.negated || one.future !== other.future) return false;
  const [first, later] = [tellingOf(one), tellingOf(other)];
  if (!first.stems.includes(other.opening)) return false;
  if ((first.rises && later.falls) || (first.falls && later.rises)) return false;
  if (!isWithin(later.nouns, first.nouns) || !isWithin(later.figures, first.figures)) return false;
  const before = new Set(first.stems);
  const stems = new Set(later.stems);
  const nouns = new Set(later.nouns);
  let shared = 0;
  for (const stem of stems) shared += Number(before.has(stem));
  if (later.figures.length > 0) return nouns.size > 0 && shared >= 2 && shared > stems.size / 2;
  return shared >= 3 && shared > nouns.size && shared >= 0.75 * stems.size && shared >= 0.4 * before.size;
}

/** Whether all of a list stand in another; of two long lists the other is looked up, and not gone through for each. */
function isWithin(few: readonly string[], many: readonly string[]): boolean {
  const known = few.length > 8 ? new Set(many) : null;
  return few.every((one) => (known ? known.has(one) : many.includes(one)));
}
