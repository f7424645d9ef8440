import { hash } from "node:crypto";

/**
 * A maker of ids for one article. An id depends on what it names and, where an article has the same thing more than
 * once, on its rank among these; so it stays when other parts of the article change. Ten hexadecimal digits of
 * SHA-256 behind a letter for the kind.
 */
export function stableId(): (kind: string, what: string) => string {
  /** How often each thing was named, by the digest of its first. */
  const seen = new Map<string, number>();
  return (kind, what) => {
    const first = hash("sha256", `${kind}\n${what}\n0`);
    const rank = seen.get(first) ?? 0;
    seen.set(first, rank + 1);
    const digest = rank === 0 ? first : hash("sha256", `${kind}\n${what}\n${rank}`);
    return `${kind.charAt(0)}${digest.slice(0, 10)}`;
  };
}
