import { readFileSync } from "node:fs";
import { type KnownActors, nobodyKnown } from "#extraction/known-actors/known-actors.ts";
import { readKnownActors } from "#extraction/known-actors/read-known-actors.ts";

/**
 * The actors whom the deployment knows: the file that stands beside the code under the name `file`; nobody where no file
 * is named. @throws Error in one line where it is not there or cannot be used
 */
export function deployedActors(file: string | undefined, beside: string): KnownActors {
  if (file === undefined || file === "") return nobodyKnown;
  const read = readKnownActors(textBeside(file, beside));
  if ("problem" in read) throw new Error(`${file}: ${read.problem}; deploy again`);
  return read.actors;
}

function textBeside(file: string, beside: string): string {
  try {
    return readFileSync(new URL(file, beside), "utf8");
  } catch {
    throw new Error(`${file}: the file of known actors is not beside the function's code; deploy again`);
  }
}
