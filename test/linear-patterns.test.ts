import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkSync } from "recheck";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { patternsIn } from "./patterns.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folders = ["extraction", "functions", "infra", "commands", "training"];

// recheck's own JavaScript; it would else start a Java program or a binary where it finds one.
beforeAll(() => void vi.stubEnv("RECHECK_SYNC_BACKEND", "pure"));

/**
 * What the check may spend, in characters read. Left alone it takes a second that passes for much work, and a busy machine makes
 * linear patterns slow: read to the end, the longest text that it tries (300,000 characters) is well below this.
 */
const bounds = {
  attackLimit: 150_000_000,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  timeout: null,
} as const;

/** How the time for the worst text grows: `linear`, `polynomial`, `exponential`, or `unknown` with the reason. */
function growth(source: string, flags: string): string {
  const found = checkSync(source, flags, bounds);
  if (found.status === "safe") return "linear";
  return found.status === "unknown" ? `unknown (${found.error.kind})` : found.complexity.type;
}

describe("the regular expressions of a module", () => {
  it.each([
    ["a literal", "const a = 1;\nconst b = /x\\/y[/]+/giu;", [["x\\/y[/]+", "giu", 2]]],
    ["one inside a call", "text.replace(/a+$/, '');", [["a+$", "", 1]]],
    ["not a division", "const a = b / c / d;", []],
    ["not one in a text or comment", "// /a/\nconst a = '/b/';", []],
    ["one behind a type", "const a: readonly RegExp[] = [/a/u];", [["a", "u", 1]]],
    [
      "one put together from constants",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a module's text
      'const day = "\\\\d{1,2}";\nconst date = `${day} May`;\nconst a = new RegExp(`^${date}$`, "u");',
      [["^\\d{1,2} May$", "u", 3]],
    ],
  ])("%s", (_, module, expected) => {
    const { patterns, unread } = patternsIn(module);
    expect(patterns.map(({ source, flags, line }) => [source, flags, line])).toEqual(expected);
    expect(unread).toEqual([]);
  });

  it("one known at run time only", () => {
    expect(patternsIn("const find = (name) =>\n  RegExp(name);").unread).toEqual([2]);
  });
});

describe("the check", () => {
  it.each([
    ["^(?:a+)+$", "", "exponential"],
    // Begun anew at each of n commas, each time to the end of all of them.
    [",+$", "u", "polynomial"],
    ["(?<!,),+$", "u", "linear"],
    ["^\\p{L}+$", "u", "linear"],
  ])("/%s/%s is %s", (source, flags, expected) => {
    expect(growth(source, flags)).toBe(expected);
  });
});

/** Every different regular expression of a folder, with its first place. */
function patternsOf(folder: string): Map<string, { source: string; flags: string; at: string }> {
  const found = new Map<string, { source: string; flags: string; at: string }>();
  for (const file of globSync(`${folder}/**/*.ts`, { cwd: root }).sort()) {
    for (const { source, flags, line } of patternsIn(readFileSync(join(root, file), "utf8")).patterns) {
      const literal = `/${source}/${flags}`;
      if (!found.has(literal)) found.set(literal, { source, flags, at: `${file}:${line}` });
    }
  }
  return found;
}

describe("no regular expression takes more than linear time", () => {
  it.each(folders)("in %s/", { timeout: 600_000 }, (folder) => {
    const patterns = patternsOf(folder);
    expect(patterns.size).toBeGreaterThan(3);
    const slow = [...patterns]
      .map(([literal, { source, flags, at }]) => `${growth(source, flags)}: ${literal} at ${at}`)
      .filter((line) => !line.startsWith("linear"));
    expect(slow).toEqual([]);
  });

  it("and none is made of what is known at run time only", () => {
    const unread = globSync(`{${folders.join(",")}}/**/*.ts`, { cwd: root })
      .sort()
      .flatMap((file) =>
        patternsIn(readFileSync(join(root, file), "utf8")).unread.map((line) => `${file}:${line}`),
      );
    expect(unread).toEqual([]);
  });
});
