import type { ClaimFields } from "#extraction/extraction.ts";

/** The fields of a plain statement of fact, for results that are made by hand. */
export const plainFact: ClaimFields = {
  act: "assert",
  negated: false,
  hedged: false,
  hedges: [],
  tense: "past",
  kind: "fact",
  checkable: true,
  dimensions: { specific: false, aboutMany: false, notPersonal: true, notPrediction: true },
  about: [],
};
