import { type Accepted, rejected } from "../rejection.ts";
import { decodeText } from "./decode-text.ts";
import { fileKindOf } from "./file-kinds.ts";
import { refusalOfSize } from "./maximum-size.ts";

export { maximumBytes } from "./maximum-size.ts";

/** Above this share of control characters a text is taken for binary data. */
const controlShare = 0.02;

/**
 * The text of a plain-text file: UTF-8, UTF-16, the encoding that is `declared` for it, or Windows-1252 (see
 * `decodeText`). A byte order mark is dropped, so offset 0 is the first character after it; all else, line ends
 * and normal form included, stays as it is.
 *
 * Rejected, each with a message that follows the file's name ("NAME: is empty; …"): files of `maximumBytes`
 * and more, empty ones, binary ones, and bytes that are not in the encoding. Never throws.
 */
export function decodeArticle(bytes: Uint8Array, declared: string | null = null): Accepted<string> {
  const tooLarge = refusalOfSize(bytes.length);
  if (tooLarge !== null) return { ok: false, rejection: tooLarge };
  if (bytes.length === 0) return rejected("empty", "is empty; put the text of an article into it");
  const kind = fileKindOf(bytes);
  if (kind !== null) return rejected("binary", `looks like ${kind}, which is not read: save it as text`);

  const decoded = decodeText(bytes, declared);
  if (!decoded.ok) return decoded;
  if (isMostlyControl(decoded.value)) {
    return rejected("binary", "holds binary data, no text: save it as text");
  }
  if (!/\S/u.test(decoded.value)) {
    return rejected("empty", "holds nothing but white space; put the text of an article into it");
  }
  return decoded;
}

function isMostlyControl(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0) return true;
    if ((code < 0x20 && !(code >= 0x09 && code <= 0x0d)) || code === 0x7f) controls++;
  }
  return controls > text.length * controlShare;
}
