import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A sentence of a treebank. Word numbers count from 0; `head` is -1 for the root. */
export interface TreebankSentence {
  /** The raw sentence, as `# text =` gives it. */
  readonly text: string;
  readonly forms: readonly string[];
  /** Place of each word in `text`, half-open. Words that are written as one may share a place. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly lemmas: readonly string[];
  readonly xpos: readonly string[];
  readonly upos: readonly string[];
  readonly heads: Int32Array;
  readonly relations: readonly string[];
  /** The column MISC, for mentions. */
  readonly misc: readonly string[];
  readonly document: string;
  /** Whether a paragraph begins with it. */
  readonly opensParagraph: boolean;
}

/** Reads every `.conllu` file that the patterns name under a folder, in order of their names. */
export function readTreebank(folder: string, pattern: string): TreebankSentence[] {
  return globSync(pattern, { cwd: folder })
    .sort()
    .flatMap((file) => parseConllu(readFileSync(join(folder, file), "utf8")));
}

/** Reads the CoNLL-U format (universaldependencies.org/format.html); empty nodes are left out. */
export function parseConllu(conllu: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let document = "";
  for (const block of conllu.split(/\r?\n\r?\n/u)) {
    const lines = block.split(/\r?\n/u);
    document = lines.find((line) => line.startsWith("# newdoc id = "))?.slice(14) ?? document;
    const rows = lines.filter((line) => /^\d+\t/u.test(line)).map((line) => line.split("\t"));
    if (rows.length === 0) continue;
    const text = lines.find((line) => line.startsWith("# text = "))?.slice(9) ?? "";
    const forms = rows.map((row) => row[1] ?? "");
    const [start, end] = places(text, rows, lines);
    sentences.push({
      text,
      forms,
      start,
      end,
      lemmas: rows.map((row) => row[2] ?? ""),
      upos: rows.map((row) => row[3] ?? "X"),
      xpos: rows.map((row) => row[4] ?? ""),
      heads: Int32Array.from(rows, (row) => Number(row[6]) - 1),
      relations: rows.map((row) => row[7] ?? "dep"),
      misc: rows.map((row) => row[9] ?? ""),
      document,
      opensParagraph: lines.some((line) => line.startsWith("# newpar")),
    });
  }
  return sentences;
}

/** Where each word stands in the raw sentence; parts of a word written as one are laid over it in turn. */
function places(text: string, rows: readonly string[][], lines: readonly string[]): [Int32Array, Int32Array] {
  const start = new Int32Array(rows.length);
  const end = new Int32Array(rows.length);
  const fused = new Map<number, [last: number, form: string]>();
  for (const line of lines) {
    const range = /^(\d+)-(\d+)\t([^\t]+)\t/u.exec(line);
    if (range) fused.set(Number(range[1]), [Number(range[2]), range[3] ?? ""]);
  }
  let at = 0;
  let place = 0;
  while (at < rows.length) {
    const [last, surface] = fused.get(at + 1) ?? [at + 1, rows[at]?.[1] ?? ""];
    const found = text.indexOf(surface, place);
    const from = found < 0 ? place : found;
    const to = Math.min(text.length, from + surface.length);
    let inner = from;
    for (; at < last && at < rows.length; at++) {
      const form = rows[at]?.[1] ?? "";
      start[at] = inner;
      inner = at + 1 === last ? to : Math.min(to, inner + form.length);
      end[at] = inner;
    }
    place = to;
  }
  return [start, end];
}
