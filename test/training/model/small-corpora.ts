import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const files = {
  "polnear/train/text/ferry.txt": "The ferry is late, said Ilse Odell.\n",
  "polnear/train/attributions/ferry_ann.ann": [
    "T1\tSource 24 34\tIlse Odell",
    "T2\tCue 19 23\tsaid",
    "T3\tContent 0 17\tThe ferry is late",
    "E1\tAttribution:T1 Source:T1 Cue:T2 Content:T3",
    "",
  ].join("\n"),
  "gum/train/note.conllu": "# text = Rain fell.\n1\tRain\train\tNOUN\tNN\t_\t2\tnsubj\t_\t_\n",
  "ewt/train-mail.conllu": "# text = Go.\n1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n",
  "ewt/dev.conllu": "# text = Stop.\n1\tStop\tstop\tVERB\tVB\t_\t0\troot\t_\t_\n",
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
