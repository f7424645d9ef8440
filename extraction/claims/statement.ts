import type { Scene } from "../actors/scene.ts";
import type { Attribution, ClaimFields } from "../extraction.ts";
import type { Span } from "../span.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import { asSentence, isOneOf } from "./as-sentence.ts";
import { type ClaimWord, hasWords } from "./claim-word.ts";
import { claimWords, wordsWithin } from "./claim-words.ts";
import { dateHints, datesMeant } from "./date-meant.ts";
import { frameOf } from "./framed.ts";
import { isPointing } from "./pronoun-place.ts";
import type { ReadProposition } from "./propositions.ts";
import type { Rewording } from "./rewording.ts";
import type { SaidBy } from "./said-by.ts";
import { whomWordsMean } from "./whom-words-mean.ts";
import { marks } from "./word-marks.ts";

/** What statements are written from. */
export interface StatementReading {
  readonly scene: Scene;
  readonly words: ArticleWords | null;
  /** The article's day, ISO 8601. */
  readonly published: string | null;
}

/** A claim as a sentence that can be read alone, or the words that stand in the way of one. */
export interface Statement {
  readonly statement: string | null;
  readonly ambiguous: Span[];
}

/**
 * Writes a claim so that it can be read alone: its own words, with whom a pronoun, a role or a part of a name means and
 * the dates that are meant in square brackets. What is denied, and what has no clause of its own, takes its source and cue
 * before it. Where a word would be a guess there is no statement (decontextualisation, Choi et al. 2021).
 */
export function statementOf(
  { scene, words: article, published }: StatementReading,
  { content, words: all, marks: known, verb, reported: told }: ReadProposition,
  { attribution, actor }: SaidBy,
  { tense, act }: Pick<ClaimFields, "tense" | "act">,
): Statement {
  const { text } = scene;
  const fragments = content.map((span) => withoutMarks(text, span));
  const [first] = fragments;
  const words = wordsWithin(all, fragments);
  if (!first || words.length === 0) return unclear(content);
  // "I think", "Mom knows" say too little to stand alone.
  if (attribution?.content[0] !== content[0] && !hasWords(words, 3)) return unclear(content);
  const opensWithThat = words[0]?.lower === "that";
  const isClause = verb.finite >= 0 || isOrder(words) || (opensWithThat && words.length > 3);
  // A duty that is asked for ("that every household receive") is a clause in form only.
  const needsFrame =
    !isClause ||
    attribution?.act === "deny" ||
    (act === "demand" && opensWithThat && !words.some(({ tag }) => tag === "MD"));
  const frame = needsFrame && attribution ? frameOf(text, attribution, content[0] ?? first) : null;
  if (needsFrame && (!frame || !actor || actor.id.startsWith("unnamed-people"))) return unclear(content);
  const reported = attribution === null || told;
  const meaning = {
    scene,
    actor,
    reported: reported || frame !== null,
    said: reported ? null : (attribution?.content[0]?.[0] ?? null),
    framed: frame !== null,
  };
  const opening = !frame && opensWithThat && mainVerbFollows(words) && !isPointing(words, 0, true) ? 1 : 0;
  const meant = whomWordsMean(opening === 0 ? words : words.slice(opening), meaning);
  if (frame) meant.push(...whomWordsMean(claimWords(text, [frame], article), { ...meaning, reported }));
  if ((known & (marks.dateHint | marks.nearing)) !== 0)
    for (const span of fragments) {
      const hints = dateHints(words, span);
      const dates = hints ? datesMeant(text, span, published, tense, hints) : [];
      for (const date of dates) meant.push(date);
    }
  if (meant.length > 1) meant.sort((a, b) => a.span[0] - b.span[0]);
  const guesses = meant.filter(({ words: put }) => put === null);
  if (guesses.length > 0) return { statement: null, ambiguous: guesses.map(({ span }) => span) };
  const from = words[opening]?.start ?? first[0];
  const own = fragments.map((span, index) =>
    reworded(text, index === 0 ? [Math.max(from, span[0]), span[1]] : span, meant),
  );
  const before = frame
    ? `[${sourceWords(text, attribution, actor)}${reworded(text, frame, meant).replace(/[[\]]/gu, "").trimEnd()}] `
    : "";
  return { statement: asSentence(before + joined(own)), ambiguous: [] };
}

/** None of a claim's words can be read alone. */
const unclear = (content: readonly Span[]): Statement => ({ statement: null, ambiguous: [...content] });

/** “My opponent,” said she, “has raised the rate”: the comma is the interruption's. */
function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? "";
  return parts
    .map((part, index) =>
      /^[“"‘«]?\p{Ll}/u.test(parts[index + 1] ?? "") ? part.replace(/,["”’»]?$/u, "") : part,
    )
    .join(" ");
}

/** The source by its name, or by the article's words where it has none. */
function sourceWords(
  text: string,
  attribution: Attribution | null,
  actor: { id: string; name: string } | null,
): string {
  const printed = text.slice(...(attribution?.source[0] ?? [0, 0]));
  if (!actor) return printed;
  if (actor.id.startsWith("unnamed-"))
    return /^(?:it|they|he|she|who)$/iu.test(printed) ? actor.name : printed;
  return /^the\s/iu.test(printed) && printed.endsWith(actor.name) ? `The ${actor.name}` : actor.name;
}

/** A stretch of the article with what is meant in square brackets. */
function reworded(text: string, [start, end]: Span, meant: readonly Rewording[]): string {
  let written = "";
  let at = start;
  for (const { span, words } of meant) {
    if (span[0] < at || span[1] > end || words === null) continue;
    written += `${text.slice(at, span[0])}[${words}]`;
    at = span[1];
  }
  return written + text.slice(at, end);
}

const isOrder = (words: readonly ClaimWord[]): boolean =>
  words.find(({ text, lower }) => /\p{L}/u.test(text) && lower !== "do" && lower !== "not" && lower !== "n't")
    ?.tag === "VB";

/** Whether an opening "that" only joins a clause: something stands between it and the verb. */
const mainVerbFollows = (words: readonly ClaimWord[]): boolean =>
  words[1] !== undefined && !words[1].isFiniteVerb;

/** A stretch without the marks that enclose all of it, or that open and never close in it. */
function withoutMarks(text: string, span: Span): Span {
  const [start, end] = span;
  const isEnclosed =
    isOneOf('"“‘«„', text.charAt(start)) &&
    isOneOf('"”’»“', text.charAt(end - 1)) &&
    !isOneOf("’‘'", text.charAt(start + 1));
  if (!isEnclosed) return span;
  for (let at = start + 1; at < end - 1; at++) if (isOneOf('“”"«»„', text.charAt(at))) return span;
  return [start + 1, end - 1];
}
