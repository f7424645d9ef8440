import type { Rule } from "./role-set.ts";

/**
 * How often each rule is right, 0 to 1: its precision on PolNeAR dev (content overlaps and source agrees), rounded.
 * Rules that the corpus does not show are given a cautious value.
 */
export const confidenceOf: Readonly<Record<Rule, number>> = {
  "speaker-turn": 0.95,
  "quotation-before-cue": 0.95,
  "quotation-after-cue": 0.9,
  "quotation-around-cue": 0.95,
  "clause-after-cue": 0.75,
  "clause-before-cue": 0.75,
  "clause-around-cue": 0.7,
  "object-of-cue": 0.45,
  "infinitive-after-cue": 0.6,
  "according-to": 0.8,
  "noun-cue": 0.6,
  impersonal: 0.7,
  colon: 0.8,
  "name-below-quotation": 0.8,
  "speaker-at-hand": 0.7,
  "subject-of-sentence": 0.5,
  "continued-quotation": 0.85,
};
