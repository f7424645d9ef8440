import type { Model } from "#extraction/model/model.ts";
import type { Section } from "#extraction/model/section.ts";
import type { CorpusName } from "./corpora.ts";

/**
 * Told of what a step does: with how much of it is done, it can be shown as a bar; without, it is a line worth
 * keeping.
 */
export type Report = (what: string, done?: number, of?: number) => void;

/** What a step is run with. */
export interface Training {
  /** The folders of the corpora that the step reads. */
  readonly corpora: Readonly<Record<CorpusName, string>>;
  /** All that is drawn by chance is drawn from it. */
  readonly seed: number;
  readonly report: Report;
  /** The sections of the steps before. */
  readonly model: Model;
}

/** One step of the training: it learns one part of the model. The same input and seed give the same sections. */
export interface TrainingStep {
  /** Its sections are called `NAME/…`. */
  readonly name: string;
  /** The corpora that it reads. */
  readonly reads: readonly CorpusName[];
  /** The seed that the shipped model was made with, and that is taken where none is given; chosen on PolNeAR dev. */
  readonly usualSeed: number;
  /** @throws Error, one line for the user, where a corpus cannot be learned from */
  run(training: Training): readonly Section[] | Promise<readonly Section[]>;
}
