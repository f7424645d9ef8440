import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { maximumBytes, refusalOfSize } from "#extraction/decode/maximum-size.ts";
import { fileProblem, folderProblem } from "./file-problem.ts";

/** The bytes of an input, or one line for the user on why there are none and what to do. */
export type Input = { readonly bytes: Uint8Array } | { readonly problem: string };

/** Reads a file, or standard input for `-`; never more than the engine accepts. */
export async function readInput(name: string, folder: string): Promise<Input> {
  try {
    if (name === "-") return { bytes: await readHead(process.stdin) };
    const path = resolve(folder, name);
    const found = await stat(path);
    if (found.isDirectory()) return { problem: folderProblem(name) };
    const tooLarge = refusalOfSize(found.size);
    if (tooLarge !== null) return { problem: tooLarge.message };
    return { bytes: await readHead(createReadStream(path)) };
  } catch (error) {
    return { problem: fileProblem(error) };
  }
}

/** One byte more than is allowed is enough to know that it is too much. */
async function readHead(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    length += bytes.length;
    if (length >= maximumBytes) break;
  }
  return Buffer.concat(chunks);
}
