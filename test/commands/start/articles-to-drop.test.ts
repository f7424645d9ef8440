import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articlesToDrop } from "#commands/start/articles-to-drop.ts";

const files = ["one.txt", "press/one.txt", "press/two.txt", "wire/press/one.txt", "name with + and é.txt"];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-drop-"));
  for (const file of files) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), "A word.");
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("keys", () => {
  it.each([
    ["the file's name", ["press/two.txt"], ["two.txt"]],
    ["any character as it is", ["name with + and é.txt"], ["name with + and é.txt"]],
    ["no file twice", ["one.txt", "./one.txt"], ["one.txt"]],
    [
      "as many folders as tell files apart",
      ["press/one.txt", "wire/press/one.txt"],
      ["one.txt", "press/one.txt"],
    ],
  ])("%s", (_, names, keys) => {
    const { articles, undroppable } = articlesToDrop(names, folder);
    expect(articles.map(({ key }) => key)).toEqual(keys);
    expect(undroppable).toEqual([]);
  });
});

it.each([
  ["nowhere.txt", /^does not exist; check/u],
  ["one.txt/below.txt", /^does not exist; check/u],
  ["press/", /^is a folder; name the files in it, as in press\/\*\.txt$/u],
  [`${"n".repeat(300)}.txt`, /^is too long for a file name; check/u],
])("%s is told apart, and costs no other file", (name, problem) => {
  const { articles, undroppable } = articlesToDrop([name, "one.txt"], folder);
  expect(undroppable).toEqual([{ name, problem: expect.stringMatching(problem) }]);
  expect(articles.map(({ key }) => key)).toEqual(["one.txt"]);
});
