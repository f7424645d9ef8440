import { sectionOf } from "#extraction/actors/choose-candidate.ts";
import { pronounKinds } from "#extraction/actors/pronoun-candidates.ts";
import type { TrainingStep } from "../model/training-step.ts";
import { readTreebank } from "../syntax/treebank.ts";
import { coreferenceDocuments } from "./coreference-document.ts";
import { pronounExamples } from "./pronoun-examples.ts";
import { trainPronouns } from "./train-pronouns.ts";

/** Learns whom pronouns mean from the coreference in GUM. */
export const actorsStep: TrainingStep = {
  name: "actors",
  reads: ["gum"],
  usualSeed: 1,
  run({ corpora, report }) {
    const documents = coreferenceDocuments(readTreebank(corpora.gum, "train/*.conllu"));
    const examples = documents.flatMap((document, at) => {
      report("pronouns", at + 1, documents.length);
      return pronounExamples(document);
    });
    return pronounKinds.map((kind) => {
      const ofKind = examples.filter((example) => example.kind === kind);
      report(`${ofKind.length} pronouns for ${kind}`);
      return { name: sectionOf(kind), data: trainPronouns(ofKind) };
    });
  },
};
