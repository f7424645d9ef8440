import type { AttributionError } from "./attribution-error.ts";
import type { JudgedSource } from "./judge-actors.ts";

/** The sources that were found and have the wrong actor or none, as errors to read; names first, as the surest. */
export function actorErrors(judged: readonly JudgedSource[]): readonly AttributionError[] {
  return judged
    .filter(({ actor, right }) => actor !== undefined && !right)
    .map(({ gold, actor }): AttributionError => {
      const wanted = { source: [gold.span], cue: [], content: [] };
      return {
        kind: actor ? "wrong actor" : "unresolved actor",
        offset: gold.span[0],
        weight: weightOfKind[gold.kind],
        gold: wanted,
        predicted: null,
        detail: `${gold.kind}: ${gold.label}, not ${actor?.name ?? "nobody"}`,
      };
    });
}

const weightOfKind: Readonly<Record<JudgedSource["gold"]["kind"], number>> = {
  name: 4,
  pronoun: 3,
  relative: 2,
  nominal: 1,
};
