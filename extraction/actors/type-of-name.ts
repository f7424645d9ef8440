import type { Actor } from "../extraction.ts";
import { namesOrganization } from "./body-names.ts";
import type { NameRun } from "./name-run.ts";
import { isPlaceName } from "./place-names.ts";

/** What a name means by its form alone; `lower` is the name in small letters. */
export function typeOfName(
  { words, acronym }: Pick<NameRun, "words" | "acronym">,
  lower: string,
): Actor["type"] {
  if (isPlaceName(lower)) return "place";
  if (acronym !== null || namesOrganization(words)) return "organization";
  return "person";
}
