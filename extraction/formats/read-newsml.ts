import { type Accepted, rejected } from "../rejection.ts";
import { type ArticleParts, type Part, plainParts, singleSpaced } from "./article-parts.ts";
import { dayOf, isName, severalNames } from "./html-metadata.ts";
import { markupParts } from "./read-ninjs.ts";
import { textParts } from "./text-parts.ts";
import { walkXml } from "./walk-xml.ts";

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

/**
 * The first article of a NewsML-G2 file (IPTC): a `newsItem`, alone or in a `newsMessage`, with its text in `inlineXML` (NITF or
 * XHTML) or `inlineData`. Headline, byline and day are those of `contentMeta` and `itemMeta`, else those in the NITF.
 */
export function readNewsml(xml: string): Accepted<ArticleParts> {
  const path: string[] = [];
  const meta = new Map<string, string>();
  const parts: Part[] = [];
  let open = "";
  let data: { readonly type: string; text: string } | null = null;
  let silentAt = -1;
  let items = 0;

  const flush = (kind: Part["kind"]): void => {
    const text = singleSpaced(open);
    open = "";
    if (text !== "") parts.push({ text, kind });
  };
  let noting: string | null = null;

  try {
    walkXml(xml, {
      open(name, attributes) {
        path.push(name);
        if (name === "newsItem") items++;
        if (items > 1) return;
        const inXml = path.includes("inlineXML");
        const parent = path.at(-2);
        const noted = notedAs(name, parent, inXml);
        if (noted !== null) {
          // The first value of each is the main one.
          noting = meta.has(noted) ? null : noted;
          if (noting !== null) meta.set(noting, "");
        }
        if (name === "inlineData") data = { type: attributes.get("contenttype") ?? "", text: "" };
        if (!inXml) return;
        if (silentAt < 0 && silent.has(name)) silentAt = path.length;
        if (blocks.has(name)) flush(null);
        if (name === "br") open += " ";
      },
      text(text) {
        if (items > 1) return;
        if (noting !== null) meta.set(noting, (meta.get(noting) ?? "") + text);
        if (data !== null && path.at(-1) === "inlineData") data.text += text;
        else if (silentAt < 0 && path.includes("inlineXML")) open += text;
      },
      close(name) {
        if (silentAt === path.length) silentAt = -1;
        if (items <= 1 && path.includes("inlineXML") && blocks.has(name) && silentAt < 0)
          flush(headings.has(name) ? "subheading" : null);
        if (name === noting) noting = null;
        path.pop();
      },
    });
  } catch {
    return rejected("damaged", "is XML that is not well-formed, or uses entities of its own; export it anew");
  }
  flush(null);
  const said = (name: string): string | null => singleSpaced(meta.get(name) ?? "") || null;
  const title = said("headline") ?? said("hl1");
  const byline = said("by") ?? said("byline") ?? "";
  const days = ["contentCreated", "firstCreated", "versionCreated"].map((name) => dayOf(said(name)));
  return {
    ok: true,
    value: {
      title,
      authors: severalNames(byline).filter(isName),
      published: days.find((day) => day !== null) ?? null,
      paragraphs: parts.length > 0 ? parts : dataParts(data),
    },
  };
}

/** What an element says of the article, where it stands at the place for it. */
function notedAs(name: string, parent: string | undefined, inXml: boolean): string | null {
  if (inXml) return name === "hl1" || name === "byline" ? name : null;
  if (parent === "contentMeta" && ["headline", "by", "contentCreated"].includes(name)) return name;
  return parent === "itemMeta" && ["firstCreated", "versionCreated"].includes(name) ? name : null;
}

function dataParts(data: { readonly type: string; readonly text: string } | null): Part[] {
  if (data === null) return plainParts([]);
  return /html|xml/iu.test(data.type) ? markupParts(data.text) : textParts(data.text);
}
