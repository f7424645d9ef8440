import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { ModelPart } from "#extraction/model/model-part.ts";

/** What can be learned from: articles with their attributions, and the two treebanks. */
export const corpusNames = ["attribution", "gum", "ewt"] as const;
export type CorpusName = (typeof corpusNames)[number];

/** The folder of each corpus that there is. */
export type Corpora = Readonly<Partial<Record<CorpusName, string>>>;

/** Where the files lie that training reads, below a corpus's folder, and what they are called. */
const trainingFiles: Readonly<Record<CorpusName, readonly (readonly [folder: string, file: RegExp])[]>> = {
  attribution: [
    ["train/attributions", /\.ann$/u],
    ["train/text", /\.txt$/u],
  ],
  gum: [["train", /\.conllu$/u]],
  ewt: [["", /^train.*\.conllu$/u]],
};

/** What each corpus has to look like, for whoever looks for it. */
export const corpusLayout: Readonly<Record<CorpusName, string>> = {
  attribution: "train/text/NAME.txt and train/attributions/NAME_WHO.ann",
  gum: "gum/train/NAME.conllu",
  ewt: "ewt/train-NAME.conllu",
};

/**
 * Finds the corpora: `folder` is one with articles and attributions of its own, or one that holds such a folder as
 * `polnear/`. The treebanks `gum/` and `ewt/` are in `folder`, or beside it, or in `treebanks` where that is given.
 *
 * @throws Error where a folder does not exist, or there is no corpus in it
 */
export function findCorpora(folder: string, treebanks?: string): Corpora {
  for (const given of [folder, treebanks]) {
    if (given === undefined) continue;
    const found = statSync(given, { throwIfNoEntry: false });
    if (found === undefined) throw new Error(`${given}: does not exist; give the folder of a corpus`);
    if (!found.isDirectory()) throw new Error(`${given}: is no folder; give the folder of a corpus`);
  }
  const aroundTreebanks = treebanks === undefined ? [folder, dirname(resolve(folder))] : [treebanks];
  const places: Readonly<Record<CorpusName, readonly string[]>> = {
    attribution: [folder, join(folder, "polnear")],
    gum: aroundTreebanks.map((place) => join(place, "gum")),
    ewt: aroundTreebanks.map((place) => join(place, "ewt")),
  };
  const corpora: Corpora = Object.fromEntries(
    corpusNames.flatMap((name) => {
      const place = places[name].find((one) => filesOf(name, one).length > 0);
      return place === undefined ? [] : [[name, place]];
    }),
  );
  if (Object.keys(corpora).length === 0) {
    const layouts = corpusNames.map((name) => corpusLayout[name]).join("; ");
    throw new Error(`${folder}: holds no corpus; it must hold ${layouts}`);
  }
  return corpora;
}

/** Paths, from the folder on, of the files of a corpus that training reads; empty where one kind of them is missing. */
function filesOf(name: CorpusName, folder: string): readonly string[] {
  const kinds = trainingFiles[name].map(([inside, file]) => {
    const path = join(folder, inside);
    if (!existsSync(path)) return [];
    const files = readdirSync(path).filter((entry) => file.test(entry));
    return files.sort().map((entry) => join(inside, entry));
  });
  return kinds.some((files) => files.length === 0) ? [] : kinds.flat();
}

/** What a model says of a corpus that it was trained on: no path but the folder's name, and no date. */
export function describeCorpus(name: CorpusName, folder: string): ModelPart["trainedOn"][number] {
  const files = filesOf(name, folder);
  const hash = createHash("sha256");
  for (const file of files) {
    const content = readFileSync(join(folder, file));
    hash.update(`${file}\n${content.length}\n`).update(content);
  }
  return {
    name: basename(resolve(folder)),
    files: files.length,
    digest: hash.digest("hex").slice(0, 16),
  };
}
