import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { actorSchema, attributionSchema, claimSchema } from "#extraction/extraction.ts";
import { dataFormatSchema, publicSchemas } from "#functions/data-format.ts";
import type { Passage } from "#functions/store/result-items.ts";
import { resultItemsOf } from "#functions/store/result-items-of.ts";
import { shortenText } from "#functions/store/shortened.ts";
import { resultsOf, revisionOf } from "./sample-results.ts";

const page = await readFile("docs/data-format.md", "utf8");
const samples = [...page.matchAll(/<!-- sample: (?<name>[a-z-]+) -->\n```json\n(?<json>.*?)```/gsu)].map(
  ({ groups }) => ({ name: groups?.name ?? "", value: JSON.parse(groups?.json ?? "null") as unknown }),
);
const definitions = dataFormatSchema().$defs as Record<string, Parameters<typeof z.fromJSONSchema>[0]>;
const definition = (name: string) => z.fromJSONSchema(definitions[name] ?? false);

describe("docs/data-format", () => {
  it("has the schema that the code has", async () => {
    const written: unknown = JSON.parse(await readFile("docs/data-format.schema.json", "utf8"));
    expect(written, "run: node commands/write-data-format.ts").toEqual(dataFormatSchema());
  });

  it("shows a sample of everything public", () => {
    expect(samples.map(({ name }) => name).toSorted()).toEqual(Object.keys(publicSchemas).toSorted());
  });

  it.each(samples)("shows a $name that the schema and the code take as it is", ({ name, value }) => {
    expect(definition(name).safeParse(value).success).toBe(true);
    const schema = publicSchemas[name as keyof typeof publicSchemas];
    expect(schema.parse(value)).toEqual(value);
  });

  it("shows items as the code lays them out", () => {
    const sample = (name: string) => samples.find((one) => one.name === name)?.value;
    const { article, segmented } = publicSchemas.envelope.parse(sample("envelope"));
    const { current } = publicSchemas.head.parse(sample("head"));
    const attribution = publicSchemas.attribution.parse(sample("attribution"));
    const claim = publicSchemas.claim.parse(sample("claim"));
    const actor = publicSchemas.actor.parse(sample("actor"));
    const spans = (passages: readonly Passage[]) => passages.map(({ span }) => span);
    const { source, cue, content, quotes } = attribution;
    const made = resultItemsOf(
      article,
      segmented,
      {
        title: attribution.title,
        byline: ["Mara Linden"],
        published: null,
        actors: [actorSchema.parse(actor)],
        attributions: [
          attributionSchema.parse({
            ...attribution,
            actor: actor.id,
            source: spans(source),
            cue: spans(cue),
            content: spans(content),
          }),
        ],
        claims: [
          claimSchema.parse({
            ...claim,
            kind: claim.claimKind,
            actor: actor.id,
            content: spans(claim.content),
          }),
        ],
        quotes: quotes.map((quote) => ({ ...quote, attribution: attribution.id, actor: actor.id })),
        extractor: attribution.extractor,
      },
      current?.segments ?? "",
    );
    expect(made.items).toEqual([attribution, claim, actor]);
    expect(made.current).toEqual(current);
  });
});

describe("an item", () => {
  const size = (item: unknown) => Buffer.byteLength(JSON.stringify(item));

  it("stays below 100 KB whatever is in the article, and says what it left out", () => {
    const upload = {
      key: "k".repeat(1_024),
      sequencer: "A",
      sayings: [{ name: `Ada ${"界".repeat(50_000)}`, words: "世".repeat(200_000), worth: 0.5 }],
    };
    const { segmented, extraction } = resultsOf(upload);
    const [attribution] = extraction.attributions;
    const [quote] = extraction.quotes;
    const [actor] = extraction.actors;
    if (attribution === undefined || quote === undefined || actor === undefined) throw new Error("no sample");
    const piece = attribution.content[0] ?? [0, 0];
    const whole = { ...attribution, content: Array.from({ length: 5_000 }, () => piece), source: [piece] };
    const { items, current } = resultItemsOf(
      revisionOf(upload),
      segmented,
      {
        ...extraction,
        title: "題".repeat(40_000),
        byline: Array.from({ length: 400 }, () => "名".repeat(1_000)),
        actors: [
          {
            ...actor,
            id: "ada",
            roles: Array.from({ length: 400 }, () => "役".repeat(1_000)),
            mentions: Array.from({ length: 100_000 }, () => piece),
          },
        ],
        attributions: [{ ...whole, actor: "ada" }],
        quotes: Array.from({ length: 5_000 }, () => quote),
        claims: extraction.claims.map((claim) => ({ ...claim, actor: "ada" })),
      },
      "segments",
    );
    for (const item of [...items, current]) {
      expect(size(item)).toBeLessThan(100_000);
      expect(item.truncated).toBe(true);
    }
    expect(items.find((item) => item.kind === "actor")).toMatchObject({ mentionCount: 100_000 });
  });

  it("is not called cut when nothing is", () => {
    const upload = { key: "k", sequencer: "A", sayings: [{ name: "Ada Brook", words: "Yes.", worth: 0.5 }] };
    const { segmented, extraction } = resultsOf(upload);
    const { items, current } = resultItemsOf(revisionOf(upload), segmented, extraction, "segments");
    expect([...items, current].map(({ truncated }) => truncated)).toEqual([false, false, false, false]);
  });

  it("never ends in half a character", () => {
    expect(shortenText("ab😀", 3)).toEqual({ value: "ab", cut: true });
    expect(shortenText("ab😀", 4)).toEqual({ value: "ab😀", cut: false });
  });
});
