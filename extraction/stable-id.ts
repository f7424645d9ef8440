import { hash } from "node:crypto";

/**
 * A maker of ids for one article. An id depends on what it names and, where an article has the same thing more than
 * once, on its rank among these; so it stays when other parts of the article change. Ten hexadecimal digits of
 * SHA-256 behind a letter for the kind.
 */
export function stableId(): (kind: string, what: string) => string {
  const seen = new Map<string, number>();
  return (kind, what) => {
    const key = `${kind}|${what}`;
    const rank = seen.get(key) ?? 0;
    seen.set(key, rank + 1);
    const digest = hash("sha256", `${kind}\n${what}\n${rank}`).slice(0, 10);
    return `${kind.charAt(0)}${digest}`;
  };
}
