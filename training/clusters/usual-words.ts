import { readFileSync } from "node:fs";
import { z } from "zod";

const vectorsSchema = z.object({
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.array(z.number())),
});

/** A word with its vector, as the file of vectors has it. */
export interface VectoredWord {
  readonly word: string;
  readonly vector: readonly number[];
}

/**
 * The most frequent words of a file of vectors (`words`, most frequent first, and `vectors` by word), so many at most, without
 * those that hold white space or `#`.
 *
 * @throws what reading and checking the file throws
 */
export function readUsualWords(path: string, count: number): readonly VectoredWord[] {
  const { words, vectors } = vectorsSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  return words
    .flatMap((word) => {
      const vector = vectors[word];
      return vector && /^[^\s#]+$/u.test(word) ? [{ word, vector }] : [];
    })
    .slice(0, count);
}
