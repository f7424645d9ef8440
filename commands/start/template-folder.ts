import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { shippedTaggers } from "#extraction/taggers.ts";
import { usualActorsFile } from "#infra/known-actors-file.ts";
import { synthesize } from "../synthesize.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cache = join(root, "node_modules/.cache/onrecord");

/** What the template and the bundles are made from. */
const sources = ["infra", "functions", "extraction", "cdk.json", "package-lock.json"];

/**
 * The folder with the synthesised app and its bundles; `actors` is the absolute path of a file of known actors that goes into it,
 * `null` for the usual one. It is made anew where a source has changed since the last
 * time and kept otherwise, which saves each start some seconds.
 *
 * @throws ModelFileError where the model cannot be used, Error with what CDK wrote where the synthesis fails
 */
export async function templateFolder(onSynthesis: () => void, actors: string | null = null): Promise<string> {
  const folder = join(cache, stampOfSources(actors ?? join(root, usualActorsFile)));
  if (existsSync(join(folder, "manifest.json"))) return folder;
  // Is one of the sources: what was made from it before has had one that can be used.
  shippedTaggers();
  onSynthesis();
  mkdirSync(cache, { recursive: true });
  const made = join(cache, `making-${process.pid}`);
  rmSync(made, { recursive: true, force: true });
  await synthesize(made, actors === null ? {} : { "onrecord:actors": actors });
  for (const old of readdirSync(cache)) {
    // Another start may be making its own, or run from one that a later change has left behind.
    if (!old.startsWith("making-") && old !== folder && isOld(join(cache, old))) {
      rmSync(join(cache, old), { recursive: true, force: true });
    }
  }
  try {
    renameSync(made, folder);
  } catch (error) {
    // Another start was quicker with the same.
    if (!existsSync(join(folder, "manifest.json"))) throw error;
    rmSync(made, { recursive: true, force: true });
  }
  return folder;
}

const dayInMilliseconds = 86_400_000;
const isOld = (folder: string): boolean => statSync(folder).mtimeMs < Date.now() - dayInMilliseconds;

function stampOfSources(actors: string): string {
  const hash = createHash("sha256");
  const add = (path: string): void => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return;
    if (found.isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
    } else hash.update(`${path}\n${found.size}\n${found.mtimeMs}\n`);
  };
  for (const source of sources) add(join(root, source));
  add(actors);
  return hash.digest("hex").slice(0, 16);
}
