import determinerList from "#extraction/lexicons/determiners.json" with { type: "json" };
import possessiveList from "#extraction/lexicons/possessives.json" with { type: "json" };
import titleList from "#extraction/lexicons/titles.json" with { type: "json" };
import { wordSet } from "#extraction/tokens/lexicon.ts";
import type { PredictedActor } from "./predicted-article.ts";

/** Determiners that make a difference: "another source", "one of the doctors", "dozens of people". */
const telling = new Set(["another", "dozens", "half", "hundreds", "no", "one", "scores"]);
const leading = new Set(
  [...wordSet(determinerList), ...wordSet(possessiveList)].filter((word) => !telling.has(word)),
);
const titles = new Set([...wordSet(titleList)].map((title) => title.replaceAll(".", "")));

/**
 * The words of a name or description as they are compared: lower case, without accents, full stops, quotation marks,
 * a possessive's ending at the end, and determiners and quantifiers in front ("the", "some", "several").
 */
export function comparableWords(name: string): readonly string[] {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/'s?\s*$/, "")
    .replace(/[.“”"‘]/g, "")
    .split(/[\s,]+/)
    .filter((word) => word !== "");
  return withoutLeading(words, leading);
}

/** `comparableWords` as one string: equal for what counts as one name. */
export const comparable = (name: string): string => comparableWords(name).join(" ");

/** The comparable names of an actor: its name, and for a person the name without titles in front. */
export function comparableNames({ name, type }: PredictedActor): ReadonlySet<string> {
  const words = comparableWords(name);
  const names = [words, ...(type === "person" ? [withoutLeading(words, titles)] : [])];
  return new Set(names.map((each) => each.join(" ")));
}

/** The words without those in front that are in `taken`; the last word stays. */
function withoutLeading(words: readonly string[], taken: ReadonlySet<string>): readonly string[] {
  let first = 0;
  while (first < words.length - 1 && taken.has(words[first] ?? "")) first++;
  return words.slice(first);
}
