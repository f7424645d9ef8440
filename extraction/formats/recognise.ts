import { essenceOf } from "../decode/media-type.ts";
import type { ArticleFile } from "./article-file.ts";
import type { Format } from "./format.ts";

/** How far into a text its beginning is looked at, in UTF-16 code units. */
const headLength = 4_096;

/** What the first bytes can tell; a zip archive may hold a document, an office file an encrypted one. */
export type BinaryFormat = Extract<Format, "pdf" | "rtf"> | "zip" | "office";

/** What the first bytes tell of a file which is no text, or `null`. */
export function formatOfBytes(bytes: Uint8Array): BinaryFormat | null {
  const head = String.fromCharCode(...bytes.subarray(0, 1_024));
  if (head.startsWith("PK\x03\x04")) return "zip";
  if (head.startsWith("\xd0\xcf\x11\xe0")) return "office";
  if (/^[\s\xef\xbb\xbf]{0,8}\{\\rtf/u.test(head)) return "rtf";
  // Its specification's appendix H lets anything stand before the mark.
  return /^[^<]{0,1000}%PDF-\d/su.test(head) ? "pdf" : null;
}

/** The encoding that a file in HTML or XML names at its head, or `null`. */
export function charsetOfMarkup(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 2_048));
  if (!/^[\s\xef\xbb\xbf]*</u.test(head)) return null;
  for (const [tag] of head.matchAll(/<(?:\?xml|meta)\s[^<>]*/giu)) {
    const found = /(?:encoding|charset)\s*=\s*["']?([\w.:-]{1,40})/iu.exec(tag);
    if (found?.[1]) return found[1];
  }
  return null;
}

/** What a text is, or the markup that it is but that no reader knows. */
export type TextFormat =
  | Extract<Format, "text" | "html" | "eml" | "ninjs" | "newsml">
  | "other-xml"
  | "other-json";

/** What a text is: by what stands in it, and where that leaves it open, by the file's name and type. */
export function formatOfText(text: string, { name, type }: Pick<ArticleFile, "name" | "type">): TextFormat {
  const head = text.slice(0, headLength).replace(/^[\ufeff\s]+/u, "");
  if (head.startsWith("<")) {
    const root = rootElement(head);
    if (/^(?:html|head|body|!doctype html)$/iu.test(root)) return "html";
    if (/^(?:\w+:)?(?:newsItem|packageItem|newsMessage)$/u.test(root)) return "newsml";
  }
  if (/^\{\s*"/u.test(head)) {
    const isNews = /"(?:body_?text|body_?html|body_?xhtml|bodies|headlines?|representationtype)"\s*:/iu.test(
      text,
    );
    return isNews ? "ninjs" : "other-json";
  }
  if (/^\[\s*\{\s*"[^"\n]{1,100}"\s*:/u.test(head)) return "other-json";
  if (isMail(head)) return "eml";
  const extension = /\.([a-z0-9]+)$/iu.exec(name ?? "")?.[1]?.toLowerCase() ?? "";
  const essence = essenceOf(type);
  const saysHtml = /^x?html?$/u.test(extension) || /^(?:text\/html|application\/xhtml\+xml)$/u.test(essence);
  if (
    (saysHtml || head.startsWith("<")) &&
    /<(?:p|div|h[1-6]|article|main|section|br|table)\b[^<]{0,400}>/iu.test(head)
  )
    return "html";
  if (/^<\?xml\s/u.test(head)) return "other-xml";
  return "text";
}

/** The name of the first element, behind comments and declarations; or `!doctype html`. */
function rootElement(head: string): string {
  let at = behindSpace(head, 0);
  for (let end = endOfPrologue(head, at); end > at; end = endOfPrologue(head, at))
    at = behindSpace(head, end);
  return /^<(!doctype html|[\w:-]+)/iu.exec(head.slice(at, at + 200))?.[1] ?? "";
}

/** Where the comment or declaration ends that begins at a place; the place itself where none does or it has no end. */
function endOfPrologue(head: string, at: number): number {
  const opening = head.slice(at, at + 14).toLowerCase();
  const close = opening.startsWith("<?") ? "?>" : opening.startsWith("<!--") ? "-->" : ">";
  if (close === ">" && (!opening.startsWith("<!doctype") || opening === "<!doctype html")) return at;
  // A document type can hold declarations in brackets.
  const [bracket, angle] = [head.indexOf("[", at), head.indexOf(">", at)];
  const from = close === ">" && bracket >= 0 && bracket < angle ? head.indexOf("]", at) : at;
  const end = from < 0 ? -1 : head.indexOf(close, from);
  return end < 0 ? at : end + close.length;
}

function behindSpace(head: string, from: number): number {
  let at = from;
  while (at < head.length && /\s/u.test(head.charAt(at))) at++;
  return at;
}

const mailHeader =
  /^(?:from|to|subject|date|mime-version|received|message-id|return-path|content-type|delivered-to|reply-to|x-[\w-]+):/iu;

/** Whether a text begins with the headers of a mail: three that mails have, and nothing else, before an empty line. */
function isMail(head: string): boolean {
  const known = new Set<string>();
  for (const line of head.split(/\r\n|\r|\n/u)) {
    if (line === "" || /^[ \t]/u.test(line)) {
      if (line === "") break;
      continue;
    }
    if (!/^[\w-]+:/u.test(line) && !/^From /u.test(line)) return false;
    const name = mailHeader.exec(line)?.[0].toLowerCase();
    if (name !== undefined) known.add(name);
  }
  return known.size >= 3 && (known.has("from:") || known.has("received:"));
}
