import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packModel, readModel } from "#extraction/model/model-file.ts";
import { findCorpora } from "#training/model/corpora.ts";
import { type TrainingOptions, trainModel } from "#training/model/train-model.ts";
import type { TrainingStep } from "#training/model/training-step.ts";
import { temporaryFolder } from "../../infra/local/temporary-folder.ts";
import { writeSmallCorpora } from "./small-corpora.ts";

const corpora = findCorpora(writeSmallCorpora(temporaryFolder()));

/** Learns the words of a treebank. */
const words: TrainingStep = {
  name: "words",
  reads: ["gum"],
  usualSeed: 1,
  run({ corpora: { gum }, seed, report }) {
    report("reading", 1, 2);
    const lines = readFileSync(join(gum, "train/note.conllu"), "utf8").split("\n");
    const forms = lines.slice(0, 3).flatMap((line) => line.split("\t")[1] ?? []);
    report("read");
    return [
      { name: "words/forms", data: forms },
      { name: "words/weights", data: Int8Array.from(forms, (form) => (form.length * seed) % 128) },
    ];
  },
};

/** Learns from the words that the step before has learned. */
const lengths: TrainingStep = {
  name: "lengths",
  reads: ["attribution"],
  usualSeed: 4,
  run: async ({ model }) => [
    { name: "lengths/of-words", data: Uint8Array.from(model.strings("words/forms"), (form) => form.length) },
  ],
};

const train = async (options: Partial<TrainingOptions> = {}) => {
  const existing = () => {
    throw new Error("the existing model is not needed");
  };
  const trained = await trainModel({
    steps: [words, lengths],
    corpora,
    seed: 1,
    existing,
    report: () => {},
    ...options,
  });
  return trained.model;
};
const packed = async (options?: Partial<TrainingOptions>) => {
  const { sections, parts } = await train(options);
  return packModel(sections, parts);
};

describe("a training", () => {
  it("runs its steps in order, each knowing what those before have learned", async () => {
    const { sections, parts } = await train();
    expect(sections).toEqual([
      { name: "words/forms", data: ["Rain", "fell"] },
      { name: "words/weights", data: Int8Array.of(4, 4) },
      { name: "lengths/of-words", data: Uint8Array.of(4, 4) },
    ]);
    expect(parts).toMatchObject([
      { name: "words", seed: 1, trainedOn: [{ name: "gum", files: 1 }] },
      { name: "lengths", seed: 1, trainedOn: [{ name: "polnear", files: 2 }] },
    ]);
  });

  it("gives the same bytes for the same corpora and seed, and others for another seed", async () => {
    const first = await packed();
    expect(await packed()).toEqual(first);
    expect(await packed({ seed: 2 })).not.toEqual(first);
  });

  it("takes each step's usual seed where none is given", async () => {
    const { parts } = await train({ seed: undefined });
    expect(parts.map(({ name, seed }) => [name, seed])).toEqual([
      ["words", 1],
      ["lengths", 4],
    ]);
  });

  it("takes over what it does not train, with where that comes from", async () => {
    const old = readModel(await packed({ seed: 2 }), "old.model");
    const { sections, parts } = await train({ only: "words", existing: () => old });
    const other = readModel(packModel(sections, parts), "new.model");
    expect(other.numbers("words/weights", "int8")).toEqual(Int8Array.of(4, 4));
    expect(other.numbers("lengths/of-words", "uint8")).toEqual(Uint8Array.of(4, 4));
    expect(other.parts.map(({ name, seed }) => [name, seed])).toEqual([
      ["words", 1],
      ["lengths", 2],
    ]);
  });

  it("tells what it does, step by step", async () => {
    const told: unknown[][] = [];
    await train({ report: (...news) => void told.push(news) });
    expect(told).toEqual([["words: reading", 1, 2], ["words: read"]]);
  });

  it.each([
    [{ corpora: {} }, /words is trained on gum\/train\/NAME\.conllu, which are not there; .*--treebanks/u],
    [{ corpora: { gum: corpora.gum ?? "" } }, /lengths is trained on train\/text\/.*--corpus/u],
    [
      { steps: [{ ...words, name: "forms" }] },
      /step forms: its section words\/forms is not called forms\/…/u,
    ],
  ])("refuses %j in one line", async (options, message) => {
    await expect(train(options)).rejects.toThrow(message);
  });
});
