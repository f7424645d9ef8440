import { sequenceLength } from "./first-invalid-byte.ts";

/** Bytes that Windows-1252 leaves undefined: text in it has none. */
const undefinedBytes = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Above this share of bytes past ASCII a text is in no Western language: quotation marks and accents are a few in a hundred. */
const highShare = 0.15;

/**
 * The text of bytes in an encoding from before Unicode: the declared one, or Windows-1252 where the bytes look like it.
 * `null` where neither fits, or where sequences of UTF-8 show that the file is damaged UTF-8.
 */
export function decodeLegacy(bytes: Uint8Array, declared: string | null): string | null {
  const decoder = declared === null ? null : legacyDecoder(declared);
  if (decoder !== null) {
    try {
      return decoder.decode(bytes);
    } catch {
      return null;
    }
  }
  return looksLikeWindows1252(bytes) ? new TextDecoder("windows-1252").decode(bytes) : null;
}

/** A decoder by the name of its encoding; `null` where the name is unknown or one of Unicode's, which did not fit. */
function legacyDecoder(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    const decoder = new TextDecoder(label.trim(), { fatal: true });
    return decoder.encoding.startsWith("utf-") ? null : decoder;
  } catch {
    return null;
  }
}

function looksLikeWindows1252(bytes: Uint8Array): boolean {
  let high = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    if (undefinedBytes.has(byte)) return false;
    high++;
  }
  if (high > Math.max(1, bytes.length * highShare)) return false;
  return !isDamagedUtf8(bytes);
}

/**
 * Whether there are well-formed sequences of UTF-8 past ASCII, or what begins one is broken off at the end: a Western
 * text in Windows-1252 has neither ("â€™" is what no one writes).
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) >= 0xc2 && sequenceLength(bytes, at) > 1) return true;
  }
  const [last = 0, before = 0] = [bytes.at(-1), bytes.at(-2)];
  return beginsCommon.has(last) || (before === 0xe2 && last === 0x80);
}

/** The bytes that sequences of UTF-8 begin with in English text: accents, spaces and signs, quotation marks. */
const beginsCommon = new Set([0xc2, 0xc3, 0xe2]);
