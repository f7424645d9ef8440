import notSpeakers from "../lexicons/not-speakers.json" with { type: "json" };
import titles from "../lexicons/titles.json" with { type: "json" };
import type { SpeakerLabel } from "../segmented-article.ts";
import type { Span } from "../span.ts";

/** A label is not longer, in UTF-16 code units. */
const longest = 80;

const isNoSpeaker = new Set(notSpeakers.entries);
const isTitle = new Set(titles.entries.map((title) => title.toLowerCase()));

const openingMark = /["“]/u;
const questionOrAnswer = /^([QA])[.:](?=\s)/u;
const named =
  /^(\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|de|van|von|al|bin|la)){0,4})(?:, [\p{L} ]{2,30}| \([^()]{1,30}\))?:(?=\s)/u;

/**
 * The speaker's label at the head of each paragraph that is a turn in an interview or transcript, by the
 * paragraph's place in the list. One label alone may be anything ("Note:", a title with a colon): it is a
 * turn only if it comes again, or if it stands in capitals and another does too.
 */
export function speakerLabels(text: string, paragraphs: readonly Span[]): Map<number, SpeakerLabel> {
  const labels = new Map<number, SpeakerLabel>();
  const counts = new Map<string, number>();
  let capitals = 0;
  for (const [index, span] of paragraphs.entries()) {
    const label = readLabel(text, span);
    if (label === null) continue;
    labels.set(index, label);
    const name = text.slice(...label.name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (name.length > 1 && !/\p{Ll}/u.test(name)) capitals++;
  }
  const surnames = new Set([...counts.keys()].filter((name) => name.includes(" ")).map(surname));
  const turns = new Map([...labels].filter(([, { name }]) => isTurn(text.slice(...name))));
  return turns.size >= 2 ? turns : new Map();

  function isTurn(name: string): boolean {
    if (name === "Q" || name === "A") return true;
    if ((counts.get(name) ?? 0) >= 2 || (capitals >= 2 && !/\p{Ll}/u.test(name))) return true;
    // "Ana Ruiz:" the first time, then "Ruiz:".
    return name.includes(" ") ? counts.has(surname(name)) : surnames.has(name);
  }
}

const surname = (name: string): string => name.slice(name.lastIndexOf(" ") + 1);

function readLabel(text: string, [start, end]: Span): SpeakerLabel | null {
  // A transcript that is quoted whole has an opening mark before each label.
  const from = start + (openingMark.test(text.charAt(start)) ? 1 : 0);
  const head = text.slice(from, Math.min(end, from + longest));
  const match = questionOrAnswer.exec(head) ?? named.exec(head);
  const whole = match?.[1];
  if (match === null || whole === undefined || from + match[0].length >= end) return null;
  if (isNoSpeaker.has(whole.toLowerCase())) return null;
  // “Remember: …” is what somebody says.
  if (from > start && /\p{Ll}/u.test(whole)) return null;
  const titleLength = lengthOfTitles(whole);
  return {
    label: [start, from + match[0].length],
    name: [from + titleLength, from + whole.length],
  };
}

/** Length of the titles before a name, with the spaces behind them; the last word is always the name. */
function lengthOfTitles(name: string): number {
  let length = 0;
  for (const match of name.matchAll(/(?<!\S)(\S+) /gu)) {
    const word = match[1] ?? "";
    if (word.length < 2 || !isTitle.has(word.toLowerCase())) break;
    length = match.index + match[0].length;
  }
  return length;
}
