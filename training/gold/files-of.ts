import { readdirSync } from "node:fs";

/** The names of what is in a folder. @throws Error, one line for the user, where it cannot be read */
export function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new Error(`${folder}: is not a folder that can be read`);
  }
}
