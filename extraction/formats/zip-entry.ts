import { inflateRawSync } from "node:zlib";
import { type Accepted, rejected } from "../rejection.ts";

/** So many names of an archive are looked through; a document has some dozens. */
const mostEntries = 10_000;

const damaged = rejected("damaged", "is a zip archive or document that is cut off or damaged; save it anew");

/** Whether an archive has a file of that name. */
export const hasZipEntry = (archive: Buffer, name: string): boolean => findEntry(archive, name) !== null;

/**
 * One file out of a zip archive, never more than `most` bytes of it, whatever the archive says of its size. `null` where there
 * is none of that name. Rejected where the archive is damaged, encrypted, or the file larger.
 */
export function readZipEntry(archive: Buffer, name: string, most: number): Accepted<Uint8Array> | null {
  const entry = findEntry(archive, name);
  if (entry === null) return null;
  if ((entry.flags & 1) === 1) return rejected("encrypted", "is encrypted; save it without a password");
  const { offset, packedSize } = entry;
  if (offset + 30 > archive.length || archive.readUInt32LE(offset) !== 0x04034b50) return damaged;
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  const packed = archive.subarray(start, start + packedSize);
  if (packed.length < packedSize) return damaged;
  if (entry.method === 0) return { ok: true, value: packed };
  if (entry.method !== 8) return damaged;
  try {
    return { ok: true, value: inflateRawSync(packed, { maxOutputLength: most }) };
  } catch (error) {
    const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return isTooLarge
      ? rejected("too-large", "unpacks to more than an article can have; split it into articles")
      : damaged;
  }
}

interface Entry {
  readonly flags: number;
  readonly method: number;
  readonly packedSize: number;
  /** Where its local header begins, in bytes. */
  readonly offset: number;
}

/** The entry by its name in the central directory (APPNOTE 4.3.12), which the end record (4.3.16) points to. */
function findEntry(archive: Buffer, name: string): Entry | null {
  const end = archive.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0 || end + 22 > archive.length) return null;
  let at = archive.readUInt32LE(end + 16);
  for (let entry = 0; entry < mostEntries; entry++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== 0x02014b50) return null;
    const nameLength = archive.readUInt16LE(at + 28);
    if (archive.toString("utf8", at + 46, at + 46 + nameLength) === name) {
      return {
        flags: archive.readUInt16LE(at + 8),
        method: archive.readUInt16LE(at + 10),
        packedSize: archive.readUInt32LE(at + 20),
        offset: archive.readUInt32LE(at + 42),
      };
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return null;
}
