import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The folder of one local stack, held by this process until `release`. */
export interface DataFolder {
  /** Absolute. */
  readonly path: string;
  /** Absolute path of something inside it. */
  inside(...names: string[]): string;
  release(): void;
}

/** When a process started, in clock ticks since boot (Linux); empty where that cannot be read. */
function startOf(pid: number): string {
  try {
    // The second field, the name in brackets, may hold spaces: count from behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return fields[19] ?? "";
  } catch {
    return "";
  }
}

/** The process that wrote a lock, where it still runs; its number alone may be another's by now. */
function writerOf(lock: string): number | undefined {
  const [number, start] = lock.trim().split(" ");
  const pid = Number(number);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return undefined;
  }
  return start === undefined || start === startOf(pid) ? pid : undefined;
}

/** The process that uses a data folder now, if any does. */
export function holderOf(folder: string): number | undefined {
  try {
    return writerOf(readFileSync(join(folder, "lock"), "utf8"));
  } catch {
    return undefined;
  }
}

/** Makes a folder and those above it, one by one: Node's own way never returns where the system makes none (/proc). */
function makeFolder(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another start may have made it meanwhile.
    if (!existsSync(path)) throw error;
  }
}

/**
 * Opens the data folder, creating it where it is not there, and locks it. A lock of a process that has ended
 * is taken over.
 *
 * @throws Error with one line for the user where the folder is in use or cannot be written
 */
export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder);
  const lock = join(path, "lock");
  const cannot = (error: unknown) =>
    new Error(
      `Cannot use ${path} as data folder: ${(error as Error).message}. Name a folder that you may write to.`,
    );
  try {
    makeFolder(join(path, "logs"));
  } catch (error) {
    throw cannot(error);
  }
  for (let attempt = 0; ; attempt++) {
    try {
      const file = openSync(lock, "wx");
      writeSync(file, `${process.pid} ${startOf(process.pid)}\n`);
      closeSync(file);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || attempt > 2) throw cannot(error);
      let held = "";
      try {
        held = readFileSync(lock, "utf8");
      } catch {
        continue;
      }
      const pid = writerOf(held);
      if (pid !== undefined) {
        throw new Error(
          `The data folder ${path} is in use by a running local stack (process ${pid}): stop that one first, or name another folder.`,
        );
      }
      rmSync(lock, { force: true });
    }
  }
  return {
    path,
    inside: (...names) => join(path, ...names),
    release: () => rmSync(lock, { force: true }),
  };
}
