/** The arrays of numbers that a section can be, by the name of their type in a model file. */
export interface NumberArrays {
  int8: Int8Array;
  uint8: Uint8Array;
  int16: Int16Array;
  uint16: Uint16Array;
  int32: Int32Array;
  uint32: Uint32Array;
  float32: Float32Array;
}
/** Names of the types of numbers. */
export type NumberType = keyof NumberArrays;

/** What a section holds: numbers, a list of strings, or anything that JSON can carry. */
export type SectionData = NumberArrays[NumberType] | readonly string[] | { readonly json: unknown };

/** One part of a model, known by its name: the step it belongs to, a slash, and what it is (`syntax/tags`). */
export interface Section {
  readonly name: string;
  readonly data: SectionData;
}

const constructors = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  float32: Float32Array,
} as const;
const numberTypes = Object.keys(constructors) as NumberType[];

/** The types that a section can have. */
export const sectionTypes = [
  "int8",
  "uint8",
  "int16",
  "uint16",
  "int32",
  "uint32",
  "float32",
  "utf8-list",
  "json",
] as const;
export type SectionType = (typeof sectionTypes)[number];

/** The type of a section's data. */
export function sectionType(data: SectionData): SectionType {
  if (isStrings(data)) return "utf8-list";
  return numberTypes.find((type) => data instanceof constructors[type]) ?? "json";
}

/** How many numbers or strings a section holds; 1 for JSON. */
export const sectionLength = (data: SectionData): number => ("json" in data ? 1 : data.length);

const isStrings = (data: SectionData): data is readonly string[] => Array.isArray(data);

/** Ends each string of a list, in place of a length before it. */
const terminator = "\u0000";

/**
 * A section's bytes: numbers in little-endian order (the order of every machine that Node runs on, so that they
 * can be used without being copied), each string of a list ended by a zero byte, JSON without spaces, all text in UTF-8.
 *
 * @throws Error where a string would not come back as it was: it holds U+0000 or half a surrogate pair
 */
export function encodeSection({ name, data }: Section): Uint8Array {
  if ("json" in data) return new TextEncoder().encode(JSON.stringify(data.json));
  if (!isStrings(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const unfit = data.find((string) => string.includes(terminator) || !string.isWellFormed());
  if (unfit !== undefined) {
    throw new Error(`section ${name}: ${JSON.stringify(unfit)} cannot be kept in a list of strings`);
  }
  return new TextEncoder().encode(data.map((string) => string + terminator).join(""));
}

/**
 * The data of a section from its bytes; numbers are a view of them. `null` where the bytes are no such data.
 */
export function decodeSection(
  type: SectionType,
  length: number,
  bytes: Uint8Array<ArrayBuffer>,
): SectionData | null {
  try {
    if (type === "json") return { json: JSON.parse(textOf(bytes)) as unknown };
    if (type === "utf8-list") {
      const strings = textOf(bytes).split(terminator);
      return strings.pop() === "" && strings.length === length ? strings : null;
    }
  } catch {
    return null;
  }
  const NumberArray = constructors[type];
  if (bytes.byteLength !== length * NumberArray.BYTES_PER_ELEMENT) return null;
  // Numbers begin at a multiple of their size.
  const aligned = bytes.byteOffset % NumberArray.BYTES_PER_ELEMENT === 0 ? bytes : new Uint8Array(bytes);
  return new NumberArray(aligned.buffer, aligned.byteOffset, length);
}

const textOf = (bytes: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
