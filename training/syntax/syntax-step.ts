import type { TrainingStep } from "../model/training-step.ts";
import { trainSyntax } from "./train-syntax.ts";

/** Learns parts of speech, trees and mentions from the treebanks. */
export const syntaxStep: TrainingStep = {
  name: "syntax",
  reads: ["gum", "ewt"],
  usualSeed: 1,
  run({ corpora, seed, report }) {
    const weights = trainSyntax({ gum: corpora.gum, ewt: corpora.ewt, seed, report });
    return Object.entries(weights).map(([name, data]) => ({ name, data }));
  },
};
