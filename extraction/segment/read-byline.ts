import roles from "../lexicons/byline-roles.json" with { type: "json" };
import monthsAndDays from "../lexicons/months-and-days.json" with { type: "json" };
import particles from "../lexicons/name-particles.json" with { type: "json" };
import suffixes from "../lexicons/name-suffixes.json" with { type: "json" };
import pressWords from "../lexicons/press-words.json" with { type: "json" };
import titles from "../lexicons/titles.json" with { type: "json" };
import type { Span } from "../span.ts";
import { holdsOnlyBylineWords, isMetadataLine } from "./byline-words.ts";

/** An author as the byline names them, white space made single, and where the name stands. */
export interface Author {
  readonly name: string;
  readonly span: Span;
}

const isRole = new Set(roles.entries);
const isPress = new Set(pressWords.entries);
const isDayOrMonth = new Set(monthsAndDays.entries.map((entry) => entry.toLowerCase()));
const isTitle = new Set(titles.entries.filter((entry) => entry.endsWith(".")));
const isSuffix = new Set(suffixes.entries);
const joins = new Set(["and", "for", "in", "of", "with", "at", "on", "by", "the"]);

const longest = 240;
const opener =
  /^(?:(?:(?:written|words|story|report|analysis|review|interview|text|article)\s{1,3})?by|from)\b:?\s{1,3}/iu;
const nameWord = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;

/**
 * The authors that a paragraph names, if it is a byline, else `null`: "By Ana Ruiz", "BY ANA RUIZ AND BEN
 * COLE, Staff Writers", "By Ana Ruiz in Port Arden", "Ana Ruiz | The Herald", "Ana Ruiz, 4.3.2022". Without
 * "by" it must stand behind another line (`isFirst` false) and go on with a role, a paper or a date.
 */
export function readByline(text: string, [start, end]: Span, isFirst: boolean): Author[] | null {
  if (end - start > longest) return null;
  const line = text.slice(start, end);
  const opening = opener.exec(line)?.[0] ?? "";
  const authors = readNames(line, opening.length);
  const first = authors[0];
  const last = authors.at(-1);
  if (first === undefined || last === undefined) return null;
  const rest = line.slice(last.at + last.name.length);
  if (!/^(?:$|[\s,|(;:/@·•–—-])/u.test(rest) || !holdsOnlyBylineWords(rest)) return null;
  const isOneWord = !/\s/u.test(first.name);
  if (isOneWord && (opening === "" || rest.trim() !== "")) return null;
  if (/^from/iu.test(opening) && !/^\s(?:in|at)\s/iu.test(rest)) return null;
  if (opening === "" && (isFirst || !standsWithoutBy(rest))) return null;
  return authors.map(({ at, name }) => ({
    name: name.replace(/\s+/gu, " "),
    span: [start + at, start + at + name.length],
  }));
}

interface Name {
  readonly at: number;
  readonly name: string;
}

/**
 * The names of a list. After a comma may come a place or a paper: the comma joins authors only if an "and"
 * closes the list.
 */
function readNames(line: string, from: number): Name[] {
  const names: Name[] = [];
  let accepted = 1;
  let at = from;
  for (;;) {
    const name = readName(line, at, names.length > 0);
    if (name === null) break;
    names.push(name);
    at = name.at + name.name.length;
    const separator = /^\s{0,3}(?:,\s{0,3})?(?:and\b|&|\+|\/)\s{1,3}|^,\s{1,3}/iu.exec(line.slice(at))?.[0];
    if (separator === undefined) break;
    at += separator.length;
    if (!/^,\s*$/u.test(separator) && readName(line, at, true) !== null) accepted = names.length + 1;
  }
  return names.slice(0, accepted);
}

/** Whether what follows a name makes the line a byline even without "by": ", Staff Writer", " | The Herald", ", 4.3.2022". */
function standsWithoutBy(rest: string): boolean {
  if (!/^\s?[,|·•/–—-]\s/u.test(rest) || /["'“”‘’.!?]$/u.test(rest) || rest.length > 80) return false;
  if (/^\s?[|·•]/u.test(rest)) return true;
  const words = rest.match(/\p{L}+/gu) ?? [];
  return (
    words.length <= 6 &&
    (words.some((word) => isRole.has(word.toLowerCase())) || isMetadataLine(rest.slice(2).trim()))
  );
}

/** A name of one to five words at an offset of the line, without a title before it; `null` where there is none. */
function readName(line: string, from: number, isLater: boolean): Name | null {
  let start = from;
  let end = from;
  let read = from;
  let count = 0;
  for (const match of line.slice(from).matchAll(/[^\s,|()/;:@·•–—&+]+/gu)) {
    const at = from + match.index;
    const word = match[0];
    const lower = word.toLowerCase();
    if (line.slice(read, at).trim() !== "") break;
    read = at + word.length;
    if (count === 0 && isTitle.has(word)) {
      start = end = at + word.length;
      continue;
    }
    if (joins.has(lower) && !(count === 0 && word === "The")) break;
    if (isRole.has(lower) || isDayOrMonth.has(lower) || count === 5) break;
    if (count > 0 && particles.entries.includes(word)) continue;
    if (!nameWord.test(word) && !isSuffix.has(word)) break;
    if (count === 0) start = at;
    end = at + word.length;
    count++;
  }
  const name = line.slice(start, end).replace(/(?<!\b\p{Lu}|Jr|Sr)\.$/u, "");
  const isPaper = isLater && name.split(/\s+/u).some((word) => isPress.has(word.toLowerCase()));
  return count === 0 || isPaper ? null : { at: start, name };
}
