import type { Attribution, Claim } from "../extraction.ts";
import type { Unit } from "../roles/unit.ts";
import { overlaps, type Span, textOf } from "../span.ts";
import { stableId } from "../stable-id.ts";
import { type ClaimReading, claimFields } from "./claim-fields.ts";
import { claimForms } from "./claim-forms.ts";
import { isCheckable, rateClaims, worthByRules } from "./claim-worth.ts";
import { mainVerb } from "./main-verb.ts";
import { type Proposition, propositions, type ReadProposition } from "./propositions.ts";
import { isReported } from "./reported.ts";
import { SaidBefore } from "./said-again.ts";
import { noCue, type SaidBy, saidBy } from "./said-by.ts";
import { type StatementReading, statementOf } from "./statement.ts";
import { marksAmong } from "./word-marks.ts";

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

/**
 * The claims of an article: what each attribution puts forward (questions and refusals to comment left out), and the
 * author's own checkable statements. In reading order.
 */
export function findClaims(
  reading: ClaimReading,
  units: readonly Unit[],
  attributions: readonly Attribution[],
  statements: StatementReading,
): Claim[] {
  const { text } = reading;
  const { author, cast } = statements.scene;
  const entityOf = new Map(cast.entities.map((entity) => [entity.id, entity]));
  const claims: Claim[] = [];
  const firstWith = new Map<string, string>();
  const saidBefore = new SaidBefore();
  const ids = stableId();
  for (const attribution of attributions) {
    const words = wordsOf(text, attribution.content);
    if (attribution.act === "ask" || nothing.test(words) || isRefusal(wordsOf(text, attribution.cue), words))
      continue;
    const found = propositions(text, said(text, attribution.content), reading.words);
    if (found.length === 0) continue;
    const [first, others] = saidBy(attribution, entityOf.get(attribution.actor ?? "") ?? null, reading);
    for (let at = 0; at < found.length; at++) add(found[at] as Proposition, at === 0 ? first : others);
  }
  const taken: Span[] = [];
  for (const { source, cue, content } of attributions) taken.push(...source, ...cue, ...content);
  taken.sort((a, b) => a[0] - b[0]);
  const byAuthor: SaidBy = { attribution: null, actor: author, cue: noCue };
  let next = 0;
  for (const unit of units) {
    while ((taken[next]?.[1] ?? Number.POSITIVE_INFINITY) <= unit.span[0]) next++;
    const nearest = taken[next];
    if (nearest && overlaps(nearest, unit.span)) continue;
    if (!isCheckable(unit.tokens) || !isStatement(textOf(text, unit.span))) continue;
    for (const proposition of propositions(text, [withoutFullStop(text, unit.span)], reading.words))
      add(proposition, byAuthor);
  }
  rateClaims(reading, claims);
  return claims.sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0));

  function add({ content, words }: Proposition, by: SaidBy): void {
    const { attribution } = by;
    const actor = attribution ? attribution.actor : author.id;
    const forms = claimForms(text, content, words);
    const written = forms.join(" ");
    const ofActor = `${actor ?? ""}|${written}`;
    const id = ids("claim", ofActor);
    const read: ReadProposition = {
      content,
      words,
      marks: marksAmong(words),
      verb: mainVerb(words),
      reported: isReported(text, attribution, content[0] ?? [0, 0]),
    };
    const fields = claimFields(reading.mentions, read, by);
    const { statement, ambiguous } = statementOf(statements, read, by, fields);
    // A sentence printed twice is one claim, even where its source was read differently the second time.
    const key = forms.length < 5 ? ofActor : written;
    const again =
      firstWith.get(key) ??
      saidBefore.find(id, words, {
        actor,
        negated: fields.negated,
        future: !fields.dimensions.notPrediction || fields.tense === "future",
      });
    if (!firstWith.has(key)) firstWith.set(key, again ?? id);
    claims.push({
      id,
      content: [...content],
      attribution: attribution?.id ?? null,
      actor,
      act: fields.act,
      negated: fields.negated,
      hedged: fields.hedged,
      hedges: fields.hedges,
      tense: fields.tense,
      kind: fields.kind,
      checkable: fields.checkable,
      dimensions: fields.dimensions,
      about: fields.about,
      checkWorthy: worthByRules(reading, content),
      statement,
      ambiguous,
      repeats: again,
    });
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
