import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { extractArticle } from "#extraction/extract.ts";

const folder = fileURLToPath(new URL("../../shared/seeds/", import.meta.url));
const [seed] = existsSync(folder) ? globSync("*.txt", { cwd: folder }) : [];

/** The first real article. It is not part of the project: where it is absent, this is skipped. */
describe.skipIf(seed === undefined)("the seed article", () => {
  const read = async () => {
    const result = await extractArticle(readFileSync(`${folder}${seed}`));
    if (!result.ok) throw new Error(result.rejection.message);
    return result.value;
  };

  it("has its author and date from the byline", async () => {
    expect((await read()).extraction).toMatchObject({
      byline: ["Marat Yermukanov"],
      published: "2005-01-26",
    });
  });

  it("has the words of each speaker under the full name, whatever the sentence calls him", async () => {
    const { extraction } = await read();
    const names = new Map(extraction.actors.map(({ id, name }) => [id, name]));
    const speakers = extraction.quotes.map(({ actor }) => names.get(actor ?? ""));
    expect(new Set(speakers)).toEqual(
      new Set(["Vladimir Putin", "Nursultan Nazarbayev", "Kasymzhomart Tokayev"]),
    );
  });

  it("gives the scare quote to nobody as a quotation", async () => {
    const { text, extraction } = await read();
    const at = text.indexOf("big-brother");
    expect(at).toBeGreaterThan(0);
    const covers = ([start, end]: readonly [number, number]): boolean => start <= at && at < end;
    expect(extraction.quotes.filter(({ span }) => covers(span))).toEqual([]);
    const around = extraction.attributions.filter(({ content }) => content.some(covers));
    expect(around.filter(({ form }) => form !== "indirect")).toEqual([]);
  });

  it("counts what the lead and its repetition say once", async () => {
    const { text, extraction } = await read();
    const own = extraction.claims.filter(({ repeats }) => repeats === null);
    const words = own.map(({ content }) => content.map((span) => text.slice(...span)).join(" "));
    expect(new Set(words).size).toBe(words.length);
    expect(extraction.claims.some(({ repeats }) => repeats !== null)).toBe(true);
  });
});
