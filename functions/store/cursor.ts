import { shortHash } from "./article-id.ts";

/** A cursor that was not given out for this question. */
export class InvalidCursorError extends Error {
  override readonly name = "InvalidCursorError";
}

/**
 * An opaque token for the place in a view behind the row with this sort key. It belongs to one question, and
 * stays good while rows come and go.
 */
export const cursorAfter = (question: string, sortKey: string): string =>
  Buffer.from(JSON.stringify([shortHash(question).slice(0, 8), sortKey])).toString("base64url");

/** The sort key that a cursor stands behind. @throws InvalidCursorError where it is not one for this question. */
export function readCursor(question: string, cursor: string): string {
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(content) && content[0] === shortHash(question).slice(0, 8)) {
      const sortKey: unknown = content[1];
      if (typeof sortKey === "string") return sortKey;
    }
  } catch {
    // Not JSON: falls through to the same answer as other content.
  }
  throw new InvalidCursorError("this cursor does not belong to this question; start without one");
}
