import type { Form } from "#extraction/extraction.ts";
import { formByMarks } from "./form-by-marks.ts";
import { type RoleSpans, type RoleTokens, roleTokens, sameTokens } from "./match-attributions.ts";
import type { PredictedAttribution } from "./predicted-article.ts";
import type { StandoffArticle } from "./read-standoff.ts";
import type { Match } from "./score-standoff.ts";
import { sharedCount } from "./tally.ts";
import { type GridToken, gridTokens } from "./token-grid.ts";

/** What can be wrong with an attribution or its actor, in the order in which errors are shown. */
export const errorKinds = [
  "missed cue",
  "missed content",
  "spurious",
  "content starts too early",
  "content starts too late",
  "content ends too early",
  "content ends too late",
  "content has other fragments",
  "wrong source",
  "wrong link",
  "source has other ends",
  "cue has other ends",
  "wrong actor",
  "unresolved actor",
] as const;
export type ErrorKind = (typeof errorKinds)[number];

/** One thing that the prediction and the annotation see differently; an attribution can be wrong in several ways. */
export interface AttributionError {
  readonly kind: ErrorKind;
  /** Where to look; UTF-16 code units. */
  readonly offset: number;
  /** How much it is worth reading among those of its kind: the larger, the more. */
  readonly weight: number;
  readonly gold: RoleSpans | null;
  readonly predicted: RoleSpans | null;
  /** What the spans do not say. */
  readonly detail?: string;
}

/** Direct attributions are expected to be found, so those missed are worth more. */
const weightOfForm: Readonly<Record<Form, number>> = { direct: 3, mixed: 2, indirect: 1 };

/**
 * The errors of one article against its first annotator. Weighted by form where an attribution is missed, by
 * confidence where it is made up or its source wrong, by the number of tokens too many or too few where an end is wrong.
 *
 * `wrong link` is a wrong source that is the source of another attribution of the article; `missed content` a cue that
 * was found with other content.
 */
export function attributionErrors(
  { text, annotations }: StandoffArticle,
  predicted: readonly PredictedAttribution[],
  matches: readonly Match[],
): readonly AttributionError[] {
  const tokens = gridTokens(text);
  const gold = annotations[0] ?? [];
  const goldTokens = gold.map((attribution) => roleTokens(tokens, attribution));
  const predictedTokens = predicted.map((attribution) => roleTokens(tokens, attribution));
  const byGold = new Map(matches.map((match) => [match.gold, match]));
  const matchedPredictions = new Set(matches.map((match) => match.predicted));
  const errors: AttributionError[] = [];
  for (const [index, wanted] of gold.entries()) {
    const match = byGold.get(index);
    const wantedTokens = goldTokens[index];
    if (!wantedTokens) continue;
    if (!match) {
      const cueFound = predictedTokens.some(({ cue }) => sharedCount(cue, wantedTokens.cue) > 0);
      errors.push({
        kind: cueFound ? "missed content" : "missed cue",
        offset: startOf(wanted),
        weight: weightOfForm[formByMarks(text, wanted.content)],
        gold: wanted,
        predicted: null,
      });
      continue;
    }
    const [got, gotTokens] = [predicted[match.predicted], predictedTokens[match.predicted]];
    if (!got || !gotTokens) continue;
    const others = goldTokens.filter((_, other) => other !== index);
    for (const { kind, offset, weight } of [
      ...contentFaults(tokens, wantedTokens.content, gotTokens.content),
      ...sourceFaults(tokens, wantedTokens, gotTokens, match.linked, others, got.confidence ?? 0),
      ...cueFaults(tokens, wantedTokens, gotTokens),
    ])
      errors.push({ kind, offset: offset ?? startOf(wanted), weight, gold: wanted, predicted: got });
  }
  for (const [index, got] of predicted.entries()) {
    if (matchedPredictions.has(index)) continue;
    errors.push({
      kind: "spurious",
      offset: startOf(got),
      weight: got.confidence ?? 0,
      gold: null,
      predicted: got,
    });
  }
  return errors;
}

interface Fault {
  readonly kind: ErrorKind;
  readonly offset: number | undefined;
  readonly weight: number;
}

function contentFaults(
  tokens: readonly GridToken[],
  wanted: ReadonlySet<number>,
  got: ReadonlySet<number>,
): readonly Fault[] {
  if (sameTokens(wanted, got)) return [];
  const [wantedFirst, wantedLast] = [Math.min(...wanted), Math.max(...wanted)];
  const [gotFirst, gotLast] = [Math.min(...got), Math.max(...got)];
  const faults: Fault[] = [];
  if (gotFirst !== wantedFirst)
    faults.push({
      kind: gotFirst < wantedFirst ? "content starts too early" : "content starts too late",
      offset: tokens[gotFirst]?.start,
      weight: Math.abs(gotFirst - wantedFirst),
    });
  if (gotLast !== wantedLast)
    faults.push({
      kind: gotLast < wantedLast ? "content ends too early" : "content ends too late",
      offset: tokens[gotLast]?.end,
      weight: Math.abs(gotLast - wantedLast),
    });
  if (faults.length > 0) return faults;
  const weight = differing(wanted, got);
  return [{ kind: "content has other fragments", offset: tokens[wantedFirst]?.start, weight }];
}

function sourceFaults(
  tokens: readonly GridToken[],
  wanted: RoleTokens,
  got: RoleTokens,
  linked: boolean,
  others: readonly RoleTokens[],
  confidence: number,
): readonly Fault[] {
  const offset = firstStart(tokens, got.source.size > 0 ? got.source : wanted.source);
  if (!linked) {
    const isAnothers = others.some(({ source }) => sharedCount(source, got.source) > 0);
    return [{ kind: isAnothers ? "wrong link" : "wrong source", offset, weight: confidence }];
  }
  return sameTokens(wanted.source, got.source)
    ? []
    : [{ kind: "source has other ends", offset, weight: differing(wanted.source, got.source) }];
}

function cueFaults(tokens: readonly GridToken[], wanted: RoleTokens, got: RoleTokens): readonly Fault[] {
  if (sameTokens(wanted.cue, got.cue)) return [];
  const offset = firstStart(tokens, got.cue.size > 0 ? got.cue : wanted.cue);
  return [{ kind: "cue has other ends", offset, weight: differing(wanted.cue, got.cue) }];
}

/** How many tokens are in one of two sets only. */
const differing = (a: ReadonlySet<number>, b: ReadonlySet<number>): number =>
  a.size + b.size - 2 * sharedCount(a, b);

function firstStart(tokens: readonly GridToken[], touched: ReadonlySet<number>): number | undefined {
  return touched.size === 0 ? undefined : tokens[Math.min(...touched)]?.start;
}

/** Where an attribution's first content begins. */
const startOf = ({ content }: RoleSpans): number => content[0]?.[0] ?? 0;
