import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const script = join(root, "commands/extract.ts");
let folder: string;

interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** Runs the command as npm does, in `folder`; `input` goes to its standard input. */
function extract(args: readonly string[], input = "", closeAfterFirstChunk = false): Promise<Outcome> {
  const environment = { ...process.env, INIT_CWD: folder, npm_lifecycle_event: "extract" };
  const child = spawn(process.execPath, [script, ...args], { cwd: root, env: environment });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk;
    if (closeAfterFirstChunk) child.stdout.destroy();
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => done({ stdout, stderr, code }));
  });
}

const article =
  "Town loses its bridge\n\nBy Ana Ruiz\n\nMay 3, 2019\n\n“It is shut,” said Mayor Ilse Odell.\n";
const german =
  "Der Rat hat am Montag beschlossen, die Brücke zu schließen, und das ist nicht gut für die Stadt.";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "onrecord-extract-"));
  await mkdir(join(folder, "drawer"));
  const files: Record<string, string | Uint8Array> = {
    "bridge.v2.txt": article,
    "crlf.txt": article.replaceAll("\n", "\r\n"),
    "empty.txt": "",
    "scan.pdf": "%PDF-1.7",
    "stadt.txt": german,
    "latin.txt": Buffer.from("caf\xc3\xa9 and caf\xe9 in Tarrow", "latin1"),
    "huge.txt": new Uint8Array(20_000_000).fill(0x61),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("jsonl", () => {
  it("prints a line a file, in order, with the documented keys, and nothing else", async () => {
    const { stdout, stderr, code } = await extract(["--format", "jsonl", "crlf.txt", "bridge.v2.txt"]);
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      { id: "crlf", text: article.replaceAll("\n", "\r\n") },
      {
        id: "bridge.v2",
        title: "Town loses its bridge",
        byline: ["Ana Ruiz"],
        published: "2019-05-03",
        text: article,
      },
    ]);
    expect(Object.keys(lines[0] ?? {})).toEqual([
      "id",
      "title",
      "byline",
      "published",
      "text",
      "actors",
      "attributions",
      "claims",
      "quotes",
      "extractor",
    ]);
  });

  it("is the format where no terminal reads, and - is standard input", async () => {
    const { stdout, code } = await extract(["-"], article);
    expect(JSON.parse(stdout)).toMatchObject({ id: "standard-input", text: article });
    expect(code).toBe(0);
  });

  it("ends without a complaint when the reader has enough", async () => {
    const many = Array.from({ length: 400 }, () => "bridge.v2.txt");
    expect(await extract(many, "", true)).toMatchObject({ stderr: "", code: 0 });
  });
});

describe("files that give no result", () => {
  it("get one line each, and the others are done", async () => {
    const bad = ["gone.txt", "drawer", "empty.txt", "scan.pdf", "stadt.txt", "latin.txt", "huge.txt"];
    const { stdout, stderr, code } = await extract([...bad.slice(0, 4), "bridge.v2.txt", ...bad.slice(4)]);
    expect(code).toBe(1);
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr.trimEnd().split("\n")).toEqual([
      "gone.txt: does not exist; check the name and the folder",
      "drawer: is a folder; name the files in it, as in drawer/*.txt",
      "empty.txt: is empty; put the text of an article into it",
      "scan.pdf: is a PDF that is cut off or damaged; save it anew",
      "stadt.txt: seems to be in German; only English is read: give an English text",
      "latin.txt: is neither UTF-8 (byte 13 is 0xE9) nor plainly Windows-1252; save it as UTF-8",
      "huge.txt: has 20 MB; files of 20 MB and more are not read: split it into articles",
    ]);
  });
});

describe("for people", () => {
  it("draws a table without colours where no terminal reads", async () => {
    const { stdout, code } = await extract(["--format", "table", "bridge.v2.txt"]);
    expect(code).toBe(0);
    expect(stdout).not.toContain("\u001b");
    expect(stdout.split("\n").slice(0, 3)).toEqual([
      "bridge.v2.txt",
      "  Town loses its bridge",
      "  By Ana Ruiz, 2019-05-03",
    ]);
    expect(stdout).toMatch(/Ilse Odell +direct +“It is shut,” +7:1 \[49,62\]/u);
  });

  it("writes CSV with a header", async () => {
    const { stdout } = await extract(["-f", "csv", "bridge.v2.txt"]);
    const [header, first] = stdout.split("\r\n");
    expect(header).toMatch(/^article,published,actor,/u);
    expect(first).toMatch(/^bridge\.v2,2019-05-03,Ilse Odell,person,direct,/u);
  });
});

describe("the command line", () => {
  it.each([
    [["--formt", "csv"], "Unknown option '--formt'; see --help"],
    [["--format", "xml", "a.txt"], "--format xml is not known; give table, jsonl, csv"],
    [[], "no FILE was given; name the articles, or - for standard input"],
  ])("is refused in one line: %j", async (args, complaint) => {
    expect(await extract(args)).toEqual({ stdout: "", stderr: `extract: ${complaint}\n`, code: 2 });
  });

  it("explains itself", async () => {
    const { stdout, code } = await extract(["--help"]);
    expect(stdout).toContain("Usage: npm run extract -- [--format FORMAT] FILE…");
    expect(code).toBe(0);
  });
});

describe("known actors", () => {
  it("are read from a file beside the user", async () => {
    await writeFile(join(folder, "known.csv"), "name,aliases,wikidata\nIlse M. Odell,Ilse Odell,Q1\n");
    const { stdout, code } = await extract(["--actors", "known.csv", "bridge.v2.txt"]);
    const { actors, extractor } = JSON.parse(stdout) as {
      actors: readonly unknown[];
      extractor: string;
    };
    expect(actors).toMatchObject([{ id: "ilse-m-odell", name: "Ilse M. Odell", ids: { wikidata: "Q1" } }]);
    expect(extractor).toMatch(/\.actors\.[0-9a-f]{8}$/u);
    expect(code).toBe(0);
  });

  it("that cannot be read stop it with one line", async () => {
    await writeFile(join(folder, "wrong.csv"), "name,type\nIlse Odell,human\n");
    const { stdout, stderr, code } = await extract(["--actors", "wrong.csv", "bridge.v2.txt"]);
    expect(stdout).toBe("");
    expect(stderr).toBe(
      "wrong.csv: line 2: type “human” is not known; give person, organization, place, group, or nothing\n",
    );
    expect(code).toBe(1);
  });
});
