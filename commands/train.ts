import { accessSync, constants, existsSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { worthModelUrl } from "#extraction/claims/worth-model.ts";
import { packModel } from "#extraction/model/model-file.ts";
import { readModelFile } from "#extraction/model/read-model-file.ts";
import { shippedModelUrl } from "#extraction/model/shipped-model.ts";
import { trainWorthModel } from "#training/claims/train-worth-model.ts";
import { type Corpora, findCorpora } from "#training/model/corpora.ts";
import { type TrainedModel, trainModel } from "#training/model/train-model.ts";
import { trainingSteps } from "#training/model/training-steps.ts";
import { barOf, progressOn } from "./start/terminal.ts";
import { userFolder } from "./user-folder.ts";

const stepNames = trainingSteps.map(({ name }) => name);
const help = `Makes the model that says who said what: reads corpora, learns, and writes one model file.

Usage: npm run train -- --corpus DIR [options]

  --corpus DIR     articles with their attributions: train/text/NAME.txt and train/attributions/NAME_WHO.ann
                   (brat standoff), in DIR or in DIR/polnear
  --treebanks DIR  the folder that holds gum/train/*.conllu and ewt/train*.conllu (default: DIR of --corpus, else
                   the folder beside it)
  --out FILE       where the model is written (default: the model that Onrecord ships with)
  --task TASK      attribution (default), or claims: the model of check-worthiness, from judged sentences in
                   train.tsv and, where there is one, dev.tsv (CheckThat! 2024, task 1) in DIR or in
                   DIR/checkthat24 (default: ../shared/corpora)
  --seed N         what chance is drawn from, a whole number (default: what the shipped model was made with)
  --only PART      train ${stepNames.join(" or ") || "one part"} alone; the rest is taken over from FILE, or where there is none from
                   the model that Onrecord ships with
  -h, --help       this text

Progress goes to standard error. The same corpora and seed give the same file. Exit code 1 if the training cannot be
done, 2 if the command line is wrong.
`;

/** The command line is wrong; the message is one line for the user. */
class UsageError extends Error {}

/** Bytes that a model file may have, to be loaded fast and to fit in a bundle. */
const largestModel = 12_000_000;

const progress = progressOn(process.stderr);
const folder = userFolder("train");
const shipped = fileURLToPath(shippedModelUrl);

async function main(): Promise<void> {
  const values = readArguments();
  if (values.help) return void process.stdout.write(help);
  if (values.task !== "attribution" && values.task !== "claims")
    throw new UsageError(`--task ${values.task} is not known; give attribution or claims`);
  if (values.task === "claims") return trainClaims(values);
  if (values.corpus === undefined)
    throw new UsageError("--corpus DIR is missing; it names what is learned from");
  const seed = seedFrom(values.seed);
  const { only } = values;
  if (only !== undefined && !stepNames.includes(only)) {
    throw new UsageError(`--only ${only} is no part of the model; there are ${stepNames.join(", ")}`);
  }
  const out = values.out === undefined ? shipped : resolve(folder, values.out);
  complainIfNotWritable(out);
  const treebanks = values.treebanks === undefined ? undefined : resolve(folder, values.treebanks);
  const corpora = findCorpora(resolve(folder, values.corpus), treebanks);
  const trained = await trainModel({
    steps: trainingSteps,
    only,
    corpora,
    seed,
    existing: () => {
      const existing = existsSync(out) ? out : shipped;
      return readModelFile(existing, shown(existing));
    },
    report: (what, done, of) => {
      if (done === undefined || of === undefined) progress.line(what);
      else progress.status(`${barOf(done, of)}  ${what}`);
    },
  });
  progress.status("writing …");
  const file = packModel(trained.model.sections, trained.model.parts);
  write(out, file);
  progress.end();
  process.stdout.write(summary(trained, corpora, out, file.length));
}

function trainClaims(values: ReturnType<typeof readArguments>): void {
  if (values.only !== undefined || values.treebanks !== undefined)
    throw new UsageError("--only and --treebanks are for the other task");
  const seed = seedFrom(values.seed);
  const shippedWorth = fileURLToPath(worthModelUrl);
  const out = values.out === undefined ? shippedWorth : resolve(folder, values.out);
  complainIfNotWritable(out);
  const usual = fileURLToPath(new URL("../../shared/corpora", import.meta.url));
  const { model, sentences } = trainWorthModel(
    values.corpus === undefined ? usual : resolve(folder, values.corpus),
    seed ?? 1,
    (what) => progress.status(what),
  );
  const file = packModel(model.sections, model.parts);
  write(out, file);
  progress.end();
  const elsewhere = out === shippedWorth ? [] : [`To use it: cp ${shown(out)} ${shown(shippedWorth)}`];
  const lines = [
    `learned from ${sentences} sentences`,
    `${shown(out)}: ${megabytes(file.length)}, version ${model.version}`,
    ...elsewhere,
    "",
  ];
  process.stdout.write(lines.join("\n"));
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        corpus: { type: "string" },
        treebanks: { type: "string" },
        out: { type: "string" },
        seed: { type: "string" },
        only: { type: "string" },
        task: { type: "string", default: "attribution" },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error instanceof Error ? error.message : String(error)).split(/\.\s/u)[0]);
  }
}

function seedFrom(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (/^\d{1,9}$/u.test(written)) return Number(written);
  throw new UsageError(`--seed ${written} is no whole number from 0 to 999999999`);
}

/** Before the training, not minutes later. @throws Error, one line for the user */
function complainIfNotWritable(out: string): void {
  const found = statSync(out, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new Error(`${shown(out)}: is a folder; name a file with --out`);
  const parent = dirname(out);
  if (!statSync(parent, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`${shown(out)}: cannot be written, its folder does not exist; make the folder first`);
  }
  try {
    accessSync(parent, constants.W_OK);
  } catch {
    throw new Error(
      `${shown(out)}: cannot be written, its folder is closed to you; name another file with --out`,
    );
  }
}

/** In one step, so that nobody ever reads half a model. */
function write(out: string, file: Uint8Array): void {
  const draft = `${out}.draft-${process.pid}`;
  try {
    writeFileSync(draft, file);
    renameSync(draft, out);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new Error(
      `${shown(out)}: cannot be written (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

function summary({ model, costs }: TrainedModel, corpora: Corpora, out: string, size: number): string {
  const rows = costs.map(
    ({ step, bytes, milliseconds }) =>
      `${step.padEnd(8)} ${(milliseconds / 1000).toFixed(1).padStart(7)} s ${megabytes(bytes).padStart(9)} in memory`,
  );
  const tooLarge =
    size > largestModel ? [`It is larger than the ${megabytes(largestModel)} that are shipped at most.`] : [];
  const elsewhere = out === shipped ? [] : [`To use it: cp ${shown(out)} ${shown(shipped)}`];
  const dev = corpora.attribution === undefined ? "DIR" : join(corpora.attribution, "dev");
  return [
    ...rows,
    `${shown(out)}: ${megabytes(size)}, version ${model.version}`,
    ...tooLarge,
    ...elsewhere,
    `To evaluate it: npm run evaluate -- attribution ${existsSync(dev) ? shown(dev) : "DIR"}`,
    "",
  ].join("\n");
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

/** A path as the user would write it. */
const shown = (path: string): string => {
  const short = relative(folder, path);
  return short.startsWith("../..") ? path : short;
};

main().catch((error: unknown) => {
  progress.end();
  const message = error instanceof Error ? error.message : String(error);
  const usage = error instanceof UsageError;
  process.stderr.write(usage ? `train: ${message}; see npm run train -- --help\n` : `train: ${message}\n`);
  process.exitCode = usage ? 2 : 1;
});
