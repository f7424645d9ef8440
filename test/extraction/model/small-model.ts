import { packModel } from "#extraction/model/model-file.ts";
import type { ModelPart } from "#extraction/model/model-part.ts";
import type { Section } from "#extraction/model/section.ts";

/** A few sections of every type, some of which deflate well. */
export const smallSections: readonly Section[] = [
  { name: "toy/zeros", data: new Int8Array(5000).fill(-3, 7, 12) },
  { name: "toy/bytes", data: Uint8Array.of(0, 255) },
  { name: "toy/odd", data: Int16Array.of(-32768, 0, 32767) },
  { name: "toy/marks", data: Uint16Array.of(65535) },
  { name: "toy/heads", data: Int32Array.of(-1, 2147483647) },
  { name: "toy/hashes", data: Uint32Array.of(4294967295, 1) },
  { name: "toy/curve", data: Float32Array.of(0.5, -0, Number.POSITIVE_INFINITY) },
  { name: "toy/words", data: ["said", "", "“déjà vu”", "two\nlines"] },
  { name: "toy/no-words", data: [] },
  { name: "toy/settings", data: { json: { window: 5, tags: ["B", "I"] } } },
];

/** Where they come from. */
export const smallParts: readonly ModelPart[] = [
  { name: "toy", seed: 7, trainedOn: [{ name: "invented", files: 2, digest: "0123456789abcdef" }] },
];

/** They as a model file. */
export const smallModelFile = (): Uint8Array => packModel(smallSections, smallParts);
