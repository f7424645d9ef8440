import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const command = fileURLToPath(new URL("../../commands/start.ts", import.meta.url));
const sample = (name: string): string => fileURLToPath(new URL(`../articles/${name}.txt`, import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-start-"));
  mkdirSync(join(folder, "press"));
  writeFileSync(join(folder, "empty.txt"), "");
  writeFileSync(join(folder, "latin.txt"), Buffer.from([0x63, 0x61, 0x66, 0x8d, 0x20, 0x6f, 0x6b]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command to its end. */
function start(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args], { cwd: folder });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

describe("npm start -- --once", { timeout: 60_000 }, () => {
  it("prints who said what and ends with 0", async () => {
    const { code, out, err } = await start("--once", sample("court"));
    expect(err).toMatch(/court\.txt: \d+ attributions, \d+ quotes, \d+ claims, \d+ actors/u);
    expect(out).toMatch(/Pauline Ostrow +direct +“I thought it was a mistake/u);
    expect(code).toBe(0);
  });

  it("gives each wrong input its line, ends with 1, and does the others all the same", async () => {
    const { code, out, err } = await start(
      "--once",
      "nowhere.txt",
      "press",
      "empty.txt",
      "latin.txt",
      sample("sport"),
    );
    const lines = err.split("\n");
    expect(lines).toContainEqual(expect.stringMatching(/^nowhere\.txt: does not exist; check/u));
    expect(lines).toContainEqual(expect.stringMatching(/^press: is a folder; name the files in it/u));
    expect(lines).toContainEqual(expect.stringMatching(/^empty\.txt: rejected: is empty;/u));
    expect(lines).toContainEqual(expect.stringMatching(/^latin\.txt: rejected: is neither UTF-8 \(byte 3/u));
    expect(out).toContain("Shona Macready");
    expect(code).toBe(1);
  });

  it("knows the actors of a file, and refuses one that is wrong in one line", async () => {
    writeFileSync(join(folder, "known.csv"), "name,aliases,wikidata\nPauline B. Ostrow,Pauline Ostrow,Q1\n");
    const { out, code } = await start("--once", "--actors", "known.csv", sample("court"));
    expect(out).toMatch(/Pauline B\. Ostrow +direct +“I thought it was a mistake/u);
    expect(code).toBe(0);
    const wrong = await start("--once", "--actors", "nowhere.csv", sample("court"));
    expect(wrong).toEqual({
      code: 1,
      out: "",
      err: "nowhere.csv: does not exist; check the name and the folder\n",
    });
  });

  it("leaves nothing behind when its reader goes away early, as head does", async () => {
    const scratch = mkdtempSync(join(folder, "scratch-"));
    const child = spawn(process.execPath, [command, "--once", sample("court")], {
      env: { ...process.env, TMPDIR: scratch },
      stdio: ["ignore", "pipe", "ignore"],
    });
    child.stdout.destroy();
    await once(child, "exit");
    expect(readdirSync(scratch)).toEqual([]);
  });
});

it("shows what is dropped while it runs, and ends with Ctrl-C", { timeout: 60_000 }, async () => {
  const data = join(folder, "data");
  const child = spawn(process.execPath, [command, "--port", "0", "--data", data, sample("court")], {
    cwd: folder,
  });
  const ended = once(child, "close");
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const told = (text: string): Promise<void> => expect.poll(() => said, { timeout: 40_000 }).toContain(text);
  await told("Ctrl-C ends everything");
  const [, endpoint, bucket] = /bucket +(http\S+) +s3:\/\/(\S+)/u.exec(said) ?? [];
  const body = readFileSync(sample("sport"));
  await fetch(`${endpoint}/${bucket}/late/one%20more.txt`, { method: "PUT", body });
  await told("late/one more.txt: ");
  await told("Shona Macready");
  child.kill("SIGINT");
  expect(await ended).toEqual([130, null]);
  expect(readdirSync(data)).not.toContain("lock");
});

it("calls nothing failed that Ctrl-C cuts short", { timeout: 60_000 }, async () => {
  const many = Array.from({ length: 60 }, (_, number) => join(folder, `copy-${number}.txt`));
  for (const file of many) copyFileSync(sample("court"), file);
  const data = join(folder, "cut-short");
  const child = spawn(process.execPath, [command, "--port", "0", "--data", data, ...many], { cwd: folder });
  const ended = once(child, "close");
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  await expect.poll(() => said, { timeout: 40_000 }).toMatch(/copy-\d+\.txt: \d+ attributions/u);
  child.kill("SIGINT");
  expect(await ended).toEqual([130, null]);
  expect(said).not.toMatch(/failed|cannot|Ctrl-C/u);
});

describe("the command line", () => {
  it.each([
    [["--twice"], /^start: Unknown option '--twice'; see/u],
    [["--port", "many"], /^start: --port many is no port; give a number/u],
    [["--port", "-1"], /^start: Option '--port' argument is ambiguous; see/u],
    [["--port", ""], /^start: --port {2}is no port; give a number/u],
    [["--port", "80"], /^start: --port 80 is no port; give a number from 1024/u],
    [["--port", "0x2000"], /^start: --port 0x2000 is no port; give a number/u],
    [["--data", ""], /^start: --data needs the name of a folder/u],
  ])("%j is refused in one line with exit code 2", async (args, message) => {
    const { code, err } = await start(...args);
    expect(err).toMatch(message);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(2);
  });

  it("names a busy port and the way around it", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    const { code, err } = await start("--once", "--port", String(port), sample("court"));
    server.close();
    expect(err).toContain(`Port ${port} is used by another program`);
    expect(err).toContain("--port");
    expect(code).toBe(1);
  });

  it("shows its help", async () => {
    const { code, out } = await start("--help");
    expect(out).toMatch(/Usage: npm start/u);
    expect(code).toBe(0);
  });
});
