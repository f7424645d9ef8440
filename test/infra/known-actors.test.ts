import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { deployedActors } from "#functions/tag/known-actors.ts";
import { KnownActorsFileError, readKnownActorsFile } from "#infra/known-actors-file.ts";
import { temporaryFolder } from "./local/temporary-folder.ts";
import { templateWith, theResource } from "./stack.ts";

const folder = temporaryFolder();
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const good = file("known.csv", "name,wikidata\nIlse Falk,Q1\n");
mkdirSync(join(folder, "lists"));

describe("a deployment's file of known actors", () => {
  it("is told to tag, and to nobody else", () => {
    const template = templateWith({ "onrecord:actors": good });
    const variables = (name: string) =>
      theResource(template, "AWS::Lambda::Function", `${name}Function`)[1].Properties.Environment;
    expect(variables("Tag")).toMatchObject({ Variables: { ACTORS_FILE: "actors.csv" } });
    expect(JSON.stringify(variables("Segment"))).not.toContain("ACTORS_FILE");
  });

  it("is read from beside the code of tag", () => {
    const beside = pathToFileURL(join(folder, "index.mjs")).href;
    expect(deployedActors("known.csv", beside).called("Ilse Falk")?.ids).toEqual({ wikidata: "Q1" });
    expect(deployedActors(undefined, beside).version).toBeNull();
    expect(() => deployedActors("lost.csv", beside)).toThrow(/^lost\.csv: the file .* is not beside/u);
  });

  it.each([
    ["nowhere.csv", "nowhere.csv: does not exist; check the name and the folder"],
    ["lists", "lists: is a folder; name the CSV file in it"],
    ["latin.csv", "latin.csv: is not UTF-8; save it as CSV UTF-8"],
    ["wrong.csv", "wrong.csv: line 2: has no name"],
  ])("%s is refused in one line", (name, message) => {
    file("latin.csv", Buffer.from("name\nCaf\xe9\n", "latin1"));
    file("wrong.csv", "name,type\n,person\n");
    expect(() => readKnownActorsFile(name, folder)).toThrow(new KnownActorsFileError(message));
  });
});
