import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packModel, readModel } from "#extraction/model/model-file.ts";
import { shippedModelUrl } from "#extraction/model/shipped-model.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const model = readFileSync(shippedModelUrl);
/** A copy of the project, whose model can be spoilt. */
const copy = mkdtempSync(join(tmpdir(), "onrecord-copy-"));
const copiedModel = join(copy, "extraction/model/onrecord.model");

beforeAll(() => {
  for (const part of ["commands", "extraction", "functions", "infra", "training", "events", "package.json"]) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  writeFileSync(join(copy, "note.txt"), "“It is shut,” said Mayor Ilse Odell.\n");
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const otherVersion = Buffer.from(model);
otherVersion.writeUInt32LE(99, 8);
const whole = readModel(model, "the shipped model");
const before = packModel(
  whole.sections.filter(({ name }) => name !== "habits/tags"),
  whole.parts,
);
const madeBefore = "has no section habits/tags, expected one of type int32";
const cutShort = `is cut short: it has 30 bytes, expected ${model.length}`;

it.each<[string, string[], Uint8Array | null, string]>([
  ["start", ["note.txt", "--once"], null, "is missing, expected a model file"],
  ["extract", ["note.txt"], null, "is missing, expected a model file"],
  ["extract", ["note.txt"], model.subarray(0, 30), cutShort],
  ["extract", ["note.txt"], otherVersion, "has model format 99, expected 1"],
  ["extract", ["note.txt"], before, madeBefore],
  ["start", ["note.txt", "--once"], before, madeBefore],
  ["invoke", ["--alone", "tag", "events/tag-created.json"], model.subarray(0, 30), cutShort],
])(
  "%s %j ends with one line and exit code 1 when the model cannot be used",
  (command, args, bytes, problem) => {
    if (bytes === null) rmSync(copiedModel, { force: true });
    else writeFileSync(copiedModel, bytes);
    const environment = { ...process.env, INIT_CWD: copy, npm_lifecycle_event: command };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(copy, "commands", `${command}.ts`), ...args],
      { cwd: copy, env: environment, encoding: "utf8" },
    );
    const line = `${copiedModel}: ${problem}; make it with npm run train -- --corpus DIR, or install Onrecord again`;
    // invoke says first where it works.
    expect(
      stderr
        .trimEnd()
        .split("\n")
        .slice(command === "invoke" ? 1 : 0),
    ).toEqual([line]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  },
);
