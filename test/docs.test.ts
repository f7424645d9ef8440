import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const pages = globSync(["*.md", "{docs,infra,events,test,extraction,functions,training}/**/*.md"], {
  cwd: root,
}).sort();

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read("package.json")));

const fence = /^```(\w*)\n([\s\S]*?)^```$/gmu;
const withoutFences = (markdown: string): string => markdown.replace(fence, "");

/** Targets of the links of a page, web addresses left out; code is no link. */
const linksOf = (markdown: string): string[] =>
  [
    ...withoutFences(markdown)
      .replace(/`[^`\n]*`/gu, "")
      .matchAll(/\]\(([^)\s]+)\)/gu),
  ]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/u.test(target));

/** The anchors of a page, as GitHub makes them from its headings. */
const anchorsOf = (markdown: string): string[] =>
  [...withoutFences(markdown).matchAll(/^#+ (.+)$/gmu)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/ /gu, "-"),
  );

/** The npm scripts that a page tells the reader to run. */
const scriptsIn = (markdown: string): string[] => [
  ...[...markdown.matchAll(/\bnpm (start|test)\b/gu)].map(([, script = ""]) => script),
  ...[...markdown.matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/gu)].map(([, script = ""]) => script),
];

/**
 * The files of the project that a page names in its commands and in its running code. Words in capitals stand for
 * something that the reader fills in.
 */
function filesIn(markdown: string): string[] {
  const commands = [...markdown.matchAll(fence)]
    .filter(([, language = ""]) => language === "sh")
    .flatMap(([, , code = ""]) => code.split(/[\s'"`]+/u));
  const running = [...withoutFences(markdown).matchAll(/`([^`\n]+)`/gu)].flatMap(([, code = ""]) =>
    code.split(/\s+/u),
  );
  const ours = /^(?:\.ci|commands|docs|events|extraction|functions|infra|test|training)\/[\w./*-]*$/u;
  return [...commands, ...running].filter((word) => ours.test(word) && !/[A-Z]{3}/u.test(word));
}

describe("reading a page", () => {
  const page = [
    "# What `decidedBy` says, and why",
    "See [the page](docs/a.md#part), [the web](https://example.org) and `[no](link)`.",
    "Run `npm run --silent extract -- FILE` or `node commands/extract.ts events/FILE.json`.",
    "```sh",
    "npm ci && npm test -- test/docs.test.ts",
    "# [no](link.md)",
    "```",
  ].join("\n");

  it("finds links, anchors, scripts and files", () => {
    expect(linksOf(page)).toEqual(["docs/a.md#part"]);
    expect(anchorsOf(page)).toEqual(["what-decidedby-says-and-why"]);
    expect(scriptsIn(page)).toEqual(["test", "extract"]);
    expect(filesIn(page)).toEqual(["test/docs.test.ts", "commands/extract.ts"]);
  });
});

describe.each(pages)("%s", (page) => {
  const markdown = read(page);

  it("links to what is there", () => {
    const broken = linksOf(markdown).filter((target) => {
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? page : join(dirname(page), path);
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && !anchorsOf(read(file)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it("names npm scripts that are there", () => {
    expect(scriptsIn(markdown).filter((script) => !(script in scripts))).toEqual([]);
  });

  it("names files that are there", () => {
    const missing = filesIn(markdown).filter((path) => globSync(path, { cwd: root }).length === 0);
    expect(missing).toEqual([]);
  });
});

describe("the README", () => {
  it.each(["npm ci && npm start -- FILE", "npm ci && npm test"])("gives the command: %s", (command) => {
    expect(read("README.md").split("\n")).toContain(command);
  });
});

it.each(Object.entries(scripts).filter(([, command]) => command.startsWith("node ")))(
  "the script %s runs a file that is there",
  (_, command) => {
    expect(existsSync(join(root, command.split(" ")[1] ?? ""))).toBe(true);
  },
);
