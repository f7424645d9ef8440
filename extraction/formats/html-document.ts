import { parseHTML } from "linkedom/worker";

/** The parts of the DOM that are used here: a tree of nodes, without styles, scripts or a network. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<HtmlNode>;
}

/** An element. */
export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  querySelector(selector: string): HtmlElement | null;
  remove(): void;
}

/** A page as a tree; of a damaged one nothing may be left below the root. */
export interface HtmlDocument extends HtmlElement {
  readonly documentElement: HtmlElement | null;
  readonly body: HtmlElement | null;
}

/** The body of a page, or all of it where it has none. */
export const bodyOf = (document: HtmlDocument): HtmlElement =>
  (document.documentElement === null ? null : document.body) ?? document;

/** The tree of an HTML page or a fragment of one. Nothing in it runs and nothing is fetched. */
export function parseDocument(html: string): HtmlDocument {
  const wrapped = `<html><body>${html}</body></html>`;
  const isPage = /<(?:html|body)[\s>]/iu.test(html.slice(0, 100_000));
  const { document } = parseHTML(isPage ? html : wrapped);
  // What looked like a page's first element stood in a comment, say.
  return (document.documentElement === null
    ? parseHTML(wrapped).document
    : document) as unknown as HtmlDocument;
}
