import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A sentence as the treebanks have it, from rows of form, tag, head and relation. */
function tree(
  ...rows: readonly (readonly [form: string, tag: string, head: number, relation: string])[]
): string {
  const lines = rows.map(([form, tag, head, relation], at) =>
    [at + 1, form, form.toLowerCase(), "_", tag, "_", head, relation, "_", "_"].join("\t"),
  );
  const text = rows.map(([form]) => form).join(" ");
  return [`# text = ${text}`, ...lines, "", ""].join("\n");
}

const rain = tree(["Rain", "NN", 2, "nsubj"], ["fell", "VBD", 0, "root"], [".", ".", 2, "punct"]);
const mayor = tree(
  ["The", "DT", 2, "det"],
  ["mayor", "NN", 3, "nsubj"],
  ["said", "VBD", 0, "root"],
  ["ferries", "NNS", 5, "nsubj"],
  ["sink", "VBP", 3, "ccomp"],
  [".", ".", 3, "punct"],
);
const go = tree(["Go", "VB", 0, "root"], ["home", "RB", 1, "advmod"], ["!", ".", 1, "punct"]);

const files = {
  "polnear/train/text/ferry.txt": "The ferry is late, said Ilse Odell.\n",
  "polnear/train/attributions/ferry_ann.ann": [
    "T1\tSource 24 34\tIlse Odell",
    "T2\tCue 19 23\tsaid",
    "T3\tContent 0 17\tThe ferry is late",
    "E1\tAttribution:T1 Source:T1 Cue:T2 Content:T3",
    "",
  ].join("\n"),
  "gum/train/note.conllu": rain + mayor,
  "ewt/train-mail.conllu": go + mayor,
  "ewt/dev.conllu": rain,
};

/** Writes small corpora of invented sentences below a folder, those whose paths begin with one of `parts`. */
export function writeSmallCorpora(
  folder: string,
  parts: readonly string[] = ["polnear", "gum", "ewt"],
): string {
  for (const [path, content] of Object.entries(files)) {
    if (!parts.some((part) => path.startsWith(part))) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
