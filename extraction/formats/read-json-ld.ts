import { singleSpaced } from "./article-parts.ts";
import { decodeEntities } from "./decode-entities.ts";
import type { HtmlDocument } from "./html-document.ts";
import { dayOf, type HtmlMetadata } from "./html-metadata.ts";

const articleType = /(?:Article|BlogPosting|NewsPosting|Report)$/u;

/** So many objects of JSON-LD are looked at, and so deep. */
const mostNodes = 2_000;
const deepest = 8;

type Node = Readonly<Record<string, unknown>>;

/** What a page's JSON-LD says of its first article (schema.org `NewsArticle` and its kin); nulls where it has none. */
export function readJsonLd(document: HtmlDocument): HtmlMetadata {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const article = firstArticle(script.textContent ?? "");
    if (article === undefined) continue;
    return {
      title: textOf(article.headline) ?? textOf(article.name),
      authors: namesOf(article.author),
      published: dayOf(textOf(article.datePublished)),
      body: typeof article.articleBody === "string" ? decodeEntities(article.articleBody) : null,
    };
  }
  return { title: null, authors: [], published: null, body: null };
}

function firstArticle(json: string): Node | undefined {
  let root: unknown;
  try {
    root = JSON.parse(json);
  } catch {
    return undefined;
  }
  const queue: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let at = 0; at < queue.length && at < mostNodes; at++) {
    const { value, depth } = queue[at] ?? { value: null, depth: deepest };
    if (typeof value !== "object" || value === null) continue;
    const node = value as Node;
    if ([node["@type"]].flat().some((type) => typeof type === "string" && articleType.test(type)))
      return node;
    if (depth >= deepest) continue;
    for (const child of Object.values(node)) {
      if (queue.length < mostNodes) queue.push({ value: child, depth: depth + 1 });
    }
  }
  return undefined;
}

const textOf = (value: unknown): string | null =>
  typeof value === "string" ? singleSpaced(decodeEntities(value)) || null : null;

/** Authors are strings, objects with a name, or lists of them. */
function namesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(namesOf);
  if (typeof value === "object" && value !== null) return namesOf((value as Node).name);
  const name = textOf(value);
  return name === null ? [] : [name];
}
