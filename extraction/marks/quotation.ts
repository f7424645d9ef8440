import type { Span } from "../span.ts";

/**
 * Words between quotation marks. One quotation stands in one paragraph; a quotation that runs over several
 * paragraphs (the mark opened again at the head of each, closed once) is a chain of them.
 */
export interface Quotation {
  /** With its marks. */
  readonly span: Span;
  /** Without its marks. */
  readonly inner: Span;
  /** The opening mark as printed. */
  readonly mark: string;
  /** Whether a closing mark was found in the same paragraph. */
  readonly closed: boolean;
  /** Whether the quotation of the paragraph before goes on here. */
  readonly continues: boolean;
  /** Quotations inside this one, in order. */
  readonly nested: readonly Quotation[];
}
