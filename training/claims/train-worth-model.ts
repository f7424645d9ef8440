import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { WorthVectors } from "#extraction/claims/worth-vectors.ts";
import { type Model, modelOf } from "#extraction/model/model.ts";
import { shippedModel } from "#extraction/model/shipped-model.ts";
import { noHabits } from "#extraction/syntax/habits.ts";
import { SyntaxModel } from "#extraction/syntax/syntax-model.ts";
import { WordClusters } from "#extraction/tagger/word-clusters.ts";
import { readVectors } from "../clusters/read-vectors.ts";
import { trainWorth, worthTraining } from "./train-worth.ts";
import { readJudged, worthExamples } from "./worth-corpus.ts";

/**
 * Makes the model of check-worthiness from the judged sentences in `folder`, or in `checkthat24` there: `train.tsv`, and
 * `dev.tsv` where there is one. The same corpus, seed and taggers give the same model.
 *
 * @throws Error, one line for the user, where there is no such corpus, or a line of it cannot be read
 */
export function trainWorthModel(
  folder: string,
  seed: number,
  report: (what: string) => void,
): { readonly model: Model; readonly sentences: number } {
  const place = [folder, join(folder, "checkthat24")].find((one) => existsSync(join(one, "train.tsv")));
  if (place === undefined)
    throw new Error(`${folder}: holds no train.tsv; name the folder of judged sentences with --corpus`);
  const files = ["train.tsv", "dev.tsv"].filter((file) => existsSync(join(place, file)));
  // Not the shipped taggers: those have the model that is to be made.
  const tagging = shippedModel();
  const reading = { syntax: SyntaxModel.from(tagging, noHabits), clusters: WordClusters.from(tagging) };
  const written = readVectors();
  const vectors = new WorthVectors(written.hashes, written.steps);
  const [train = [], dev = []] = files.map((file) =>
    worthExamples(readJudged(place, file), reading, vectors, (done, of) =>
      report(`reading ${file}: ${done} of ${of} sentences`),
    ),
  );
  if (!train.some(({ worthy }) => worthy) || train.every(({ worthy }) => worthy))
    throw new Error(`${join(place, "train.tsv")}: needs sentences of both kinds, Yes and No`);
  const sections = trainWorth({ train, dev }, written, worthTraining, seed, report);
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(place, file)));
  const trainedOn = [{ name: basename(place), files: files.length, digest: hash.digest("hex").slice(0, 16) }];
  return {
    model: modelOf(sections, [{ name: "claims", seed, trainedOn }], "the model just trained"),
    sentences: train.length,
  };
}
