/** A file as it came: its bytes, and what is said of it beside them, which counts for less than what it holds. */
export interface ArticleFile {
  readonly bytes: Uint8Array;
  /** Name or key, for its extension ("2026/fares.html"); `null` where it has none. */
  readonly name: string | null;
  /** Media type, with parameters ("text/html; charset=utf-8"); `null` where none is given. */
  readonly type: string | null;
}
