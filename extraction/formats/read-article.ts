import { decodeArticle } from "../decode/decode-article.ts";
import { refusalOfSize } from "../decode/maximum-size.ts";
import { charsetOf } from "../decode/media-type.ts";
import { type Accepted, rejected } from "../rejection.ts";
import { segmentArticle } from "../segment/segment-article.ts";
import type { SegmentedArticle } from "../segmented-article.ts";
import type { ArticleFile } from "./article-file.ts";
import type { ArticleParts } from "./article-parts.ts";
import { compose } from "./compose.ts";
import { formats } from "./format.ts";
import {
  type BinaryFormat,
  charsetOfMarkup,
  formatOfBytes,
  formatOfText,
  type TextFormat,
} from "./recognise.ts";
import { unpackGzip } from "./unpack-gzip.ts";

/**
 * A file of any format that is read, taken apart: unpacked, recognised, decoded, read, segmented. Text keeps every
 * character; of other formats a text is made, which the places in the result refer to. Never throws.
 *
 * Rejected where a step refuses it: a format that is not read, a damaged or encrypted file, one without text.
 */
export async function readArticle(file: ArticleFile): Promise<Accepted<SegmentedArticle>> {
  const tooLarge = refusalOfSize(file.bytes.length);
  if (tooLarge !== null) return { ok: false, rejection: tooLarge };
  const unpacked = unpackGzip(file);
  if (!unpacked.ok) return unpacked;
  const { bytes, name, type } = unpacked.value;
  const binary = formatOfBytes(bytes);
  if (binary !== null) {
    const parts = await withinStack(partsOfBytes(binary, bytes));
    if (parts !== null) return segmentParts(binary, parts);
  }
  const decoded = decodeArticle(bytes, charsetOf(type) ?? charsetOfMarkup(bytes));
  if (!decoded.ok) return decoded;
  const format = formatOfText(decoded.value, { name, type });
  if (format === "text") return segmentArticle(decoded.value);
  return segmentParts(format, await withinStack(partsOfText(format, decoded.value, bytes)));
}

/** What a reader finds; where the file asks for more stack or longer texts than there are, that it is damaged. */
async function withinStack<T>(read: Promise<T>): Promise<T | Accepted<never>> {
  try {
    return await read;
  } catch (error) {
    // A parser of others' was not written for it: an attribute of a million words is an argument list of a million.
    if (error instanceof RangeError)
      return rejected("damaged", "holds something too long for its format to be read; save it as text");
    throw error;
  }
}

/** What the reader of a format that is no text finds; `null` where there is no reader for it. */
async function partsOfBytes(format: BinaryFormat, bytes: Uint8Array): Promise<Accepted<ArticleParts> | null> {
  if (format === "rtf") return (await import("./read-rtf.ts")).readRtf(bytes);
  if (format === "pdf") return (await import("./read-pdf.ts")).readPdf(bytes);
  const { isDocx, isEncryptedOffice, readDocx } = await import("./read-docx.ts");
  if (format === "office")
    return isEncryptedOffice(bytes)
      ? rejected("encrypted", "opens with a password only; save it without one")
      : null;
  return isDocx(bytes) ? readDocx(bytes) : null;
}

/** What the reader of a format finds; each is loaded when its first file comes. */
async function partsOfText(
  format: Exclude<TextFormat, "text">,
  text: string,
  bytes: Uint8Array,
): Promise<Accepted<ArticleParts>> {
  if (format === "html") return (await import("./read-html.ts")).readHtml(text);
  if (format === "eml") return (await import("./read-eml.ts")).readEml(bytes);
  if (format === "ninjs") return (await import("./read-ninjs.ts")).readNinjs(text);
  if (format === "newsml") return (await import("./read-newsml.ts")).readNewsml(text);
  const [what, known] = format === "other-xml" ? ["XML", "NewsML-G2"] : ["JSON", "NINJS"];
  return rejected("unsupported-format", `is ${what}, but not ${known}; save the article as text or HTML`);
}

function segmentParts(
  format: Exclude<TextFormat, "text"> | BinaryFormat,
  parts: Accepted<ArticleParts>,
): Accepted<SegmentedArticle> {
  if (!parts.ok) return parts;
  const { text, given, pages } = compose(parts.value);
  if (parts.value.paragraphs.length === 0)
    return rejected("no-text", "holds no text of an article; give a file with its text");
  const segmented = segmentArticle(text, given);
  if (!segmented.ok) return segmented;
  const known = formats.find((name) => name === format) ?? "docx";
  return {
    ok: true,
    value: { ...segmented.value, format: known, ...(pages === null ? {} : { pages: [...pages] }) },
  };
}
