import { isApostrophe } from "./apostrophe.ts";
import { isMark } from "./mark-characters.ts";

/** For each double curly opening mark of a paragraph, how many closing ones behind it no later opening mark needs. */
export function excessClosers(text: string, places: readonly number[]): ReadonlyMap<number, number> {
  const excess = new Map<number, number>();
  let closers = 0;
  for (const at of places.toReversed()) {
    const mark = text.charAt(at);
    if (mark === "”") closers++;
    if (mark !== "“") continue;
    excess.set(at, closers);
    closers = Math.max(0, closers - 1);
  }
  return excess;
}

/** Marks that look the same at both ends. */
export const isStraight = (mark: string): boolean => mark === '"' || mark === "'";

/** An opening mark stands at a beginning: after white space, a bracket, a dash or another mark, before a word. */
export function canOpen(text: string, start: number, at: number): boolean {
  const after = text.charAt(at + 1);
  // French typesetting puts a space inside guillemets.
  const spaced = /[«‹]/u.test(text.charAt(at)) && /[ \u00A0\u202F]/u.test(after);
  if (after === "" || /[,;:)]/u.test(after)) return false;
  if (/\s/u.test(after) && !(spaced && /\S/u.test(text.charAt(at + 2)))) return false;
  if (at === start) return true;
  const before = text.charAt(at - 1);
  return /[\s([{\-–—/:,“„«‘‹]/u.test(before) || (isMark(before) && !/[\p{L}\p{N}.,!?]/u.test(before));
}

/** A closing mark stands at an end: behind a word or its punctuation. */
export function canClose(text: string, start: number, at: number): boolean {
  return at > start && !/[\s([{“„«‘‹]/u.test(text.charAt(at - 1));
}

/**
 * Whether the mark at `at` may rather make a plural possessive ("the miners’ wives"), as it does where a closing mark that
 * cannot be one comes later in the paragraph: it stands between an s and a further word.
 */
export function isPluralPossessive(text: string, at: number, end: number): boolean {
  return (
    /s/iu.test(text.charAt(at - 1)) &&
    at + 2 < end &&
    text.charAt(at + 1) === " " &&
    /[\p{L}\p{N}]/u.test(text.charAt(at + 2))
  );
}

/**
 * Whether the straight mark at `at` rather means inches ("the 12" pipe"): it stands behind a digit and before a
 * further word, and the next mark can only close what is open.
 */
export function isInchMark(text: string, start: number, at: number, end: number): boolean {
  if (!/\p{N}/u.test(text.charAt(at - 1)) || !/^[ -]\p{L}/u.test(text.slice(at + 1, at + 3))) return false;
  const next = text.indexOf('"', at + 1);
  return next >= 0 && next < end && canClose(text, start, next) && !canOpen(text, start, next);
}

/** The last place in the paragraph where a single mark can only close: behind punctuation, or before it. */
export function lastCertainCloser(text: string, start: number, places: readonly number[]): number {
  for (const at of places.toReversed()) {
    const mark = text.charAt(at);
    if (at === start || (mark !== "'" && mark !== "’")) continue;
    if (isApostrophe(text, at)) continue;
    if (/[.,!?…]/u.test(text.charAt(at - 1)) || /[\s.,;:!?)]|^$/u.test(text.charAt(at + 1))) {
      if (/\s/u.test(text.charAt(at - 1))) continue;
      return at;
    }
  }
  return -1;
}
