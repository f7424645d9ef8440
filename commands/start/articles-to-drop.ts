import { accessSync, constants, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileProblem, folderProblem } from "../file-problem.ts";

/** A file to be put into the bucket. */
export interface ArticleToDrop {
  /** As the user named it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly key: string;
}

/** A file that cannot be put there, with the reason and the cure in one line. */
export interface Undroppable {
  readonly name: string;
  readonly problem: string;
}

/** S3's limit for a key, in bytes of UTF-8. */
const longestKey = 1024;

/**
 * Gives each file its key: its name, with as many folders before it as it takes to tell it from the others. What
 * is no readable file is told apart; everything else, however odd its content, is the business of the stack.
 */
export function articlesToDrop(
  names: readonly string[],
  folder: string,
): { readonly articles: readonly ArticleToDrop[]; readonly undroppable: readonly Undroppable[] } {
  const articles: ArticleToDrop[] = [];
  const undroppable: Undroppable[] = [];
  const keys = new Map<string, string>();
  for (const name of names) {
    const path = resolve(folder, name);
    const problem = problemOf(path, name);
    if (problem !== null) {
      undroppable.push({ name, problem });
      continue;
    }
    let key = basename(path);
    let parent = dirname(path);
    while (keys.has(key) && keys.get(key) !== path && dirname(parent) !== parent) {
      key = join(basename(parent), key);
      parent = dirname(parent);
    }
    if (Buffer.byteLength(key) > longestKey) {
      undroppable.push({
        name,
        problem: `has a name of more than ${longestKey} bytes, which no bucket takes; shorten it`,
      });
      continue;
    }
    if (keys.get(key) === path) continue;
    keys.set(key, path);
    articles.push({ name, path, key });
  }
  return { articles, undroppable };
}

function problemOf(path: string, name: string): string | null {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return folderProblem(name);
    if (!found.isFile()) return "is no ordinary file; copy its content into one";
    accessSync(path, constants.R_OK);
    return null;
  } catch (error) {
    return fileProblem(error);
  }
}
