import type { Scene } from "../actors/scene.ts";
import type { Attribution, ClaimFields } from "../extraction.ts";
import type { Span } from "../span.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import type { ClaimWord } from "./claim-word.ts";
import { claimWords, wordsWithin } from "./claim-words.ts";
import { datesMeant } from "./date-meant.ts";
import { frameOf } from "./framed.ts";
import { isFiniteVerb } from "./main-verb.ts";
import { isPointing } from "./pronoun-place.ts";
import type { ReadProposition } from "./propositions.ts";
import type { Rewording } from "./rewording.ts";
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
  { content, words: all, verb, reported: told }: ReadProposition,
  attribution: Attribution | null,
  { tense, act }: Pick<ClaimFields, "tense" | "act">,
): Statement {
  const { text } = scene;
  const fragments = content.map((span) => withoutMarks(text, span));
  const [first] = fragments;
  const words = wordsWithin(all, fragments);
  if (!first || words.length === 0) return { statement: null, ambiguous: [...content] };
  const actor = scene.cast.entities.find(({ id }) => id === attribution?.actor) ?? null;
  // "I think", "Mom knows" say too little to stand alone.
  if (attribution?.content[0] !== content[0] && words.filter(({ isWord }) => isWord).length < 3)
    return { statement: null, ambiguous: [...content] };
  const isClause = verb.finite >= 0 || isOrder(words) || (words[0]?.lower === "that" && words.length > 3);
  // A duty that is asked for ("that every household receive") is a clause in form only.
  const needsFrame =
    !isClause ||
    attribution?.act === "deny" ||
    (act === "demand" && words[0]?.lower === "that" && !words.some(({ tag }) => tag === "MD"));
  const frame = needsFrame && attribution ? frameOf(text, attribution, content[0] ?? first) : null;
  if (needsFrame && (!frame || !actor || actor.id.startsWith("unnamed-people")))
    return { statement: null, ambiguous: [...content] };
  const reported = attribution === null || told;
  const said = reported ? null : (attribution?.content[0]?.[0] ?? null);
  const meaning = {
    scene,
    actor: attribution ? actor : scene.author,
    reported,
    said,
    framed: frame !== null,
  };
  const opening =
    !frame && words[0]?.lower === "that" && mainVerbFollows(words) && !isPointing(words, 0, true) ? 1 : 0;
  const meant: Rewording[] = [
    ...whomWordsMean(words.slice(opening), frame ? { ...meaning, reported: true } : meaning),
    ...(frame ? whomWordsMean(claimWords(text, [frame], article), meaning) : []),
    ...(words.some((word) => (word.marks & marks.dateHint) !== 0)
      ? fragments.flatMap((span) => datesMeant(text, span, published, tense))
      : []),
  ];
  if (meant.length > 1) meant.sort((a, b) => a.span[0] - b.span[0]);
  if (meant.some(({ words: put }) => put === null))
    return {
      statement: null,
      ambiguous: meant.filter(({ words: put }) => put === null).map(({ span }) => span),
    };
  const from = words[opening]?.span[0] ?? first[0];
  const own = fragments.map((span, index) =>
    reworded(text, index === 0 ? [Math.max(from, span[0]), span[1]] : span, meant),
  );
  // “My opponent,” said she, “has raised the rate”: the comma is the interruption's.
  const whole =
    own.length < 2
      ? own
      : own.map((part, index) =>
          /^[“"‘«]?\p{Ll}/u.test(own[index + 1] ?? "") ? part.replace(/,["”’»]?$/u, "") : part,
        );
  const before = frame
    ? `[${sourceWords(text, attribution, actor)}${reworded(text, frame, meant).replace(/[[\]]/gu, "").trimEnd()}] `
    : "";
  return { statement: asSentence(before + whole.join(" ")), ambiguous: [] };
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
  words[1] !== undefined && !isFiniteVerb(words[1]);

/** A stretch without the marks that enclose all of it, or that open and never close in it. */
function withoutMarks(text: string, [start, end]: Span): Span {
  const isOpen = /["“‘«„]/u.test(text.charAt(start)) && !/^[’‘']/u.test(text.charAt(start + 1));
  const isEnclosed = isOpen && /["”’»“]/u.test(text.charAt(end - 1));
  return isEnclosed && !/[“”"«»„]/u.test(text.slice(start + 1, end - 1))
    ? [start + 1, end - 1]
    : [start, end];
}

function asSentence(written: string): string {
  const plain = /[^\S ]| {2}/u.test(written) ? written.replace(/\s+/gu, " ") : written;
  // Patterns that end with the text are tried on its end alone: they would be tried at each of its characters.
  const end = Math.max(0, plain.length - 3);
  const tail = plain
    .slice(end)
    .replace(/[,;:–—-]$/u, "")
    .replace(/[,;](?=["”’»]$)/u, "");
  const words = (plain.slice(0, end) + tail).trim();
  const closed = isOpen(words) ? `${words.replace(/[,.]$/u, "")}.”` : words;
  const at = /^[^\p{L}\p{N}]*/u.exec(closed)?.[0].length ?? 0;
  const sentence =
    at === closed.length
      ? closed
      : closed.slice(0, at) + closed.charAt(at).toUpperCase() + closed.slice(at + 1);
  return /[.!?]["”’»]?$/u.test(sentence.slice(-3)) ? sentence : `${sentence}.`;
}

/** Whether one mark more opens than closes. */
const isOpen = (words: string): boolean =>
  words.includes("“") && words.split("“").length - words.split("”").length === 1;
