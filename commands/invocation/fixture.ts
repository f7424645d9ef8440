import { readFile } from "node:fs/promises";

/**
 * Reads an event from a file.
 *
 * @throws Error with one line for the user where it is missing, a folder, or not JSON
 */
export async function readFixture(path: string, name: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const reasons: Record<string, string> = {
      ENOENT: "there is no such file; the fixtures are in events/",
      EISDIR: "is a folder; name one of the files in it",
      EACCES: "may not be read; check its permissions",
    };
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new Error(`${name}: ${reasons[code] ?? message}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${name}: is not JSON (${(error as Error).message}); an event is one JSON value`);
  }
}
