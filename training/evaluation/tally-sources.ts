import { type SourceKind, sourceKinds } from "../gold/actor-gold.ts";
import type { JudgedSource } from "./judge-actors.ts";

/** Counts of sources: in the gold, found, resolved to some actor, and to the right one; each includes the next. */
export interface SourceTally {
  readonly gold: number;
  readonly found: number;
  readonly resolved: number;
  readonly right: number;
}

/** The shares that tell how good actors are: each of those before it, and what is right of all; 0 of nothing. */
export interface SourceFigures extends SourceTally {
  readonly foundShare: number;
  /** Of the found ones. */
  readonly resolvedShare: number;
  /** Of the resolved ones. */
  readonly rightShare: number;
  /** Right of all in the gold. */
  readonly rightOfAll: number;
}

/** Counts judged sources by how they are worded, and all together. */
export function tallySources(
  judged: readonly JudgedSource[],
): Readonly<Record<SourceKind | "all", SourceTally>> {
  const tally = (sources: readonly JudgedSource[]): SourceTally => ({
    gold: sources.length,
    found: sources.filter(({ actor }) => actor !== undefined).length,
    resolved: sources.filter(({ actor }) => actor).length,
    right: sources.filter(({ right }) => right).length,
  });
  const ofKind = (kind: SourceKind): SourceTally => tally(judged.filter(({ gold }) => gold.kind === kind));
  const [name, pronoun, relative, nominal] = sourceKinds;
  return {
    name: ofKind(name),
    pronoun: ofKind(pronoun),
    relative: ofKind(relative),
    nominal: ofKind(nominal),
    all: tally(judged),
  };
}

/** The shares behind a tally. */
export function sourceFigures(tally: SourceTally): SourceFigures {
  const { gold, found, resolved, right } = tally;
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    ...tally,
    foundShare: share(found, gold),
    resolvedShare: share(resolved, found),
    rightShare: share(right, resolved),
    rightOfAll: share(right, gold),
  };
}
