import { belongsToNextWord, belongsToNumber, mayEndSentence } from "../segment/abbreviations.ts";
import { characterKind, isWordCharacter, kindOf } from "./character-kinds.ts";

const { space, letter, digit } = characterKind;

/** Whether the full stop at `at` belongs to the word that began at `from`. `to` ends the characters without white space
 * that it stands in, `limit` the sentence; all offsets in UTF-16 code units. */
export function keepsStop(text: string, from: number, at: number, to: number, limit: number): boolean {
  const next = at + 1 < to ? text.charCodeAt(at + 1) : 0;
  if (at + 1 < to && isWordCharacter(next)) {
    // "U.S", "e.g", "example.com", but "end.The" is two sentences run together.
    const initial = at - from === 1 || text.charCodeAt(at - 2) === 46;
    return initial || !(isUpper(next) && !isUpper(text.charCodeAt(at - 1))) || at - from <= 2;
  }
  if (next === 46) return false;
  const initial = at - from === 1 || text.charCodeAt(at - 2) === 46;
  const lastOfSentence = isLast(text, at + 1, limit);
  if (initial)
    return (
      at - from > 1 || (!lastOfSentence && isUpper(text.charCodeAt(from)) && text.charCodeAt(from) !== 73)
    );
  if (at - from > 10) return false;
  const word = text.slice(from, at);
  if (mayEndSentence(word)) return true;
  if (lastOfSentence) return false;
  return belongsToNextWord(word) || (belongsToNumber(word) && numberFollows(text, at + 1, limit));
}

/** Whether only closing marks follow in the sentence; looks a few characters far. */
function isLast(text: string, at: number, limit: number): boolean {
  for (let next = at; next < limit && next < at + 6; next++) {
    const kind = kindOf(text.charCodeAt(next));
    if (kind === letter || kind === digit) return false;
  }
  return limit - at < 6;
}

function numberFollows(text: string, at: number, limit: number): boolean {
  let next = at;
  while (next < limit && next < at + 3 && kindOf(text.charCodeAt(next)) === space) next++;
  return next < limit && kindOf(text.charCodeAt(next)) === digit;
}

const isUpper = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);
