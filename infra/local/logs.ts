import { createWriteStream, type WriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

/** Log files, one a name, to which lines are appended. */
export interface LogFolder {
  append(name: string, line: string): void;
  /** Absolute path of a log. */
  file(name: string): string;
  close(): Promise<void>;
}

/** Opens the folder of logs. Names may hold characters that paths may not. */
export async function openLogFolder(folder: string): Promise<LogFolder> {
  await mkdir(folder, { recursive: true });
  const streams = new Map<string, WriteStream>();
  const file = (name: string) =>
    join(folder, `${name.replaceAll(/[^\w.-]+/g, "-").replace(/^[-.]+/, "") || "log"}.log`);
  return {
    file,
    append(name, line) {
      let stream = streams.get(name);
      if (stream === undefined) {
        stream = createWriteStream(file(name), { flags: "a" });
        // A full disk must not end the stack.
        stream.on("error", () => {});
        streams.set(name, stream);
      }
      stream.write(`${line}\n`);
    },
    async close() {
      await Promise.all([...streams.values()].map((stream) => new Promise((done) => stream.end(done))));
    },
  };
}
