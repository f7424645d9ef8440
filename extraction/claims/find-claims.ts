import type { Attribution, Claim, ClaimFields } from "../extraction.ts";
import type { Unit } from "../roles/unit.ts";
import { stableId } from "../stable-id.ts";
import { type ClaimReading, claimFields } from "./claim-fields.ts";
import { claimForms } from "./claim-forms.ts";
import { rateClaims, worthByRules } from "./claim-worth.ts";
import { mainVerb } from "./main-verb.ts";
import type { ReadProposition } from "./propositions.ts";
import { type PutForward, putForward } from "./put-forward.ts";
import { isReported } from "./reported.ts";
import { SaidBefore } from "./said-again.ts";
import type { SaidBy } from "./said-by.ts";
import { type Statement, type StatementReading, statementOf } from "./statement.ts";
import { marksAmong } from "./word-marks.ts";

/**
 * The claims of an article: what each attribution puts forward (questions and refusals to comment left out), and the
 * author's own checkable statements. In reading order.
 *
 * Each step is taken for all claims before the next: the code of one step then stays in the processor's own memory, and that of all
 * together would not, which takes a tenth more time.
 */
export function findClaims(
  reading: ClaimReading,
  units: readonly Unit[],
  attributions: readonly Attribution[],
  statements: StatementReading,
): Claim[] {
  const { scene } = statements;
  const drafts = putForward(reading, units, attributions, scene)
    .map((found) => ({ by: found.by, read: readProposition(reading.text, found) }))
    .map(({ by, read }) => ({ by, read, fields: claimFields(reading.mentions, read, by) }))
    .map(({ by, read, fields }) => ({
      by,
      read,
      fields,
      statement: statementOf(statements, read, by, fields),
    }));
  const claims = claimsOf(reading, drafts, scene.author.id);
  rateClaims(reading, claims);
  return claims.sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0));
}

/** What is known of a claim but for its id and the claims before it. */
interface Draft {
  readonly by: SaidBy;
  readonly read: ReadProposition;
  readonly fields: ClaimFields;
  readonly statement: Statement;
}

const readProposition = (text: string, { content, words, by }: PutForward): ReadProposition => ({
  content,
  words,
  marks: marksAmong(words),
  verb: mainVerb(words),
  reported: isReported(text, by.attribution, content[0] ?? [0, 0]),
});

/** Gives claims their ids, and says which of them repeat one before. They are not rated yet. */
function claimsOf(reading: ClaimReading, drafts: readonly Draft[], author: string): Claim[] {
  const firstWith = new Map<string, string>();
  const saidBefore = new SaidBefore();
  const ids = stableId();
  return drafts.map(({ by: { attribution }, read: { content, words }, fields, statement }) => {
    const actor = attribution ? attribution.actor : author;
    const forms = claimForms(reading.text, content, words);
    const written = forms.join(" ");
    const ofActor = `${actor ?? ""}|${written}`;
    const id = ids("claim", ofActor);
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
    return {
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
      statement: statement.statement,
      ambiguous: statement.ambiguous,
      repeats: again,
    };
  });
}
