import { type Accepted, rejected } from "../rejection.ts";
import { decodeUtf16, looksLikeUtf16 } from "./decode-utf16.ts";
import { fileKindOf } from "./file-kinds.ts";
import { firstInvalidByte } from "./first-invalid-byte.ts";
import { refusalOfSize } from "./maximum-size.ts";

export { maximumBytes } from "./maximum-size.ts";

/** Above this share of control characters a text is taken for binary data. */
const controlShare = 0.02;

/**
 * The text of a plain-text file: UTF-8, or UTF-16 with a byte order mark. A byte order mark is dropped, so
 * offset 0 is the first character after it; all else, line ends included, stays as it is.
 *
 * Rejected, each with a message that follows the file's name ("NAME: is empty; …"): files of `maximumBytes`
 * and more, empty ones, binary ones, and bytes that are not in the encoding. Never throws.
 */
export function decodeArticle(bytes: Uint8Array): Accepted<string> {
  const tooLarge = refusalOfSize(bytes.length);
  if (tooLarge !== null) return { ok: false, rejection: tooLarge };
  if (bytes.length === 0) return rejected("empty", "is empty; put the text of an article into it");
  const kind = fileKindOf(bytes);
  if (kind !== null)
    return rejected("binary", `looks like ${kind}; only plain text is read: save it as text`);

  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  if (isMostlyControl(decoded.value)) {
    return rejected("binary", "holds binary data; only plain text is read: save it as text");
  }
  if (!/\S/u.test(decoded.value)) {
    return rejected("empty", "holds nothing but white space; put the text of an article into it");
  }
  return decoded;
}

function decodeText(bytes: Uint8Array): Accepted<string> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, "little-endian");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, "big-endian");
  if (looksLikeUtf16(bytes)) {
    return rejected("invalid-encoding", "looks like UTF-16 without a byte order mark; save it as UTF-8");
  }
  if (bytes.includes(0)) {
    return rejected("binary", "holds binary data; only plain text is read: save it as text");
  }
  try {
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const at = firstInvalidByte(bytes) ?? 0;
    const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0");
    return rejected("invalid-encoding", `is not UTF-8: byte ${at} is 0x${byte}; save it as UTF-8`);
  }
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
