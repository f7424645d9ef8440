import { cp, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Copies a function's asset to where it runs, as Lambda unpacks it to /var/task: away from the repository,
 * whose package.json would turn a CommonJS `index.js` into a module.
 *
 * @returns the folder, named after the asset's hash, so the same code is copied once
 */
export async function unpackCode(asset: string, folder: string): Promise<string> {
  const target = join(folder, basename(asset));
  if (await exists(target)) return target;
  await mkdir(folder, { recursive: true });
  const draft = `${target}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await cp(asset, draft, { recursive: true });
  if (!(await exists(join(draft, "package.json")))) await writeFile(join(draft, "package.json"), "{}\n");
  await rename(draft, target);
  return target;
}

/**
 * The module and the export that a handler setting such as `index.handler` means.
 *
 * @throws Error where the folder has no such file
 */
export async function findHandler(
  folder: string,
  handler: string,
): Promise<{ module: string; exportName: string }> {
  const dot = handler.lastIndexOf(".");
  const file = handler.slice(0, dot);
  for (const extension of [".mjs", ".js", ".cjs"]) {
    const path = join(folder, file + extension);
    if (await exists(path)) return { module: pathToFileURL(path).href, exportName: handler.slice(dot + 1) };
  }
  throw new Error(`The handler ${handler} is not in ${folder}: synthesise again.`);
}
