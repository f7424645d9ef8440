import { singleSpaced } from "./article-parts.ts";
import type { HtmlDocument } from "./html-document.ts";
import { readJsonLd } from "./read-json-ld.ts";

/** What an HTML page says of its article beside the text. */
export interface HtmlMetadata {
  readonly title: string | null;
  readonly authors: readonly string[];
  /** ISO 8601 day. */
  readonly published: string | null;
  /** The whole text, as some pages repeat it for search engines; `null` where they do not. */
  readonly body: string | null;
}

/**
 * Title, authors and day of publication of a page. JSON-LD (schema.org) goes first, for it is written for programs; then
 * `meta` (Open Graph, Dublin Core and names that publishers share), microdata, `h1` and `<time>`, last `<title>`.
 */
export function readHtmlMetadata(document: HtmlDocument): HtmlMetadata {
  const linked = readJsonLd(document);
  const meta = metaOf(document);
  const first = (...names: string[]): string | null => {
    for (const name of names) {
      const content = meta.get(name)?.[0];
      if (content !== undefined) return content;
    }
    return null;
  };
  const headings = [...document.querySelectorAll("article h1, main h1")];
  const heading = headings[0] ?? document.querySelector("h1");
  const title =
    linked.title ??
    wordsOf(heading?.textContent) ??
    first("og:title", "twitter:title", "dc.title", "title") ??
    withoutSite(wordsOf(document.querySelector("title")?.textContent));
  const named = linked.authors.length > 0 ? linked.authors : authorsOf(document, meta);
  const time = document.querySelector(
    "[itemprop=datePublished], article time[datetime], time[pubdate], header time[datetime], time[datetime]",
  );
  const published =
    linked.published ??
    dayOf(
      first(
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "pubdate",
        "publish-date",
        "parsely-pub-date",
      ),
    ) ??
    dayOf(time?.getAttribute("datetime") ?? time?.getAttribute("content") ?? null);
  return { title, authors: named.map(withoutBy).filter(isName), published, body: linked.body };
}

/** The day at the head of an ISO 8601 time, as the publisher's own clock had it; `null` where it is none. */
export function dayOf(time: string | null): string | null {
  const day = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/u
    .exec(time ?? "")
    ?.slice(1, 4)
    .join("-");
  if (day === undefined) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day) ? null : day;
}

const wordsOf = (text: string | null | undefined): string | null => singleSpaced(text ?? "") || null;

function metaOf(document: HtmlDocument): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const name =
      element.getAttribute("property") ?? element.getAttribute("name") ?? element.getAttribute("itemprop");
    const content = singleSpaced(element.getAttribute("content") ?? "");
    if (name === null || content === "") continue;
    const key = name.toLowerCase();
    meta.set(key, [...(meta.get(key) ?? []).slice(0, 20), content]);
  }
  return meta;
}

function authorsOf(document: HtmlDocument, meta: ReadonlyMap<string, readonly string[]>): string[] {
  for (const name of ["author", "article:author", "dc.creator", "parsely-author", "byl"]) {
    const names = (meta.get(name) ?? []).filter((value) => !value.includes("://"));
    if (names.length > 0) return names.flatMap(severalNames);
  }
  const marked = [
    ...document.querySelectorAll("[rel~=author], [itemprop=author] [itemprop=name], [itemprop=author]"),
  ];
  const names = marked.map((element) => singleSpaced(element.textContent ?? "")).flatMap(severalNames);
  return [...new Set(names)];
}

/** "By Lina Marsten and Ben Cole" as names. */
export const severalNames = (names: string): string[] =>
  withoutBy(names)
    .split(/[,;&|]|\band\b/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");

const withoutBy = (name: string): string => singleSpaced(name).replace(/^by\s+/iu, "");

/** A name of a person or an agency, no address and no sentence. */
export const isName = (name: string): boolean =>
  name.length > 1 && name.length <= 80 && /\p{L}/u.test(name) && !/[@/:"“”\n]/u.test(name);

/** "Fares to rise | The Port Arden Herald" without the site's name. */
function withoutSite(title: string | null): string | null {
  if (title === null) return null;
  const shown = title.slice(0, 400);
  for (let at = shortestTitle; at < shown.length; at++) {
    if (!/^\s[|–—·-]\s/u.test(shown.slice(at, at + 3))) continue;
    const site = shown.slice(at + 3).trim();
    if (site.length >= 2 && site.length <= 60 && !/[|–—·]/u.test(site)) return shown.slice(0, at).trimEnd();
  }
  return title;
}

/** What stands before a site's name has so many characters at least. */
const shortestTitle = 15;
