import { type Tag, tags } from "../syntax/tags.ts";
import { type ClaimWord, hasTree } from "./claim-word.ts";
import { marks } from "./word-marks.ts";

/** A claim as far as another can be told to say the same; a word's stem may stand in the lists more than once. */
interface Said {
  readonly id: string;
  readonly figures: readonly string[];
  /** Stems of nouns and what stands with them: in these a repetition must not go beyond. */
  readonly nouns: readonly string[];
  /** Stems of all content words, the nouns among them. */
  readonly stems: readonly string[];
  /** The bits of the stems: see {@link bitOf}. */
  readonly bits: number;
  readonly rises: boolean;
  readonly falls: boolean;
  readonly apart: string;
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
  find(id: string, words: readonly ClaimWord[], { actor, negated, future }: SaidHow): string | null {
    if (actor === null || !hasTree(words)) return null;
    const said = readSaid(id, words, `${negated} ${future}`);
    const before = this.#byActor.get(actor);
    if (!before) {
      this.#byActor.set(actor, [said]);
      return null;
    }
    const [opening = ""] = said.stems;
    const bit = bitOf(opening);
    for (const first of before)
      if ((first.bits & bit) !== 0 && first.stems.includes(opening) && isSame(first, said)) return first.id;
    if (before.length === mostCompared) before.shift();
    before.push(said);
    return null;
  }
}

/** One bit of 32 by a stem's letters: a claim without the bit has not the stem. */
const bitOf = (stem: string): number =>
  1 << (stem.charCodeAt(0) + 3 * stem.charCodeAt(stem.length - 1) + 5 * stem.length);

function readSaid(id: string, words: readonly ClaimWord[], apart: string): Said {
  const figures: string[] = [];
  const nouns: string[] = [];
  const stems: string[] = [];
  let bits = 0;
  let rises = false;
  let falls = false;
  for (const { lower, tag, marks: known } of words) {
    if ((known & marks.digit) !== 0 && /^\P{L}?\d/u.test(lower)) figures.push(lower);
    else if ((known & marks.light) === 0 && telling.has(tag)) {
      const stem = stemOf(lower);
      stems.push(stem);
      bits |= bitOf(stem);
      if (!verbal.has(tag)) nouns.push(stem);
      const course = courses.get(stem);
      rises ||= course === "up";
      falls ||= course === "down";
    }
  }
  return { id, figures, nouns, stems, bits, rises, falls, apart };
}

/** Whether a claim says the same as a first one, which has the stem that it begins with. */
function isSame(first: Said, later: Said): boolean {
  if (first.apart !== later.apart || (first.rises && later.falls) || (first.falls && later.rises))
    return false;
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

/** A word without the ending of its form, at most six letters: "burying" and "buried" are one. */
function stemOf(lower: string): string {
  const end = lower.length - endingOf(lower);
  return lower.charCodeAt(end - 1) === letterY && end <= 6
    ? `${lower.slice(0, end - 1)}i`
    : lower.slice(0, Math.min(6, end));
}

/** How long the ending of a word's form is: "'s", "ing", "ed", "es" or "s". */
function endingOf(lower: string): number {
  const last = lower.charCodeAt(lower.length - 1);
  if (last === letterS) return lower.endsWith("'s") || lower.endsWith("es") ? 2 : 1;
  return last === letterG && lower.endsWith("ing") ? 3 : last === letterD && lower.endsWith("ed") ? 2 : 0;
}
const letterD = 100;
const letterG = 103;
const letterS = 115;
const letterY = 121;

const tagsOf = (fits: RegExp): ReadonlySet<Tag | null> => new Set(tags.filter((tag) => fits.test(tag)));
/** Parts of speech of the words that two claims are compared by, and those of them in which they may differ. */
const telling = tagsOf(/^(?:NN|VB|JJ|RB|CD)/u);
const verbal = tagsOf(/^(?:VB|RB)/u);

/** Stems of words for what grows or wins, and for what shrinks or loses. */
const courses: ReadonlyMap<string, "up" | "down"> = new Map(
  (
    [
      [
        "up",
        "rise rose risen grow grew gain gained climb climbed increase increased jump jumped more up higher win won",
      ],
      [
        "down",
        "fall fell fallen drop dropped lose lost decline declined decrease sink sank shrink shrank fewer less down lower",
      ],
    ] as const
  ).flatMap(([course, words]) => words.split(" ").map((word) => [stemOf(word), course] as const)),
);
