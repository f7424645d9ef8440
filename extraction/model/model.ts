import { createHash } from "node:crypto";
import type { z } from "zod";
import { ModelFileError } from "./model-file-error.ts";
import type { ModelPart } from "./model-part.ts";
import { encodeSection, type NumberArrays, type NumberType, type Section, sectionType } from "./section.ts";

/** A model in memory: its sections by name, each of the type that whoever asks for it expects. */
export interface Model {
  /** Hash of the weights, see {@link modelVersion}. */
  readonly version: string;
  readonly parts: readonly ModelPart[];
  readonly sections: readonly Section[];
  /**
   * The numbers of a section, not to be written to. `length` is how many there must be, where that is known.
   * @throws ModelFileError where there is no such section, or of another type or length
   */
  numbers<Type extends NumberType>(name: string, type: Type, length?: number): NumberArrays[Type];
  /** The strings of a section. @throws ModelFileError where there is no such section, or of another type */
  strings(name: string): readonly string[];
  /** The JSON of a section. @throws ModelFileError where there is none, or it does not fit the schema */
  json<Value>(name: string, schema: z.ZodType<Value>): Value;
}

/** The sections of a model in the order in which they are hashed and written: by name, in code units. */
export const inOrder = (sections: readonly Section[]): readonly Section[] =>
  [...sections].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));

/**
 * Eight hexadecimal digits of SHA-256 over names, types and contents of the sections: the same weights have the
 * same version, whatever file they lie in and however it is compressed.
 */
export function modelVersion(sections: readonly Section[]): string {
  const hash = createHash("sha256");
  for (const section of inOrder(sections)) {
    const bytes = encodeSection(section);
    hash.update(`${section.name}\n${sectionType(section.data)}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex").slice(0, 8);
}

/**
 * A model of these sections.
 *
 * @param file what the model is called where a section is missing
 * @param version as {@link modelVersion} gives it, where it is known already
 */
export function modelOf(
  sections: readonly Section[],
  parts: readonly ModelPart[],
  file: string,
  version = modelVersion(sections),
): Model {
  const byName = new Map(sections.map((section) => [section.name, section.data]));
  const find = (name: string, type: string) => {
    const data = byName.get(name);
    if (data === undefined) {
      throw new ModelFileError(file, `has no section ${name}, expected one of type ${type}`);
    }
    const found = sectionType(data);
    if (found !== type) throw new ModelFileError(file, `section ${name} is ${found}, expected ${type}`);
    return data;
  };
  return {
    version,
    parts,
    sections,
    numbers(name, type, length) {
      const data = find(name, type) as NumberArrays[typeof type];
      if (length !== undefined && data.length !== length) {
        throw new ModelFileError(file, `section ${name} has ${data.length} numbers, expected ${length}`);
      }
      return data;
    },
    strings: (name) => find(name, "utf8-list") as readonly string[],
    json(name, schema) {
      const { json } = find(name, "json") as { readonly json: unknown };
      const parsed = schema.safeParse(json);
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      const place = [name, ...(issue?.path ?? [])].join(".");
      throw new ModelFileError(file, `section ${place} is not as expected: ${issue?.message ?? ""}`);
    },
  };
}
