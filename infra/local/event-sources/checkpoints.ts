import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** How far each consumer has come in each shard of its stream: kept on disk, so a restart goes on from there. */
export interface Checkpoints {
  get(consumer: string, shard: string): string | undefined;
  set(consumer: string, shard: string, sequenceNumber: string): void;
}

/** Opens the file of checkpoints; a file that cannot be read counts as empty (records are then seen again). */
export function openCheckpoints(file: string): Checkpoints {
  let saved: Record<string, string> = {};
  try {
    saved = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  } catch {
    // The first start, or a file that was cut short.
  }
  const name = (consumer: string, shard: string) => `${consumer} ${shard}`;
  return {
    get: (consumer, shard) => saved[name(consumer, shard)],
    set(consumer, shard, sequenceNumber) {
      saved[name(consumer, shard)] = sequenceNumber;
      writeFileSync(`${file}.new`, `${JSON.stringify(saved, undefined, 1)}\n`);
      renameSync(`${file}.new`, file);
    },
  };
}
