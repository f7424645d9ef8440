import type { KnownActors } from "./known-actors/known-actors.ts";

/**
 * Name and version of what shapes a result: the package's version and the rule set's. It stands on every
 * result, so that results of different extractors can be told apart and made again.
 */
export const extractor = "onrecord/0.1.0+rules.1";

/** The extractor's version together with the user's known actors, which shape results too: `….actors.HASH8`. */
export const extractorWith = ({ version }: KnownActors): string =>
  version === null ? extractor : `${extractor}.actors.${version}`;
