import { type Part, singleSpaced } from "./article-parts.ts";
import type { HtmlNode } from "./html-document.ts";

const blocks = new Set(
  "address article aside blockquote body center dd details dialog div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const silent = new Set(
  "audio button canvas head iframe math noscript object script select style svg template textarea title video".split(
    " ",
  ),
);
const heading = /^h[2-6]$/u;

/** A paragraph as it grows; how much of it is links tells lists of links from prose. */
interface Growing {
  text: string;
  linked: number;
}

/**
 * The paragraphs of a tree, in order. A block ends a paragraph, so do two `br`; headings are subheadings; what is nothing
 * but a link to another page ("Read more: …") is left out. Walks without recursion, so depth costs no stack.
 */
export function htmlParagraphs(root: HtmlNode): Part[] {
  const parts: Part[] = [];
  let open: Growing = { text: "", linked: 0 };
  const close = (kind: Part["kind"]): void => {
    for (const piece of open.text.split(/\n\s{0,20}\n/u)) {
      const text = singleSpaced(piece);
      if (text !== "" && !isOnlyLink(text, open.linked)) parts.push({ text, kind });
    }
    open = { text: "", linked: 0 };
  };

  type Step = { readonly node: HtmlNode; readonly inLink: boolean } | { readonly closes: Part["kind"] };
  const stack: Step[] = [{ node: root, inLink: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ("closes" in step) {
      close(step.closes);
      continue;
    }
    const { node, inLink } = step;
    if (node.nodeType === 3) {
      // Line ends of the source are spaces; those of `br` are put in below.
      const text = (node.textContent ?? "").replace(/\s+/gu, " ");
      open.text += text;
      if (inLink) open.linked += text.trim().length;
      continue;
    }
    const name = node.localName ?? "";
    if (silent.has(name) || node.nodeType === 8) continue;
    if (name === "br") {
      open.text += "\n";
      continue;
    }
    const isBlock = blocks.has(name);
    if (isBlock) {
      close(null);
      stack.push({ closes: heading.test(name) ? "subheading" : null });
    }
    const children = node.childNodes;
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at];
      if (child !== undefined) stack.push({ node: child, inLink: inLink || name === "a" });
    }
  }
  close(null);
  return parts;
}

/** Nearly all of it is a link, and it is no sentence. */
const isOnlyLink = (text: string, linked: number): boolean =>
  (linked >= text.length * 0.8 && text.length < 250 && !/[.!?…]["'”’)]*$/u.test(text)) ||
  (linked > 0 &&
    /^(?:read (?:more|also|next)|related|see also|more|also read|watch|listen)\s?:/iu.test(text));
