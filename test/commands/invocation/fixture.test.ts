import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readFixture } from "#commands/invocation/fixture.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "onrecord-fixture-"));
  await writeFile(join(folder, "note.json"), "not JSON");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each([
  ["missing.json", /^missing\.json: there is no such file; the fixtures are in events\/$/u],
  [".", /^\.: is a folder; name one of the files in it$/u],
  ["note.json", /^note\.json: is not JSON \(.+\); an event is one JSON value$/u],
])("%s is refused in one line", async (name, message) => {
  await expect(readFixture(join(folder, name), name)).rejects.toThrow(message);
});
