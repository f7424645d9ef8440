import type { Attribution, Claim } from "../extraction.ts";
import type { Unit } from "../roles/unit.ts";
import { overlaps, type Span, textOf } from "../span.ts";
import { stableId } from "../stable-id.ts";
import { tokenise } from "../tokens/tokenise.ts";
import { type ClaimReading, claimFields } from "./claim-fields.ts";
import { checkWorth, isCheckable } from "./claim-worth.ts";
import { statementOf } from "./statement.ts";

/** Contents that put nothing forward: a refusal to speak. */
const refusal = /^(?:to )?comment\b/iu;

/**
 * The claims of an article: what each attribution puts forward (questions and refusals to comment left out), and the
 * author's own checkable statements. `author` is the id of the actor whom those belong to. In reading order.
 */
export function findClaims(
  reading: ClaimReading,
  units: readonly Unit[],
  attributions: readonly Attribution[],
  author: string,
): Claim[] {
  const { text } = reading;
  const claims: Claim[] = [];
  const firstWith = new Map<string, string>();
  const ids = stableId();
  for (const attribution of attributions) {
    const words = attribution.content.map((span) => textOf(text, span)).join(" ");
    if (attribution.act === "ask" || refusal.test(words) || /\?["”’»]?$/u.test(words)) continue;
    add(attribution.content, attribution, attribution.actor);
  }
  const taken = attributions
    .flatMap(({ source, cue, content }) => [...source, ...cue, ...content])
    .sort((a, b) => a[0] - b[0]);
  let next = 0;
  for (const unit of units) {
    while ((taken[next]?.[1] ?? Number.POSITIVE_INFINITY) <= unit.span[0]) next++;
    const nearest = taken[next];
    if (nearest && overlaps(nearest, unit.span)) continue;
    if (isCheckable(unit.tokens)) add([withoutFullStop(text, unit.span)], null, author);
  }
  return claims.sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0));

  function add(content: readonly Span[], attribution: Attribution | null, actor: string | null): void {
    const tokens = content.flatMap((span) => tokenise(text, span, []));
    const words = tokens.map((token) => token.lower).join(" ");
    const id = ids("claim", `${actor ?? ""}|${words}`);
    // A sentence printed twice is one claim, even where its source was read differently the second time.
    const key = tokens.length < 5 ? `${actor ?? ""}|${words}` : words;
    claims.push({
      id,
      content: [...content],
      attribution: attribution?.id ?? null,
      actor,
      ...claimFields(reading, content, attribution),
      checkWorthy: checkWorth(tokens),
      statement: statementOf(text, content, tokens),
      repeats: firstWith.get(key) ?? null,
    });
    if (!firstWith.has(key)) firstWith.set(key, id);
  }
}

const withoutFullStop = (text: string, [start, end]: Span): Span =>
  text.charAt(end - 1) === "." ? [start, end - 1] : [start, end];
