import { type Model, modelOf } from "#extraction/model/model.ts";
import type { ModelPart } from "#extraction/model/model-part.ts";
import { encodeSection, type Section } from "#extraction/model/section.ts";
import { type Corpora, type CorpusName, corpusLayout, describeCorpus } from "./corpora.ts";
import type { Report, TrainingStep } from "./training-step.ts";

/** What a training is made of. */
export interface TrainingOptions {
  /** All steps there are, in the order in which they are run. */
  readonly steps: readonly TrainingStep[];
  /** The name of the one step that is run. Without it, all are. */
  readonly only?: string | undefined;
  readonly corpora: Corpora;
  /** The seed of every step; each has its usual one without. */
  readonly seed?: number | undefined;
  /** Gives the model that the sections of steps are taken from that are not run. */
  readonly existing: () => Model;
  readonly report: Report;
}

/** A model that was trained, and what it took. */
export interface TrainedModel {
  readonly model: Model;
  /** Each step that was run, with the bytes of its sections in memory and the milliseconds that it took. */
  readonly costs: readonly { readonly step: string; readonly bytes: number; readonly milliseconds: number }[];
}

/**
 * Runs the steps of the training one after the other. The same corpora and seed give the same model.
 *
 * @throws Error, one line for the user, where a corpus is missing, and what a step throws
 */
export async function trainModel(options: TrainingOptions): Promise<TrainedModel> {
  const { steps, only, report } = options;
  const run = steps.filter(({ name }) => only === undefined || name === only);
  const corpora = corporaFor(run, options.corpora);
  const kept = only === undefined ? undefined : options.existing();
  const isRun = (part: string): boolean => run.some(({ name }) => name === part);
  let sections: readonly Section[] = kept?.sections.filter(({ name }) => !isRun(partOf(name))) ?? [];
  let parts: readonly ModelPart[] = kept?.parts.filter(({ name }) => !isRun(name)) ?? [];
  const costs: TrainedModel["costs"][number][] = [];
  for (const step of run) {
    const { name, reads, usualSeed } = step;
    const seed = options.seed ?? usualSeed;
    const start = performance.now();
    const learned = await step.run({
      corpora,
      seed,
      report: (what, ...progress) => report(`${name}: ${what}`, ...progress),
      model: modelOf(sections, parts, "the model in the making"),
    });
    const stray = learned.find((section) => partOf(section.name) !== name);
    if (stray !== undefined)
      throw new Error(`step ${name}: its section ${stray.name} is not called ${name}/…`);
    sections = [...sections, ...learned];
    const trainedOn = reads.map((corpus) => describeCorpus(corpus, corpora[corpus]));
    parts = [...parts, { name, seed, trainedOn }];
    const bytes = learned.reduce((sum, section) => sum + encodeSection(section).length, 0);
    costs.push({ step: name, bytes, milliseconds: performance.now() - start });
  }
  const rank = ({ name }: ModelPart): number => steps.findIndex((step) => step.name === name);
  const inOrder = [...parts].sort((a, b) => rank(a) - rank(b));
  return { model: modelOf(sections, inOrder, "the model just trained"), costs };
}

const partOf = (section: string): string => section.split("/")[0] ?? "";

/** The corpora, all of which are there that the steps read. */
function corporaFor(run: readonly TrainingStep[], corpora: Corpora): Record<CorpusName, string> {
  for (const { name, reads } of run) {
    const missing = reads.filter((corpus) => corpora[corpus] === undefined);
    if (missing.length === 0) continue;
    const layouts = missing.map((corpus) => corpusLayout[corpus]).join(" and ");
    const cure = missing.includes("attribution")
      ? "name their folder with --corpus"
      : "name their folder with --treebanks, or train another part alone with --only";
    throw new Error(`${name} is trained on ${layouts}, which are not there; ${cure}`);
  }
  // A step looks only at what it says that it reads.
  return { attribution: "", gum: "", ewt: "", ...corpora };
}
