import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readModelFile } from "#extraction/model/read-model-file.ts";
import { smallModelFile } from "./small-model.ts";

const folder = mkdtempSync(join(tmpdir(), "onrecord-model-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);

it("reads a file by its path", () => {
  writeFileSync(path("toy.model"), smallModelFile());
  expect(readModelFile(path("toy.model"), "toy.model").strings("toy/words")).toContain("said");
});

it.each([
  ["gone.model", "gone.model: is missing, expected a model file; make it with npm run train"],
  ["drawer", "drawer: cannot be read (EISDIR), expected a model file; make it with npm run train"],
])("%s is refused in one line", (name, message) => {
  mkdirSync(path("drawer"), { recursive: true });
  expect(() => readModelFile(path(name), name)).toThrow(message);
});
