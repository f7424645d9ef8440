import { type Part, plainParts, singleSpaced } from "./article-parts.ts";
import { markupParts } from "./read-ninjs.ts";
import { textParts } from "./text-parts.ts";
import { walkXml } from "./walk-xml.ts";

/** A `newsItem`: what it says of itself, by element, and its paragraphs. */
export interface NewsItem {
  /** The same for all versions of one; empty where it has none. */
  readonly guid: string;
  readonly version: number;
  readonly said: ReadonlyMap<string, string>;
  readonly paragraphs: readonly Part[];
}

/** Where paragraphs end, in NITF and XHTML. */
const blocks = new Set(
  "block blockquote body.content dateline dd div dt h1 h2 h3 h4 h5 h6 hl2 li ol p pre section table td th tr ul".split(
    " ",
  ),
);
const headings = new Set(["h2", "h3", "h4", "h5", "h6", "hl2"]);

/** What holds no words of the article: heads, pictures with their captions, what stands at the end. */
const silent = new Set(
  "abstract aside body.end byline distributor figure head hl1 media note rights script style".split(" "),
);

/** An item as it grows. */
class Growing {
  readonly guid: string;
  readonly version: number;
  readonly said = new Map<string, string>();
  private readonly parts: Part[] = [];
  private open = "";
  private data: { readonly type: string; text: string } | null = null;

  constructor(attributes: ReadonlyMap<string, string>) {
    this.guid = attributes.get("guid") ?? "";
    this.version = Number(attributes.get("version") ?? 1) || 1;
  }

  /** Begins what an element says of the item; the first value of each is the main one. */
  begins(name: string): boolean {
    if (this.said.has(name)) return false;
    this.said.set(name, "");
    return true;
  }

  says(name: string, text: string): void {
    this.said.set(name, (this.said.get(name) ?? "") + text);
  }

  beginsData(type: string): void {
    this.data = { type, text: "" };
  }

  addData(text: string): void {
    if (this.data !== null) this.data.text += text;
  }

  add(text: string): void {
    this.open += text;
  }

  endParagraph(kind: Part["kind"]): void {
    const text = singleSpaced(this.open);
    this.open = "";
    if (text !== "") this.parts.push({ text, kind });
  }

  done(): NewsItem {
    this.endParagraph(null);
    const { guid, version, said } = this;
    return { guid, version, said, paragraphs: this.parts.length > 0 ? this.parts : this.dataParts() };
  }

  private dataParts(): Part[] {
    if (this.data === null) return plainParts([]);
    const { type, text } = this.data;
    return /html|xml/iu.test(type) ? markupParts(text) : textParts(text);
  }
}

/**
 * The items of a NewsML-G2 file, alone or in a `newsMessage`, with their text in `inlineXML` (NITF or XHTML) or `inlineData`.
 *
 * @throws Error where the XML is not well-formed or uses entities of its own
 */
export function newsItems(xml: string): NewsItem[] {
  const items: NewsItem[] = [];
  const path: string[] = [];
  let item: Growing | null = null;
  let noting: string | null = null;
  let silentAt = -1;
  /** Where the text's own markup begins; -1 outside of it. */
  let xmlAt = -1;

  walkXml(xml, {
    open(name, attributes) {
      path.push(name);
      if (name === "newsItem") item = new Growing(attributes);
      if (item === null) return;
      const noted = notedAs(name, path.at(-2), xmlAt >= 0);
      if (noted !== null) noting = item.begins(noted) ? noted : null;
      if (name === "inlineData") item.beginsData(attributes.get("contenttype") ?? "");
      if (name === "inlineXML" && xmlAt < 0) xmlAt = path.length;
      if (xmlAt < 0) return;
      if (silentAt < 0 && silent.has(name)) silentAt = path.length;
      if (blocks.has(name)) item.endParagraph(null);
      if (name === "br") item.add(" ");
    },
    text(text) {
      if (item === null) return;
      if (noting !== null) item.says(noting, text);
      if (path.at(-1) === "inlineData") item.addData(text);
      else if (silentAt < 0 && xmlAt >= 0) item.add(text);
    },
    close(name) {
      if (silentAt === path.length) silentAt = -1;
      if (xmlAt >= 0 && blocks.has(name) && silentAt < 0)
        item?.endParagraph(headings.has(name) ? "subheading" : null);
      if (xmlAt === path.length) xmlAt = -1;
      if (name === noting) noting = null;
      if (name === "newsItem" && item !== null) {
        items.push(item.done());
        item = null;
      }
      path.pop();
    },
  });
  return items;
}

/** What an element says of the article, where it stands at the place for it. */
function notedAs(name: string, parent: string | undefined, inXml: boolean): string | null {
  if (inXml) return name === "hl1" || name === "byline" ? name : null;
  if (parent === "contentMeta" && ["headline", "by", "contentCreated"].includes(name)) return name;
  return parent === "itemMeta" && ["firstCreated", "versionCreated"].includes(name) ? name : null;
}
