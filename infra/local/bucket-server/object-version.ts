import type { Catalogue } from "./catalogue.ts";

/** One version of an object, or a delete marker (`marker`, without body). */
export interface ObjectVersion {
  readonly id: number;
  readonly bucket: string;
  readonly key: string;
  /** `null` (the word) in a bucket without versioning. */
  readonly version: string;
  readonly latest: boolean;
  readonly marker: boolean;
  /** Bytes. */
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  /** ISO 8601 with milliseconds. */
  readonly modified: string;
  readonly blob: string;
  /** Headers that came with the object and go back with it: content type, x-amz-meta-…, checksums. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A row of the table `versions` as a version. */
export const versionOf = (row: Record<string, unknown>): ObjectVersion => ({
  id: Number(row.id),
  bucket: String(row.bucket),
  key: Buffer.from(row.key as Uint8Array).toString("utf8"),
  version: String(row.version),
  latest: row.latest === 1,
  marker: row.marker === 1,
  size: Number(row.size),
  etag: String(row.etag),
  modified: String(row.modified),
  blob: String(row.blob),
  headers: JSON.parse(String(row.headers)) as Record<string, string>,
});

/** The newest version of a key (which may be a delete marker), or the one asked for. */
export function findVersion(
  catalogue: Catalogue,
  bucket: string,
  key: string,
  version?: string,
): ObjectVersion | undefined {
  const bytes = Buffer.from(key, "utf8");
  const row =
    version === undefined
      ? catalogue.get("SELECT * FROM versions WHERE bucket = ? AND key = ? AND latest = 1", bucket, bytes)
      : catalogue.get(
          "SELECT * FROM versions WHERE bucket = ? AND key = ? AND version = ?",
          bucket,
          bytes,
          version,
        );
  return row === undefined ? undefined : versionOf(row);
}
