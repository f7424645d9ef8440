import { type Tag, tags } from "../syntax/tags.ts";
import type { ClaimWord } from "./claim-word.ts";

/** Verbs and adverbs that say too little to tell two claims by. */
const light: ReadonlySet<string> = new Set(
  (
    "am are be been being did do does doing done get gets getting go goes going got had has have having is just make made n't " +
    "not now said say says so still then there was were"
  ).split(" "),
);

/** A claim as far as another can be told to say the same. */
interface Said {
  readonly id: string;
  readonly figures: ReadonlySet<string>;
  /** Stems of nouns and what stands with them: in these a repetition must not go beyond. */
  readonly nouns: ReadonlySet<string>;
  /** Stems of all content words, the nouns among them. */
  readonly stems: ReadonlySet<string>;
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
    if (actor === null || words.every(({ relation }) => relation === null)) return null;
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

function readSaid(id: string, words: readonly ClaimWord[], apart: string): Said {
  const figures = new Set<string>();
  const nouns = new Set<string>();
  const stems = new Set<string>();
  let rises = false;
  let falls = false;
  for (const { lower, tag, hasDigit } of words) {
    if (hasDigit && /^\P{L}?\d/u.test(lower)) figures.add(lower);
    else if (telling.has(tag) && !light.has(lower)) {
      const stem = stemOf(lower);
      stems.add(stem);
      if (!verbal.has(tag)) nouns.add(stem);
      rises ||= rising.has(stem);
      falls ||= falling.has(stem);
    }
  }
  return { id, figures, nouns, stems, rises, falls, apart };
}

function isSame(first: Said, later: Said): boolean {
  if (first.apart !== later.apart || (first.rises && later.falls) || (first.falls && later.rises))
    return false;
  const [opening = ""] = later.stems;
  if (
    !first.stems.has(opening) ||
    !isWithin(later.nouns, first.nouns) ||
    !isWithin(later.figures, first.figures)
  )
    return false;
  const shared = [...later.stems].filter((stem) => first.stems.has(stem)).length;
  if (later.figures.size > 0) return later.nouns.size > 0 && shared >= 2 && shared > later.stems.size / 2;
  return (
    shared >= 3 &&
    shared > later.nouns.size &&
    shared >= 0.75 * later.stems.size &&
    shared >= 0.4 * first.stems.size
  );
}

const isWithin = (few: ReadonlySet<string>, many: ReadonlySet<string>): boolean =>
  [...few].every((one) => many.has(one));

/** A word without the ending of its form, at most six letters: "burying" and "buried" are one. */
function stemOf(lower: string): string {
  const ending = endings.find((one) => lower.endsWith(one)) ?? "";
  const stem = lower.slice(0, lower.length - ending.length);
  return (stem.endsWith("y") ? `${stem.slice(0, -1)}i` : stem).slice(0, 6);
}
const endings = ["'s", "ing", "ed", "es", "s"];

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
