import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readModelFile } from "#extraction/model/read-model-file.ts";
import { shippedModelUrl } from "#extraction/model/shipped-model.ts";
import { temporaryFolder } from "../infra/local/temporary-folder.ts";
import { writeSmallCorpora } from "../training/model/small-corpora.ts";

const script = fileURLToPath(new URL("../../commands/train.ts", import.meta.url));
const folder = temporaryFolder();
writeSmallCorpora(folder);
mkdirSync(join(folder, "drawer"));

/** Runs the command as npm does for somebody who stands in the folder. */
const train = (...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
    env: { ...process.env, INIT_CWD: folder, npm_lifecycle_event: "train" },
  });

it.each<[string[], number, string]>([
  [[], 2, "train: --corpus DIR is missing; it names what is learned from; see npm run train -- --help"],
  [["--epochs", "3"], 2, "train: Unknown option '--epochs'; see npm run train -- --help"],
  [
    ["--corpus", ".", "--seed", "x"],
    2,
    "train: --seed x is no whole number from 0 to 999999999; see npm run train -- --help",
  ],
  [["--corpus", "gone"], 1, `train: ${folder}/gone: does not exist; give the folder of a corpus`],
  [["--corpus", ".", "--out", "drawer"], 1, "train: drawer: is a folder; name a file with --out"],
  [
    ["--corpus", ".", "--out", "no/my.model"],
    1,
    "train: no/my.model: cannot be written, its folder does not exist; make the folder first",
  ],
])("npm run train -- %j is refused in one line", (args, code, line) => {
  const { status, stdout, stderr } = train(...args, ...(args.includes("--out") ? [] : ["--out", "my.model"]));
  expect({ status, stdout, stderr }).toEqual({ status: code, stdout: "", stderr: `${line}\n` });
  expect(existsSync(join(folder, "my.model"))).toBe(false);
});

it("the same corpora and seed give the same file, which says what it was made from", () => {
  const [first, second] = ["first.model", "second.model"].map((out) => {
    const { status, stdout } = train("--corpus", ".", "--out", out);
    expect([status, stdout]).toEqual([0, expect.stringContaining(`${out}: `)]);
    return readFileSync(join(folder, out));
  });
  expect(second?.equals(first ?? Buffer.alloc(0))).toBe(true);
  const { parts } = readModelFile(join(folder, "first.model"), "first.model");
  expect(parts).toContainEqual({
    name: "syntax",
    seed: 1,
    trainedOn: ["gum", "ewt"].map((name) => ({ name, files: 1, digest: expect.any(String) })),
  });
});

it("one part alone is trained onto the file that is there, and one that cannot be used is not written over", () => {
  writeFileSync(join(folder, "old.model"), readFileSync(shippedModelUrl).subarray(0, -1));
  const { status, stderr } = train("--corpus", ".", "--only", "syntax", "--out", "old.model");
  expect([status, stderr.split("\n")[0]]).toEqual([
    1,
    expect.stringContaining("train: old.model: is cut short"),
  ]);
});

it.each<[string[], number, string]>([
  [
    ["--task", "claims", "--corpus", "gone"],
    1,
    `train: ${folder}/gone: holds no train.tsv; name the folder of judged sentences with --corpus`,
  ],
  [
    ["--task", "claims", "--corpus", ".", "--only", "syntax"],
    2,
    "train: --only and --treebanks are for the other task; see npm run train -- --help",
  ],
  [
    ["--task", "poems", "--corpus", "."],
    2,
    "train: --task poems is not known; give attribution or claims; see npm run train -- --help",
  ],
])("%j is refused in one line", (args, code, line) => {
  const { status, stdout, stderr } = train(...args, "--out", "worth.model");
  expect({ status, stdout, stderr }).toEqual({ status: code, stdout: "", stderr: `${line}\n` });
});

it("the model of check-worthiness is the same for the same sentences and seed", () => {
  const towns = ["Norvale", "Casterham", "Dunmere", "Osterley", "Brackwater", "Ellery"];
  const lines = towns.flatMap((town, at) => [
    `${at * 2 + 1}\tTaxes in ${town} rose by ${at + 2} percent.\tYes`,
    `${at * 2 + 2}\tThank you, ${town}, and good night.\tNo`,
  ]);
  mkdirSync(join(folder, "judged"));
  writeFileSync(
    join(folder, "judged", "train.tsv"),
    ["Sentence_id\tText\tclass_label", ...lines, ""].join("\n"),
  );
  const [first, second] = ["a.model", "b.model"].map((out) => {
    const { status, stdout } = train("--task", "claims", "--corpus", "judged", "--out", out);
    expect([status, stdout.split("\n")[0]]).toEqual([0, "learned from 12 sentences"]);
    return readFileSync(join(folder, out));
  });
  expect(second?.equals(first ?? Buffer.alloc(0))).toBe(true);
  expect(readModelFile(join(folder, "a.model"), "a.model").parts).toEqual([
    { name: "claims", seed: 1, trainedOn: [{ name: "judged", files: 1, digest: expect.any(String) }] },
  ]);
});
