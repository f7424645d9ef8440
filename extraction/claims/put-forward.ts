import type { Entity } from "../actors/entity.ts";
import type { Scene } from "../actors/scene.ts";
import type { Attribution } from "../extraction.ts";
import type { Unit } from "../roles/unit.ts";
import { overlaps, type Span, textOf } from "../span.ts";
import type { ClaimReading } from "./claim-fields.ts";
import { isCheckable } from "./claim-worth.ts";
import { type Proposition, propositions } from "./propositions.ts";
import { noCue, type SaidBy, saidBy } from "./said-by.ts";

/** Contents that put nothing forward: a refusal to speak, a question told, an answer of one word. */
const nothing =
  /^(?:(?:to )?comment\b|(?:whether|where|when|why|who|how|what)\b(?=.{0,60}$)|\P{L}*(?:no|yes)\P{L}*$)/iu;

/** What somebody declines or refuses to do that comes down to saying nothing. */
const speaking =
  /^to (?:answer|be (?:drawn|identified|named|quoted)|comment|confirm|discuss|elaborate|give|go into|name|reply|respond|rule|say|speak|talk|tell)\b/iu;

const isRefusal = (cue: string, content: string): boolean =>
  /\bdeclin/iu.test(cue) ? /^to\b/iu.test(content) : /\brefus/iu.test(cue) && speaking.test(content);

/** A sentence of the author's that says that somebody could not be reached, or would not speak. */
const unreached = [
  /\bnot (?:immediately )?be reached\b/u,
  /(?:not|n[’']t) (?:immediately )?(?:reply|respond) to\b/u,
  /(?:not|n[’']t) (?:immediately )?(?:answer|return) (?:\w{1,12} )?(?:calls?|messages?|phones?|questions?|requests?)\b/u,
];

/** A proposition and who puts it forward. */
export interface PutForward extends Proposition {
  readonly by: SaidBy;
}

/**
 * What is put forward in an article: by each attribution (questions and refusals to comment left out), and then by the author in
 * checkable sentences of which no attribution has any part. Both in reading order.
 */
export function putForward(
  reading: ClaimReading,
  units: readonly Unit[],
  attributions: readonly Attribution[],
  { author, cast }: Pick<Scene, "author" | "cast">,
): PutForward[] {
  const { text } = reading;
  const entityOf = new Map(cast.entities.map((entity) => [entity.id, entity]));
  const found: PutForward[] = [];
  for (const attribution of attributions) {
    const words = wordsOf(text, attribution.content);
    if (attribution.act === "ask" || nothing.test(words) || isRefusal(wordsOf(text, attribution.cue), words))
      continue;
    const own = propositions(text, said(text, attribution.content), reading.words);
    if (own.length === 0) continue;
    const [first, others] = saidBy(attribution, entityOf.get(attribution.actor ?? "") ?? null, reading);
    for (const [at, { content, words }] of own.entries())
      found.push({ content, words, by: at === 0 ? first : others });
  }
  addByAuthor(found, reading, unitsApart(units, attributions), author);
  return found;
}

/** The units of which no attribution has any part. */
function unitsApart(units: readonly Unit[], attributions: readonly Attribution[]): Unit[] {
  const taken = attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
  taken.sort((a, b) => a[0] - b[0]);
  let next = 0;
  return units.filter(({ span }) => {
    while ((taken[next]?.[1] ?? Number.POSITIVE_INFINITY) <= span[0]) next++;
    const nearest = taken[next];
    return !nearest || !overlaps(nearest, span);
  });
}

function addByAuthor(
  found: PutForward[],
  { text, words: article }: ClaimReading,
  units: readonly Unit[],
  author: Entity,
): void {
  const by: SaidBy = { attribution: null, actor: author, cue: noCue };
  for (const { tokens, span } of units) {
    if (!isCheckable(tokens) || !isStatement(textOf(text, span))) continue;
    for (const { content, words } of propositions(text, [withoutFullStop(text, span)], article))
      found.push({ content, words, by });
  }
}

/** The words of some stretches as they are printed. */
const wordsOf = (text: string, spans: readonly Span[]): string =>
  spans.length === 1 && spans[0] ? textOf(text, spans[0]) : spans.map((span) => textOf(text, span)).join(" ");

/** A content without the "it" of "it was rumoured that the dam was old", which stands for the rest. */
const said = (text: string, content: readonly Span[]): readonly Span[] =>
  content.length > 1 && content[0] && /^it$/iu.test(textOf(text, content[0])) ? content.slice(1) : content;

/** Ends as a sentence does, which headlines and captions do not, and says more than that somebody kept silent. */
const isStatement = (sentence: string): boolean =>
  /[.!?…][)\]"'”’»“]*$/u.test(sentence.slice(-8)) &&
  !(hasNot(sentence) && unreached.some((silence) => silence.test(sentence)));

/** Whether something is negated, which few sentences do: a quick look before the patterns are tried at each character. */
const hasNot = (sentence: string): boolean =>
  sentence.includes("not ") || sentence.includes("n't ") || sentence.includes("n’t ");

const withoutFullStop = (text: string, [start, end]: Span): Span =>
  text.charAt(end - 1) === "." ? [start, end - 1] : [start, end];
