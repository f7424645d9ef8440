import { type Accepted, rejected } from "../rejection.ts";
import { decodeLegacy } from "./decode-legacy.ts";
import { decodeUtf16, orderOfUtf16 } from "./decode-utf16.ts";
import { firstInvalidByte } from "./first-invalid-byte.ts";

/**
 * The text that bytes spell. What they say themselves goes first: a byte order mark (which is dropped), zeros as in
 * UTF-16, well-formed UTF-8. Only then counts `declared`, the name that a header or the file gives ("iso-8859-15",
 * "Shift_JIS"; a label of the WHATWG Encoding Standard), and last Windows-1252, which holds ISO-8859-1 too, where
 * the bytes look like Western text in it.
 *
 * Rejected, with a message that follows the file's name, where no encoding fits. Never throws.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Accepted<string> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, "little-endian");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, "big-endian");
  const order = orderOfUtf16(bytes);
  if (order !== null) return decodeUtf16(bytes, order);
  if (bytes.includes(0)) {
    return rejected("binary", "holds binary data, no text: save it as text");
  }
  const wrongAt = firstInvalidByte(bytes);
  if (wrongAt === null) return { ok: true, value: new TextDecoder("utf-8").decode(bytes) };
  const legacy = decodeLegacy(bytes, declared);
  if (legacy !== null) return { ok: true, value: legacy };
  const byte = (bytes[wrongAt] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  return rejected(
    "invalid-encoding",
    `is neither UTF-8 (byte ${wrongAt} is 0x${byte}) nor plainly Windows-1252; save it as UTF-8`,
  );
}
