import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDataFolder } from "#infra/local/data-folder.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const root = temporaryFolder();

describe("the data folder", () => {
  it("is created, and refused to a second user until it is released", () => {
    const path = join(root, "new", "data");
    const folder = openDataFolder(path);
    expect(() => openDataFolder(path)).toThrow(`in use by a running local stack (process ${process.pid})`);
    folder.release();
    openDataFolder(path).release();
    expect(existsSync(join(path, "lock"))).toBe(false);
  });

  it.each([
    ["of a process that has ended", "4194303 1"],
    ["of a process whose number another one has now", `${process.pid} 1`],
    ["that was cut short", ""],
  ])("takes over a lock %s", (_, lock) => {
    const folder = openDataFolder(join(root, "stale"));
    writeFileSync(folder.inside("lock"), lock);
    expect(() => openDataFolder(join(root, "stale")).release()).not.toThrow();
  });

  it("says why it cannot be used", () => {
    const file = join(root, "a-file");
    writeFileSync(file, "");
    expect(() => openDataFolder(file)).toThrow(`Cannot use ${file} as data folder`);
    expect(() => openDataFolder(join(file, "below"))).toThrow("as data folder");
  });

  it.runIf(existsSync("/proc/self"))("says so too where the system makes no folders", () => {
    expect(() => openDataFolder("/proc/nowhere/data")).toThrow(
      "Cannot use /proc/nowhere/data as data folder",
    );
  });
});
