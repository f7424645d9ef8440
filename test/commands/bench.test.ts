import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const command = fileURLToPath(new URL("../../commands/bench.ts", import.meta.url));

it.each([
  ["--fast", "bench: Unknown option '--fast'; see npm run bench -- --help\n"],
  ["sport.txt", "bench: Unexpected argument 'sport.txt'; see npm run bench -- --help\n"],
])("npm run bench -- %s is refused in one line with exit code 2", (argument, line) => {
  const { status, stderr } = spawnSync(process.execPath, [command, argument], { encoding: "utf8" });
  expect([status, stderr]).toEqual([2, line]);
});
