import anywhere from "../lexicons/abbreviations-before-anything.json" with { type: "json" };
import beforeNumbers from "../lexicons/abbreviations-before-numbers.json" with { type: "json" };
import beforeWords from "../lexicons/abbreviations-before-words.json" with { type: "json" };

/** Tells whether a word, given without its last full stop, is one of a list of abbreviations. */
type Matcher = (word: string) => boolean;

/** An entry with a capital matches only words with a capital, an entry without any word. */
function matcher(entries: readonly string[]): Matcher {
  const any = new Set<string>();
  const capitalised = new Set<string>();
  for (const entry of entries) {
    if (/^\p{Lu}/u.test(entry)) capitalised.add(entry.toLowerCase());
    else any.add(entry);
  }
  return (word) => {
    const lower = word.toLowerCase();
    return any.has(lower) || (capitalised.has(lower) && /^\p{Lu}/u.test(word));
  };
}

/** "Mr", "Gen", "vs": the word after it belongs to it. */
export const belongsToNextWord: Matcher = matcher(beforeWords.entries);

/** "Jan", "No", "p": a number after it belongs to it. */
export const belongsToNumber: Matcher = matcher(beforeNumbers.entries);

/** "Inc", "U.S", "a.m": may stand inside a sentence or at its end. */
export const mayEndSentence: Matcher = matcher(anywhere.entries);
