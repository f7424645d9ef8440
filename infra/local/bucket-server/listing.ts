import type { ObjectStore } from "./object-store.ts";
import { type ObjectVersion, versionOf } from "./object-version.ts";
import { s3Errors } from "./s3-error.ts";
import { type XmlElements, xmlDocument } from "./xml.ts";

const largestPage = 1000;

interface Page {
  readonly versions: ObjectVersion[];
  readonly prefixes: string[];
  readonly truncated: boolean;
  /** The last key or prefix of the page: the next page starts behind it. */
  readonly last: string;
}

function pageSize(query: URLSearchParams): number {
  const text = query.get("max-keys") ?? String(largestPage);
  if (!/^\d{1,10}$/.test(text)) throw s3Errors.invalidArgument("max-keys is not a number");
  return Math.min(Number(text), largestPage);
}

/** The bytes right behind every key that starts with the prefix; `undefined` where there are none. */
function endOfPrefix(prefix: Buffer): Buffer | undefined {
  for (let length = prefix.length; length > 0; length--) {
    const last = prefix[length - 1] ?? 255;
    if (last < 255) return Buffer.concat([prefix.subarray(0, length - 1), Buffer.from([last + 1])]);
  }
  return undefined;
}

/** One page of a bucket in byte order of the keys, versions newest first, common prefixes rolled up. */
function readPage(
  store: ObjectStore,
  bucket: string,
  query: URLSearchParams,
  after: { readonly key: string; readonly version?: string | undefined },
  rows: "latest" | "every",
): Page {
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  const size = pageSize(query);
  const versions: ObjectVersion[] = [];
  const prefixes: string[] = [];
  let last = after.key;
  const prefixBytes = Buffer.from(prefix, "utf8");
  const end = endOfPrefix(prefixBytes) ?? Buffer.alloc(1025, 255);
  const only = rows === "latest" ? "AND latest = 1 AND marker = 0" : "";

  let fromKey: Buffer = Buffer.from(after.key, "utf8");
  // Behind a prefix that was rolled up lie its keys: they belong to the page before.
  let fromId = 0;
  if (delimiter !== "" && after.key.endsWith(delimiter) && after.key.length > prefix.length) {
    fromKey = endOfPrefix(fromKey) ?? fromKey;
    fromId = Number.MAX_SAFE_INTEGER;
  }
  if (after.version !== undefined) {
    const row = store.catalogue.get(
      "SELECT id FROM versions WHERE bucket = ? AND key = ? AND version = ?",
      bucket,
      fromKey,
      after.version,
    );
    fromId = Number(row?.id ?? 0);
  }
  for (;;) {
    const batch = store.catalogue.all(
      `SELECT * FROM versions WHERE bucket = ? AND key >= ? AND key < ? ${only}
         AND (key > ? OR (key = ? AND id < ?)) ORDER BY key, id DESC LIMIT 1001`,
      bucket,
      prefixBytes,
      end,
      fromKey,
      fromKey,
      fromId,
    );
    let skipped = false;
    for (const row of batch) {
      const version = versionOf(row);
      const cut = delimiter === "" ? -1 : version.key.indexOf(delimiter, prefix.length);
      if (versions.length + prefixes.length >= size) return { versions, prefixes, truncated: size > 0, last };
      if (cut < 0) {
        versions.push(version);
        last = version.key;
        fromKey = Buffer.from(version.key, "utf8");
        fromId = version.id;
        continue;
      }
      last = version.key.slice(0, cut + delimiter.length);
      prefixes.push(last);
      fromKey = endOfPrefix(Buffer.from(last, "utf8")) ?? fromKey;
      fromId = Number.MAX_SAFE_INTEGER;
      skipped = true;
      break;
    }
    if (!skipped && batch.length < 1001) return { versions, prefixes, truncated: false, last };
  }
}

/** How keys stand in the answer: as they are, or URL-encoded like S3 where `encoding-type=url` asks for it. */
function keyEncoding(query: URLSearchParams): (key: string) => string {
  const type = query.get("encoding-type");
  if (type === null) return (key) => key;
  if (type !== "url") throw s3Errors.invalidArgument("Invalid Encoding Method specified in Request");
  return (key) =>
    encodeURIComponent(key)
      .replaceAll("%20", "+")
      .replaceAll("%2F", "/")
      .replaceAll(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

const owner = { ID: "local", DisplayName: "local" };

const contents = (version: ObjectVersion, encode: (key: string) => string): XmlElements => ({
  Key: encode(version.key),
  LastModified: version.modified,
  ETag: `"${version.etag}"`,
  Size: version.size,
  StorageClass: "STANDARD",
});

/** ListObjects, first and second version. */
export function listObjects(store: ObjectStore, bucket: string, query: URLSearchParams): string {
  store.versioning(bucket);
  const encode = keyEncoding(query);
  const second = query.get("list-type") === "2";
  const token = query.get("continuation-token");
  const start = query.get(second ? "start-after" : "marker") ?? "";
  const after = token === null ? start : Buffer.from(token, "base64url").toString("utf8");
  const page = readPage(store, bucket, query, { key: after }, "latest");
  return xmlDocument("ListBucketResult", {
    Name: bucket,
    Prefix: encode(query.get("prefix") ?? ""),
    ...(second
      ? {
          ...(start !== "" && { StartAfter: encode(start) }),
          ...(token !== null && { ContinuationToken: token }),
          KeyCount: page.versions.length + page.prefixes.length,
          ...(page.truncated && {
            NextContinuationToken: Buffer.from(page.last, "utf8").toString("base64url"),
          }),
        }
      : { Marker: encode(start), ...(page.truncated && { NextMarker: encode(page.last) }) }),
    MaxKeys: pageSize(query),
    ...(query.has("delimiter") && { Delimiter: encode(query.get("delimiter") ?? "") }),
    ...(query.has("encoding-type") && { EncodingType: "url" }),
    IsTruncated: page.truncated,
    Contents: page.versions.map((version) => contents(version, encode)),
    CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: encode(prefix) })),
  });
}

/** ListObjectVersions: versions and delete markers, newest first within a key. */
export function listObjectVersions(store: ObjectStore, bucket: string, query: URLSearchParams): string {
  store.versioning(bucket);
  const encode = keyEncoding(query);
  const marker = query.get("key-marker") ?? "";
  const versionMarker = query.get("version-id-marker") || undefined;
  const page = readPage(store, bucket, query, { key: marker, version: versionMarker }, "every");
  const lastVersion = page.versions.at(-1);
  return xmlDocument("ListVersionsResult", {
    Name: bucket,
    Prefix: encode(query.get("prefix") ?? ""),
    KeyMarker: encode(marker),
    VersionIdMarker: versionMarker ?? "",
    ...(page.truncated && {
      NextKeyMarker: encode(page.last),
      ...(lastVersion?.key === page.last && { NextVersionIdMarker: lastVersion.version }),
    }),
    MaxKeys: pageSize(query),
    ...(query.has("delimiter") && { Delimiter: encode(query.get("delimiter") ?? "") }),
    ...(query.has("encoding-type") && { EncodingType: "url" }),
    IsTruncated: page.truncated,
    Version: page.versions
      .filter((version) => !version.marker)
      .map((version) => ({
        ...contents(version, encode),
        VersionId: version.version,
        IsLatest: version.latest,
        Owner: owner,
      })),
    DeleteMarker: page.versions
      .filter((version) => version.marker)
      .map((version) => ({
        Key: encode(version.key),
        VersionId: version.version,
        IsLatest: version.latest,
        LastModified: version.modified,
        Owner: owner,
      })),
    CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: encode(prefix) })),
  });
}
