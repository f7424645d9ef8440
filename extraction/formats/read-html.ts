import { Readability } from "@mozilla/readability";
import { type Accepted, rejected } from "../rejection.ts";
import { type ArticleParts, type Part, plainParts } from "./article-parts.ts";
import { bodyOf, type HtmlDocument, type HtmlElement, parseDocument } from "./html-document.ts";
import { readHtmlMetadata } from "./html-metadata.ts";
import { htmlParagraphs } from "./html-paragraphs.ts";

/** Pages with more tags than this are refused: the tree of one costs about 1 kB a tag, and an article has a few thousand. */
const mostTags = 100_000;

/** Deeper trees are read without Readability, which takes time with the square of the depth. */
const deepest = 500;

/** What stands in a page and is not the article, whatever Readability makes of it. */
const surroundings =
  "script, style, noscript, template, iframe, svg, form, nav, footer, aside, figure, figcaption, dialog, [hidden], [aria-hidden=true], [role=navigation], [role=complementary], [role=search], [role=banner], [class~=caption], [class*=wp-caption], [class*=related-], [class*=newsletter], [class*=share-], [id=comments], [class~=comments], [class*=pullquote], [class*=pull-quote], [class*=cookie-banner], [class*=cookie-consent], [class*=cookie-notice], [class*=consent-banner], [id*=cookie-banner], [id*=cookie-consent], [id*=cookie-notice], [id*=cookie-law-info], [id*=onetrust], [id*=CybotCookiebot], [class~=sr-only], [class*=visually-hidden], [class*=visuallyhidden], [class~=screen-reader-text]";

/** What a page's own styles hide. */
const hidden = /(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/iu;

/** Elements that hold the article, whatever their class says: a page is marked "cookie-banner-closed" as a whole. */
const holdsArticle = "article, main, body";

/** Below this many characters what Readability found is thought too little, and the whole body is read. */
const leastText = 140;

/**
 * The article of an HTML page: its paragraphs as Mozilla's Readability finds them, without what stands around them,
 * captions and links to other articles; title, authors and day from what the page says of itself. Scripts do not run. `alsoWithout`
 * selects further elements that are left out.
 */
export function readHtml(html: string, alsoWithout = ""): Accepted<ArticleParts> {
  const tags = html.split("<", mostTags + 1).length - 1;
  if (tags >= mostTags)
    return rejected("too-large", `is HTML with more than ${mostTags} tags; that is no article: split it`);
  const document = parseDocument(html);
  const { title, authors, published, body } = readHtmlMetadata(document);
  removeSurroundings(document, alsoWithout);
  const own = withoutTitle(articleParagraphs(document), title);
  const shown = own.reduce((length, { text }) => length + text.length, 0);
  const isCut = body !== null && shown < leastText && body.length > shown;
  const paragraphs = isCut ? plainParts(body.split(/\n+/u)) : own;
  return { ok: true, value: { title, authors, published, paragraphs } };
}

function removeSurroundings(document: HtmlDocument, alsoWithout: string): void {
  // A quotation can be a figure, with its speaker as caption.
  const kept = new Set<HtmlElement>();
  for (const figure of document.querySelectorAll("figure")) {
    if (figure.querySelector("blockquote") === null) continue;
    for (const element of [figure, ...figure.querySelectorAll("figcaption")]) kept.add(element);
  }
  const selector = alsoWithout === "" ? surroundings : `${surroundings}, ${alsoWithout}`;
  for (const element of [...document.querySelectorAll(selector)]) {
    const isPage = /^(?:html|body|main|article)$/u.test(element.localName);
    if (!kept.has(element) && !isPage && element.querySelector(holdsArticle) === null) element.remove();
  }
  for (const element of [...document.querySelectorAll("[style]")])
    if (hidden.test(element.getAttribute("style") ?? "") && element.localName !== "body") element.remove();
}

function articleParagraphs(document: HtmlDocument): Part[] {
  const all = htmlParagraphs(bodyOf(document));
  if (depthOf(document) > deepest) return all;
  const found = readability(document);
  const parts = found === null ? [] : htmlParagraphs(found);
  return lengthOf(parts) < Math.min(leastText, lengthOf(all)) ? all : parts;
}

const lengthOf = (parts: readonly Part[]): number => parts.reduce((sum, { text }) => sum + text.length, 0);

function readability(document: HtmlDocument): HtmlElement | null {
  try {
    const reader = new Readability<HtmlElement>(document as never, {
      charThreshold: leastText,
      serializer: (node) => node as never,
      disableJSONLD: true,
    });
    return reader.parse()?.content ?? null;
  } catch {
    // On trees that it did not foresee the whole body is read.
    return null;
  }
}

/** The deepest element, found without recursion; not beyond what matters. */
function depthOf(root: HtmlDocument): number {
  let deepestSeen = 0;
  const stack: { node: { childNodes: ArrayLike<never> } & object; depth: number }[] = [
    { node: root as never, depth: 0 },
  ];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    deepestSeen = Math.max(deepestSeen, step.depth);
    if (deepestSeen > deepest) break;
    const { childNodes } = step.node;
    for (let at = 0; at < childNodes.length; at++) {
      const node = childNodes[at];
      if (node !== undefined) stack.push({ node, depth: step.depth + 1 });
    }
  }
  return deepestSeen;
}

/** The headline within the body would be there twice. */
const withoutTitle = (parts: readonly Part[], title: string | null): Part[] =>
  parts.filter(({ text }, index) => !(index < 3 && text === title));
