import { type Tag, tags } from "../syntax/tags.ts";
import { type ClaimWord, hasTree } from "./claim-word.ts";
import { marks } from "./word-marks.ts";

/** A claim as far as another can be told to say the same. */
interface Said {
  readonly id: string;
  readonly figures: ReadonlySet<string>;
  /** Stems of nouns and what stands with them: in these a repetition must not go beyond. */
  readonly nouns: ReadonlySet<string>;
  /** Stems of all content words, the nouns among them. */
  readonly stems: ReadonlySet<string>;
  /** The first of the stems; empty without any. */
  readonly opening: string;
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
  readonly #claims = new Map<string, Said[]>();

  /** The id of the claim that says the same as `words`, or `null`; then `id` is what later ones can repeat. */
  find(id: string, words: readonly ClaimWord[], { actor, negated, future }: SaidHow): string | null {
    if (actor === null || !hasTree(words)) return null;
    const said = readSaid(id, words, `${negated} ${future}`);
    const before = this.#claims.get(actor) ?? [];
    const first = before.find((other) => isSame(other, said));
    if (first) return first.id;
    this.#claims.set(actor, before);
    if (before.length === mostCompared) before.shift();
    before.push(said);
    return null;
  }
}

const none: ReadonlySet<string> = new Set();

function readSaid(id: string, words: readonly ClaimWord[], apart: string): Said {
  let figures: Set<string> | null = null;
  const nouns = new Set<string>();
  const stems = new Set<string>();
  let opening = "";
  let rises = false;
  let falls = false;
  for (const { lower, tag, marks: known } of words) {
    if ((known & marks.digit) !== 0 && /^\P{L}?\d/u.test(lower)) figures = (figures ?? new Set()).add(lower);
    else if ((known & marks.light) === 0 && telling.has(tag)) {
      const stem = stemOf(lower);
      if (stems.size === 0) opening = stem;
      stems.add(stem);
      if (!verbal.has(tag)) nouns.add(stem);
      rises ||= rising.has(stem);
      falls ||= falling.has(stem);
    }
  }
  return { id, figures: figures ?? none, nouns, stems, opening, rises, falls, apart };
}

function isSame(first: Said, later: Said): boolean {
  if (first.apart !== later.apart || (first.rises && later.falls) || (first.falls && later.rises))
    return false;
  if (
    !first.stems.has(later.opening) ||
    !isWithin(later.nouns, first.nouns) ||
    !isWithin(later.figures, first.figures)
  )
    return false;
  let shared = 0;
  for (const stem of later.stems) shared += Number(first.stems.has(stem));
  if (later.figures.size > 0) return later.nouns.size > 0 && shared >= 2 && shared > later.stems.size / 2;
  return (
    shared >= 3 &&
    shared > later.nouns.size &&
    shared >= 0.75 * later.stems.size &&
    shared >= 0.4 * first.stems.size
  );
}

function isWithin(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  for (const one of few) if (!many.has(one)) return false;
  return true;
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

const stems = (words: string): ReadonlySet<string> => new Set(words.split(" ").map(stemOf));
const rising = stems(
  "rise rose risen grow grew gain gained climb climbed increase increased jump jumped more up higher win won",
);
const falling = stems(
  "fall fell fallen drop dropped lose lost decline declined decrease sink sank shrink shrank fewer less down lower",
);
