import { type Tag, tags } from "../syntax/tags.ts";
import { type ClaimWord, hasTree } from "./claim-word.ts";
import { marks } from "./word-marks.ts";

/** A claim as far as another can be told to say the same; a word's stem may stand in the lists more than once. */
interface Said extends Omit<SaidHow, "actor"> {
  readonly id: string;
  readonly figures: readonly string[];
  /** Stems of nouns and what stands with them: in these a repetition must not go beyond. */
  readonly nouns: readonly string[];
  /** Stems of all content words, the nouns among them. */
  readonly stems: readonly string[];
  /** The bits of the stems, and that of the first: what has not the bit of a stem has not the stem. */
  readonly bits: number;
  readonly opening: number;
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
    const [opening = ""] = said.stems;
    for (const first of before)
      if ((first.bits & said.opening) !== 0 && first.stems.includes(opening) && isSame(first, said))
        return first.id;
    if (before.length === mostCompared) before.shift();
    before.push(said);
    return null;
  }
}

function readSaid(
  id: string,
  words: readonly ClaimWord[],
  { negated, future }: Omit<SaidHow, "actor">,
): Said {
  const figures: string[] = [];
  const nouns: string[] = [];
  const stems: string[] = [];
  let bits = 0;
  let opening = 0;
  let rises = false;
  let falls = false;
  for (let index = 0; index < words.length; index++) {
    const { form, tag } = words[index] as ClaimWord;
    if ((form.marks & marks.digit) !== 0 && /^\P{L}?\d/u.test(form.lower)) figures.push(form.lower);
    else if ((form.marks & marks.light) === 0 && telling.has(tag)) {
      const { text, bit, course } = form.stem;
      if (stems.length === 0) opening = bit;
      stems.push(text);
      bits |= bit;
      if (!verbal.has(tag)) nouns.push(text);
      rises ||= course === "up";
      falls ||= course === "down";
    }
  }
  return { id, figures, nouns, stems, bits, opening, rises, falls, negated, future };
}

/** Whether a claim says the same as a first one, which has the stem that it begins with. */
function isSame(first: Said, later: Said): boolean {
  if (first.negated !== later.negated || first.future !== later.future) return false;
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

const tagsOf = (fits: RegExp): ReadonlySet<Tag | null> => new Set(tags.filter((tag) => fits.test(tag)));
/** Parts of speech of the words that two claims are compared by, and those of them in which they may differ. */
const telling = tagsOf(/^(?:NN|VB|JJ|RB|CD)/u);
const verbal = tagsOf(/^(?:VB|RB)/u);
