import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import createAssembler from "wabt";
import { worthLayerCode } from "#extraction/claims/worth-layer.ts";
import { worthVectorsCode } from "#extraction/claims/worth-vectors.ts";
import { worthWeightsCode } from "#extraction/claims/worth-weights.ts";
import { labelSumsCode } from "#extraction/tagger/label-sums.ts";

it.each([
  ["tagger/label-sums.wat", labelSumsCode],
  ["claims/worth-layer.wat", worthLayerCode],
  ["claims/worth-vectors.wat", worthVectorsCode],
  ["claims/worth-weights.wat", worthWeightsCode],
])("what %s is assembled to is what is carried", async (name, carried) => {
  const source = readFileSync(new URL(`../../extraction/${name}`, import.meta.url), "utf8");
  const assembler = await createAssembler();
  const { buffer } = assembler.parseWat(name, source, { simd: true }).toBinary({});
  // Whoever changes the source puts this in the place of the code.
  expect(carried).toBe(Buffer.from(buffer).toString("base64"));
});
