import { createHash } from "node:crypto";

/**
 * A maker of ids for one article. An id depends on what it names and, where an article has the same thing more than
 * once, on its rank among these; so it stays when other parts of the article change. Ten hexadecimal digits of
 * SHA-256 behind a letter for the kind.
 */
export function stableId(): (kind: string, what: string) => string {
  const seen = new Map<string, number>();
  return (kind, what) => {
    const rank = seen.get(`${kind}|${what}`) ?? 0;
    seen.set(`${kind}|${what}`, rank + 1);
    const digest = createHash("sha256").update(`${kind}\n${what}\n${rank}`).digest("hex").slice(0, 10);
    return `${kind.charAt(0)}${digest}`;
  };
}
