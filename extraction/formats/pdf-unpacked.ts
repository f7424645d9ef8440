import { constants, inflateSync } from "node:zlib";
import { type Rejection, rejected } from "../rejection.ts";

/** What all streams of a PDF may unpack to, in bytes; the reader has no limit of its own. */
const mostUnpacked = 100_000_000;

/** A stream in a stream in a stream is unpacked so often. */
const mostLayers = 4;

/**
 * Why a PDF is not to be opened, from what its packed streams would take of memory; `null` where it may be. Each stream is unpacked
 * here once, and let go.
 */
export function refusalOfPdf(bytes: Uint8Array): Rejection | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = mostUnpacked;
  /** Behind the last one there is nothing to look for again: that would cost time with the square of the file. */
  const lastEnd = file.lastIndexOf("endstream");
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    if (at >= 3 && file.toString("latin1", at - 3, at) === "end") continue;
    let start = at + 6;
    while (file[start] === 0x0d || file[start] === 0x0a) start++;
    const end = start > lastEnd ? -1 : file.indexOf("endstream", start);
    let content: Buffer = file.subarray(start, end < 0 ? file.length : end);
    for (let layer = 0; layer < mostLayers && isPacked(content); layer++) {
      try {
        content = inflateSync(content, { maxOutputLength: left, finishFlush: constants.Z_SYNC_FLUSH });
      } catch (error) {
        const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
        if (isTooLarge || content.length > 100_000) return isTooLarge ? bomb : damaged;
        break;
      }
      left -= content.length;
      if (left <= 0) return bomb;
    }
    if (end > 0) at = end + 3;
  }
  return null;
}

const refusal = (code: Rejection["code"], message: string): Rejection => {
  const { rejection } = rejected(code, message) as { rejection: Rejection };
  return rejection;
};
const bomb = refusal(
  "too-large",
  "is a PDF that unpacks to more than 100 MB; split it into articles, or save its text",
);
const damaged = refusal("damaged", "is a PDF that is damaged; save it anew");

/** The two bytes that a zlib stream begins with (RFC 1950). */
const isPacked = (content: Uint8Array): boolean =>
  ((content[0] ?? 0) & 0x0f) === 8 && (((content[0] ?? 0) << 8) | (content[1] ?? 0)) % 31 === 0;
