import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** Which folders a folder may import from, itself included; no other file is in the project's code. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  extraction: ["extraction"],
  functions: ["functions", "extraction"],
  infra: ["infra", "functions", "extraction"],
  training: ["training", "extraction"],
  commands: ["commands", "infra", "functions", "extraction", "training"],
  test: ["test", "commands", "infra", "functions", "extraction", "training"],
};
const folders = Object.keys(mayImport);
const sources = globSync(`{${folders.join(",")}}/**/*.ts`, { cwd: root }).sort();

/** What a module imports, type imports and re-exports included. */
function importsOf(source: string): string[] {
  const statement = /^\s*(?:import|export)\s(?:[^;"']*?\sfrom\s*)?["']([^"']+)["']/gmu;
  const call = /\bimport\(\s*["']([^"']+)["']/gu;
  return [...source.matchAll(statement), ...source.matchAll(call)].map(([, specifier = ""]) => specifier);
}

/** The rule that an import breaks, or `null`. */
function offence(file: string, specifier: string): string | null {
  const [from = ""] = file.split("/");
  if (specifier.startsWith("#")) {
    const [to = ""] = specifier.slice(1).split("/");
    if (to === from) return `${specifier}: inside ${from}/ imports are relative`;
    return mayImport[from]?.includes(to) ? null : `${specifier}: ${from}/ may not import from ${to}/`;
  }
  if (!specifier.startsWith(".")) return null;
  if (!/\.(?:ts|json)$/u.test(specifier)) return `${specifier}: write the file's extension`;
  const [to] = join(file, "..", specifier).split("/");
  return to === from || from === "test" ? null : `${specifier}: write #${to}/…`;
}

describe("imports", () => {
  it("are found in every form", () => {
    const forms = [
      'import { a } from "./a.ts";',
      'import type { B } from "#functions/b.ts";',
      'import {\n  c,\n  type D,\n} from "c";',
      'import "./e.ts";',
      'export * from "./f.ts";',
      'export { g } from "./g.ts";',
      'import h from "./h.json" with { type: "json" };',
      'const i = await import("./i.ts");',
    ];
    expect(importsOf(forms.join("\n")).sort()).toEqual(
      ["#functions/b.ts", "./a.ts", "./e.ts", "./f.ts", "./g.ts", "./h.json", "./i.ts", "c"].sort(),
    );
  });

  it.each([
    ["extraction/tag.ts", "#functions/store/table.ts", /may not import/u],
    ["functions/tag/handler.ts", "#infra/stage.ts", /may not import/u],
    ["training/train.ts", "#functions/store/table.ts", /may not import/u],
    ["functions/tag/handler.ts", "../../extraction/tag.ts", /write #extraction/u],
    ["functions/tag/handler.ts", "#functions/store/table.ts", /are relative/u],
    ["functions/tag/handler.ts", "./tag-segments", /extension/u],
    ["infra/results-table.ts", "#functions/store/table-definition.ts", null],
    ["functions/tag/handler.ts", "../store/table.ts", null],
    ["extraction/tag.ts", "zod", null],
  ])("%s importing %s", (file, specifier, expected) => {
    if (expected === null) expect(offence(file, specifier)).toBeNull();
    else expect(offence(file, specifier)).toMatch(expected);
  });

  it("run downwards only", () => {
    expect(sources.length).toBeGreaterThan(50);
    const offences = sources.flatMap((file) =>
      importsOf(read(file))
        .map((specifier) => offence(file, specifier))
        .filter((found) => found !== null)
        .map((found) => `${file}: ${found}`),
    );
    expect(offences).toEqual([]);
  });

  it("bring no AWS, network, clock or file access into the engine, but for the reading of its model", () => {
    const closed = /^(?:@aws|@middy|node:(?!crypto$))/u;
    const forItsModel = (file: string, specifier: string): boolean =>
      (file.startsWith("extraction/model/") && ["node:fs", "node:zlib"].includes(specifier)) ||
      // Unpacks bytes in memory.
      (file.startsWith("extraction/formats/") && specifier === "node:zlib");
    const engine = sources.filter((file) => file.startsWith("extraction/"));
    const offences = engine.flatMap((file) => {
      const source = read(file);
      const calls = [/\bDate\.now\b/u, /\bnew Date\(\)/u, /\bMath\.random\b/u, /\bfetch\(/u, /\bprocess\./u];
      return [
        ...importsOf(source).filter((specifier) => closed.test(specifier) && !forItsModel(file, specifier)),
        ...calls.filter((call) => call.test(source)).map(String),
      ].map((found) => `${file}: ${found}`);
    });
    expect(offences).toEqual([]);
  });
});

describe("source files", () => {
  it("have no more than 300 lines", () => {
    expect(sources.filter((file) => read(file).trimEnd().split("\n").length > 300)).toEqual([]);
  });

  it("are named after what they hold", () => {
    const nameless = /(?:^|\/)(?:utils?|helpers?|common|misc|shared|lib)(?:\/|\.ts$)/u;
    expect(sources.filter((file) => nameless.test(file))).toEqual([]);
    expect(sources.filter((file) => !/^[a-z0-9/.-]+\.ts$/u.test(file))).toEqual([]);
  });

  it("say what each export is", () => {
    const bare = sources
      .filter((file) => !file.startsWith("test/"))
      .flatMap((file) => {
        const lines = read(file).split("\n");
        return lines.flatMap((line, at) => {
          // A type that is read off a schema or list stands right below it, and below its comment.
          const derived = /^export type \w+ = (?:z\.infer<|\(typeof )/u.test(line);
          const told = lines[at - 1]?.trimEnd().endsWith("*/") === true;
          return /^export (?!\{|\*)/u.test(line) && !derived && !told ? [`${file}:${at + 1}: ${line}`] : [];
        });
      });
    expect(bare).toEqual([]);
  });

  it("write to no console in extraction/ and functions/", () => {
    const quiet = sources.filter((file) => /^(?:extraction|functions)\//u.test(file));
    expect(quiet.filter((file) => /\bconsole\./u.test(read(file)))).toEqual([]);
  });
});

describe("lexicons", () => {
  const lexiconSchema = z.object({
    about: z.string().min(10),
    sources: z.array(z.string().min(3)).min(1),
    entries: z.array(z.unknown()).min(1),
  });
  const lexicons = globSync("extraction/lexicons/*.json", { cwd: root }).sort();

  it("are there", () => {
    expect(lexicons.length).toBeGreaterThan(0);
  });

  it.each(lexicons)("%s says what it is and whence, one entry a line, sorted, each once", (file) => {
    const text = read(file);
    const { entries } = lexiconSchema.parse(JSON.parse(text));
    const lines = text
      .slice(text.indexOf('"entries"'))
      .split("\n")
      .slice(1, entries.length + 1);
    expect(lines.map((line) => JSON.parse(line.trim().replace(/,$/u, "")) as unknown)).toEqual(entries);
    const names = entries.map(nameOf);
    expect(names).toEqual([...names].sort(byCodeUnits));
    expect(names.filter((name, at) => name === names[at - 1])).toEqual([]);
  });
});

/** What an entry is sorted by: itself, or the first value of a row. */
function nameOf(entry: unknown): string {
  if (typeof entry === "string") return entry;
  const [first] = Object.values(entry as Record<string, unknown>);
  return String(first);
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
