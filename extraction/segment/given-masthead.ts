import type { GivenStructure } from "../formats/compose.ts";
import type { Masthead } from "./read-masthead.ts";
import type { Paragraph } from "./split-paragraphs.ts";

/** A masthead in which what the file itself says takes the place of what its text looks like. */
export function givenMasthead(
  read: Masthead,
  paragraphs: readonly Paragraph[],
  given: GivenStructure | null,
): Masthead {
  if (given === null) return read;
  const kinds = new Map(read.kinds);
  for (const [index, { span }] of paragraphs.entries()) {
    // There is one headline, and it is known.
    if (given.title !== null && kinds.get(index) === "headline") kinds.delete(index);
    const kind = given.kinds.get(span[0]);
    if (kind !== undefined) kinds.set(index, kind);
  }
  return {
    title: given.title ?? read.title,
    authors: given.authors.length > 0 ? given.authors : read.authors,
    published: given.published ?? read.published,
    kinds,
  };
}
