import { constants, crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { inOrder, type Model, modelOf, modelVersion } from "./model.ts";
import { ModelFileError } from "./model-file-error.ts";
import { type ModelPart, modelPartSchema } from "./model-part.ts";
import {
  decodeSection,
  encodeSection,
  type Section,
  sectionLength,
  sectionType,
  sectionTypes,
} from "./section.ts";

// A model file, numbers in little-endian order:
//
//   bytes    what
//   0-7      "ONRECORD"
//   8-11     format version
//   12-15    length of the header in bytes
//   16-19    length of the payload in bytes
//   20-23    CRC-32 of bytes 0-19, header and payload
//   24-      header (JSON, UTF-8), payload (the sections' bytes, one after the other)

const magic = "ONRECORD";
/** Is raised when older programs could not read what is written. */
const formatVersion = 1;
const prefixLength = 24;
const checksumAt = 20;

const headerSchema = z.object({
  /** See `modelVersion`. */
  version: z.string().regex(/^[0-9a-f]{8}$/u),
  parts: z.array(modelPartSchema),
  sections: z.array(
    z.object({
      name: z.string(),
      type: z.enum(sectionTypes),
      /** Numbers or strings. */
      length: z.int().nonnegative(),
      /** Bytes of the section. */
      bytes: z.int().nonnegative(),
      /** Bytes of it in the payload: deflated where that is fewer. */
      stored: z.int().nonnegative(),
    }),
  ),
});

/**
 * Writes a model as one file. The same sections and parts give the same bytes with the same build of zlib, and the
 * same version with any.
 *
 * @throws Error where two sections have one name, or a string cannot be kept
 */
export function packModel(sections: readonly Section[], parts: readonly ModelPart[]): Uint8Array {
  const ordered = inOrder(sections);
  const twice = ordered.find(({ name }, at) => name === ordered[at - 1]?.name);
  if (twice !== undefined) throw new Error(`there are two sections ${twice.name}`);
  const packed = ordered.map((section) => {
    const bytes = encodeSection(section);
    return { section, bytes, stored: smallest(bytes) };
  });
  const header = new TextEncoder().encode(
    JSON.stringify({
      version: modelVersion(ordered),
      parts: [...parts],
      sections: packed.map(({ section: { name, data }, bytes, stored }) => ({
        name,
        type: sectionType(data),
        length: sectionLength(data),
        bytes: bytes.length,
        stored: stored.length,
      })),
    } satisfies z.infer<typeof headerSchema>),
  );
  const payload = Buffer.concat(packed.map(({ stored }) => stored));
  const prefix = Buffer.alloc(prefixLength);
  prefix.write(magic, "latin1");
  prefix.writeUInt32LE(formatVersion, 8);
  prefix.writeUInt32LE(header.length, 12);
  prefix.writeUInt32LE(payload.length, 16);
  const file = Buffer.concat([prefix, header, payload]);
  file.writeUInt32LE(checksumOf(file), checksumAt);
  return file;
}

/**
 * The shortest form of a section: weights of hashed features hardly repeat, so that Huffman codes alone are 6 %
 * smaller than with matches and 60 times as fast to make; long runs of zeros and lists of words want matches.
 *
 * Deflate and not another method: inflating 15 MB takes 33 ms; Brotli takes 40 for no smaller a file, and Zstandard
 * (7 ms) is experimental in Node 24.
 */
function smallest(bytes: Uint8Array): Uint8Array {
  const { Z_HUFFMAN_ONLY, Z_RLE, Z_DEFAULT_STRATEGY } = constants;
  const forms = [Z_HUFFMAN_ONLY, Z_RLE, Z_DEFAULT_STRATEGY].map((strategy) =>
    deflateRawSync(bytes, { level: 9, memLevel: 9, strategy }),
  );
  return forms.reduce<Uint8Array>((best, form) => (form.length < best.length ? form : best), bytes);
}

const checksumOf = (file: Uint8Array): number =>
  crc32(file.subarray(prefixLength), crc32(file.subarray(0, checksumAt)));

/**
 * Reads a model file's bytes.
 *
 * @param file what it is called in messages
 * @throws ModelFileError where it is another kind of file, of another format version, cut short or damaged
 */
export function readModel(bytes: Uint8Array, file: string): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const beginning = Buffer.from(bytes.subarray(0, magic.length)).toString("latin1");
  if (!magic.startsWith(beginning)) {
    throw new ModelFileError(file, `is no model file: expected it to begin with ${magic}`);
  }
  if (bytes.length < prefixLength) {
    throw new ModelFileError(
      file,
      `is cut short: it has ${bytes.length} bytes, expected more than ${prefixLength}`,
    );
  }
  const version = view.getUint32(8, true);
  if (version !== formatVersion) {
    throw new ModelFileError(file, `has model format ${version}, expected ${formatVersion}`);
  }
  const headerEnd = prefixLength + view.getUint32(12, true);
  const length = headerEnd + view.getUint32(16, true);
  if (bytes.length !== length) {
    const problem = bytes.length < length ? "is cut short" : "is too long";
    throw new ModelFileError(file, `${problem}: it has ${bytes.length} bytes, expected ${length}`);
  }
  const [found, expected] = [checksumOf(bytes), view.getUint32(checksumAt, true)].map(hexadecimal);
  if (found !== expected) {
    throw new ModelFileError(file, `is damaged: its checksum is ${found}, expected ${expected}`);
  }
  const header = readHeader(bytes.subarray(prefixLength, headerEnd));
  if (header === null) throw new ModelFileError(file, "has a header that cannot be read, expected JSON");
  let at = headerEnd;
  const sections = header.sections.map((section): Section => {
    const data = dataOf(section, bytes.subarray(at, at + section.stored));
    at += section.stored;
    if (data !== null) return { name: section.name, data };
    const { name, type, length } = section;
    throw new ModelFileError(file, `section ${name} cannot be read, expected ${type} of length ${length}`);
  });
  return modelOf(sections, header.parts, file, header.version);
}

const hexadecimal = (checksum: number): string => checksum.toString(16).padStart(8, "0");

function readHeader(bytes: Uint8Array): z.infer<typeof headerSchema> | null {
  try {
    return headerSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

function dataOf(
  { type, length, bytes, stored }: z.infer<typeof headerSchema>["sections"][number],
  payload: Uint8Array,
): Section["data"] | null {
  try {
    // One chunk, and a byte more than is needed: zlib else makes a second one to see that nothing follows.
    const raw =
      stored < bytes
        ? inflateRawSync(payload, { chunkSize: bytes + 64, maxOutputLength: bytes })
        : new Uint8Array(payload);
    return raw.length === bytes ? decodeSection(type, length, raw) : null;
  } catch {
    return null;
  }
}
