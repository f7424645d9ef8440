import { createHash } from "node:crypto";

/** The longest slug, in UTF-16 code units: ids are keys of the table, and its keys have an end. */
const longest = 96;

/**
 * A name as an id, the same for everyone of that name in every article: lower case, without accents, words joined by
 * hyphens. A name beyond the longest slug is cut and told from others by ten digits of its SHA-256. Empty for a name
 * without letters and digits.
 */
export function slug(name: string): string {
  const whole = plainName.test(name) ? name.toLowerCase().replaceAll(" ", "-") : hyphenated(name);
  if (whole.length <= longest) return whole;
  const digest = createHash("sha256").update(whole).digest("hex").slice(0, 10);
  // Cut by code points, so that no half of a character is left at the end.
  const start = [...whole.slice(0, longest - digest.length - 1)].filter((letter) => !/\p{Cs}/u.test(letter));
  return `${start.join("").replace(/-$/u, "")}-${digest}`;
}

/** Words of plain letters and digits, as nearly all names are: nothing of them has to be left out. */
const plainName = /^[A-Za-z\d]+(?: [A-Za-z\d]+)*$/u;

const hyphenated = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/gu, "");
