import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

/** The checksum algorithms of S3, as they stand in `x-amz-checksum-…` header names. */
export const checksumAlgorithms = ["crc32", "crc32c", "crc64nvme", "sha1", "sha256"] as const;
export type ChecksumAlgorithm = (typeof checksumAlgorithms)[number];

/** Takes bytes, gives the base64 digest at the end. */
export interface Checksum {
  update(bytes: Buffer): void;
  digest(): string;
}

const castagnoli = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value >>> 0;
});

const base64OfUint32 = (value: number): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes.toString("base64");
};

function crc32Checksum(): Checksum {
  let value = 0;
  return {
    update: (bytes) => {
      value = crc32(bytes, value);
    },
    digest: () => base64OfUint32(value),
  };
}

function crc32cChecksum(): Checksum {
  let value = 0xffffffff;
  return {
    update: (bytes) => {
      for (const byte of bytes) value = (castagnoli[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
    },
    digest: () => base64OfUint32(value ^ 0xffffffff),
  };
}

function hashChecksum(algorithm: "sha1" | "sha256" | "md5"): Checksum {
  const hash = createHash(algorithm);
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digest: () => hash.digest("base64"),
  };
}

/** A running checksum, or `undefined` for CRC64NVME, which is kept and echoed but not checked. */
export function startChecksum(algorithm: ChecksumAlgorithm | "md5"): Checksum | undefined {
  switch (algorithm) {
    case "crc32":
      return crc32Checksum();
    case "crc32c":
      return crc32cChecksum();
    case "crc64nvme":
      return undefined;
    default:
      return hashChecksum(algorithm);
  }
}
