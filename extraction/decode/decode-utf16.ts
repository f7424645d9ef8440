import { type Accepted, rejected } from "../rejection.ts";

/** UTF-16 with or without its byte order mark, which is dropped. Rejected at the first byte that begins no character. */
export function decodeUtf16(bytes: Uint8Array, order: "little-endian" | "big-endian"): Accepted<string> {
  const wrong = (at: number): Accepted<never> =>
    rejected(
      "invalid-encoding",
      `is not UTF-16 (${order}): byte ${at} begins no character; save it as UTF-8`,
    );
  if (bytes.length % 2 === 1) return wrong(bytes.length - 1);
  const text = new TextDecoder(order === "little-endian" ? "utf-16le" : "utf-16be").decode(bytes);
  const lone = firstLoneSurrogate(bytes, order);
  return lone === null ? { ok: true, value: text } : wrong(lone);
}

/**
 * The order of UTF-16 without its mark: every second byte is zero nearly everywhere, as in Western text. `null`
 * where it is not.
 */
export function orderOfUtf16(bytes: Uint8Array): "little-endian" | "big-endian" | null {
  const head = bytes.subarray(0, 1024);
  let even = 0;
  let odd = 0;
  for (const [at, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const half = Math.floor(head.length / 2);
  const is = half >= 4 && Math.max(even, odd) > half * 0.8 && Math.min(even, odd) < half * 0.1;
  if (!is) return null;
  return odd > even ? "little-endian" : "big-endian";
}

/** Offset, in bytes, of the first half of a surrogate pair that stands without the other half. */
function firstLoneSurrogate(bytes: Uint8Array, order: "little-endian" | "big-endian"): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unit = (at: number): number =>
    at + 1 < bytes.length ? view.getUint16(at, order === "little-endian") : 0;
  for (let at = 0; at < bytes.length; at += 2) {
    const kind = unit(at) & 0xfc00;
    if (kind === 0xdc00) return at;
    if (kind === 0xd800) {
      if ((unit(at + 2) & 0xfc00) !== 0xdc00) return at;
      at += 2;
    }
  }
  return null;
}
