import type { Act, Attribution, Claim } from "../extraction.ts";
import type { Unit } from "../roles/unit.ts";
import { overlaps, type Span, textOf } from "../span.ts";
import { stableId } from "../stable-id.ts";
import { tokenise } from "../tokens/tokenise.ts";
import { type ClaimReading, claimFields } from "./claim-fields.ts";
import { isCheckable, rateClaims, worthByRules } from "./claim-worth.ts";
import { mainVerb } from "./main-verb.ts";
import { type Proposition, propositions } from "./propositions.ts";
import { isReported } from "./reported.ts";
import { SaidBefore } from "./said-again.ts";
import { type StatementReading, statementOf } from "./statement.ts";

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
  const author = statements.scene.author.id;
  const entityOf = new Map(statements.scene.cast.entities.map((entity) => [entity.id, entity]));
  const claims: Claim[] = [];
  const firstWith = new Map<string, string>();
  const saidBefore = new SaidBefore();
  const ids = stableId();
  for (const attribution of attributions) {
    const words = attribution.content.map((span) => textOf(text, span)).join(" ");
    const cue = attribution.cue.map((span) => textOf(text, span)).join(" ");
    if (attribution.act === "ask" || nothing.test(words) || isRefusal(cue, words)) continue;
    for (const [at, proposition] of propositions(
      text,
      said(text, attribution.content),
      reading.words,
    ).entries())
      add(proposition, at === 0 ? attribution : continued(attribution), attribution.actor);
  }
  const taken = attributions
    .flatMap(({ source, cue, content }) => [...source, ...cue, ...content])
    .sort((a, b) => a[0] - b[0]);
  let next = 0;
  for (const unit of units) {
    while ((taken[next]?.[1] ?? Number.POSITIVE_INFINITY) <= unit.span[0]) next++;
    const nearest = taken[next];
    if (nearest && overlaps(nearest, unit.span)) continue;
    if (!isCheckable(unit.tokens) || !isStatement(textOf(text, unit.span))) continue;
    for (const proposition of propositions(text, [withoutFullStop(text, unit.span)], reading.words))
      add(proposition, null, author);
  }
  rateClaims(reading, claims);
  return claims.sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0));

  function add(proposition: Proposition, attribution: Attribution | null, actor: string | null): void {
    const { content } = proposition;
    const tokens = content.flatMap((span) => tokenise(text, span, []));
    const words = tokens.map((token) => token.lower).join(" ");
    const id = ids("claim", `${actor ?? ""}|${words}`);
    // A sentence printed twice is one claim, even where its source was read differently the second time.
    const key = tokens.length < 5 ? `${actor ?? ""}|${words}` : words;
    const read = {
      ...proposition,
      verb: mainVerb(proposition.words),
      reported: isReported(text, attribution, content[0] ?? [0, 0]),
    };
    const fields = claimFields(reading, read, attribution, entityOf.get(actor ?? "") ?? null);
    const again =
      firstWith.get(key) ??
      saidBefore.find(id, proposition.words, {
        actor,
        negated: fields.negated,
        future: !fields.dimensions.notPrediction || fields.tense === "future",
      });
    claims.push({
      id,
      content: [...content],
      attribution: attribution?.id ?? null,
      actor,
      ...fields,
      checkWorthy: worthByRules(reading, tokens),
      ...statementOf(statements, read, attribution, fields),
      repeats: again,
    });
    if (!firstWith.has(key)) firstWith.set(key, again ?? id);
  }
}

/** A content without the "it" of "it was rumoured that the dam was old", which stands for the rest. */
const said = (text: string, content: readonly Span[]): readonly Span[] =>
  content.length > 1 && content[0] && /^it$/iu.test(textOf(text, content[0])) ? content.slice(1) : content;

/** Ends as a sentence does, which headlines and captions do not, and says more than that somebody kept silent. */
const isStatement = (sentence: string): boolean =>
  /[.!?…][)\]"'”’»“]*$/u.test(sentence.slice(-8)) && !unreached.some((silence) => silence.test(sentence));

/** Acts of a cue that hold for the clause behind it only: who "denied it" and goes on speaking denies no more. */
const ofOneClause: ReadonlySet<Act> = new Set([
  "deny",
  "believe",
  "promise",
  "predict",
  "demand",
  "threaten",
]);

/** An attribution as it holds for the clauses behind the first. */
const continued = (attribution: Attribution): Attribution =>
  ofOneClause.has(attribution.act) ? { ...attribution, act: "assert", cue: [] } : attribution;

const withoutFullStop = (text: string, [start, end]: Span): Span =>
  text.charAt(end - 1) === "." ? [start, end - 1] : [start, end];
