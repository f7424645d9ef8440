import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Absolute path of the data folder that `--data` names, relative to the folder in which the user stands; without
 * it (`null`), the project's own.
 */
export const dataFolder = (named: string | null, userFolder: string): string =>
  named === null
    ? join(fileURLToPath(new URL("..", import.meta.url)), ".onrecord")
    : resolve(userFolder, named);
