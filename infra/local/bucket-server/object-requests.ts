import { pipeline } from "node:stream/promises";
import { etagMatches, type ObjectStore } from "./object-store.ts";
import type { ObjectVersion } from "./object-version.ts";
import { S3Error, s3Errors } from "./s3-error.ts";
import {
  objectHeaders,
  parseCopySource,
  parseRange,
  readText,
  type S3Request,
  storeBody,
} from "./s3-request.ts";
import { innerXml, xmlDocument, xmlText } from "./xml.ts";

const hexOf = (base64: string): string => Buffer.from(base64, "base64").toString("hex");

const versionHeader = (store: ObjectStore, version: ObjectVersion): Record<string, string> =>
  store.versioning(version.bucket) === "" ? {} : { "x-amz-version-id": version.version };

/** PutObject. */
export async function putObject(store: ObjectStore, request: S3Request): Promise<void> {
  store.check(request.bucket, request.key);
  const body = await storeBody(request, store.blobs);
  const version = await store.put(
    request.bucket,
    request.key,
    { ...body, etag: hexOf(body.md5) },
    { ...objectHeaders(request), ...body.checksumHeaders },
    "ObjectCreated:Put",
    { ifMatch: request.header("if-match"), ifNoneMatch: request.header("if-none-match") },
  );
  request.response
    .writeHead(200, { ETag: `"${version.etag}"`, ...versionHeader(store, version), ...body.checksumHeaders })
    .end();
}

/** CopyObject: within this server, with the source's headers or (`REPLACE`) the request's. */
export async function copyObject(store: ObjectStore, request: S3Request): Promise<void> {
  store.check(request.bucket, request.key);
  const source = parseCopySource(request.header("x-amz-copy-source") ?? "");
  const from = store.read(source.bucket, source.key, source.version);
  const replace = request.header("x-amz-metadata-directive") === "REPLACE";
  if (
    !replace &&
    source.bucket === request.bucket &&
    source.key === request.key &&
    source.version === undefined
  ) {
    throw new S3Error(
      "InvalidRequest",
      400,
      "This copy request is illegal because it is trying to copy an object to itself without changing it.",
    );
  }
  const blob = await store.blobs.write(store.blobs.concatenated([from.blob]));
  const version = await store.put(
    request.bucket,
    request.key,
    { ...blob, etag: hexOf(blob.md5) },
    replace ? objectHeaders(request) : from.headers,
    "ObjectCreated:Copy",
    { ifMatch: request.header("if-match"), ifNoneMatch: request.header("if-none-match") },
  );
  request.response
    .writeHead(200, { "content-type": "application/xml", ...versionHeader(store, version) })
    .end(xmlDocument("CopyObjectResult", { LastModified: version.modified, ETag: `"${version.etag}"` }));
}

/** Whether the client already has it (304); throws 412 where it wants another one. */
function isUnchanged(request: S3Request, version: ObjectVersion): boolean {
  const ifMatch = request.header("if-match");
  if (ifMatch !== undefined && !etagMatches(ifMatch, version.etag))
    throw s3Errors.preconditionFailed("If-Match");
  const modified = Math.floor(Date.parse(version.modified) / 1000) * 1000;
  const before = request.header("if-unmodified-since");
  if (ifMatch === undefined && before !== undefined && modified > Date.parse(before)) {
    throw s3Errors.preconditionFailed("If-Unmodified-Since");
  }
  const ifNoneMatch = request.header("if-none-match");
  if (ifNoneMatch !== undefined) return etagMatches(ifNoneMatch, version.etag);
  const since = request.header("if-modified-since");
  return since !== undefined && modified <= Date.parse(since);
}

/** GetObject and HeadObject. */
export async function getObject(store: ObjectStore, request: S3Request): Promise<void> {
  const version = store.read(request.bucket, request.key, request.query.get("versionId") ?? undefined);
  const headers: Record<string, string> = {
    ETag: `"${version.etag}"`,
    "last-modified": new Date(version.modified).toUTCString(),
    "accept-ranges": "bytes",
    ...versionHeader(store, version),
  };
  if (isUnchanged(request, version)) {
    request.response.writeHead(304, headers).end();
    return;
  }
  const range = parseRange(request.header("range"), version.size);
  const [start, end] = range ?? [0, version.size];
  const withChecksums = request.header("x-amz-checksum-mode") === "ENABLED" && range === undefined;
  for (const [name, value] of Object.entries(version.headers)) {
    if (!name.startsWith("x-amz-checksum-") || withChecksums) headers[name] = value;
  }
  for (const [name, value] of request.query) {
    if (name.startsWith("response-")) headers[name.slice("response-".length)] = value;
  }
  headers["content-length"] = String(end - start);
  if (range !== undefined) headers["content-range"] = `bytes ${start}-${end - 1}/${version.size}`;
  request.response.writeHead(range === undefined ? 200 : 206, headers);
  if (request.method === "HEAD" || end === start) {
    request.response.end();
    return;
  }
  const file = await store.blobs.open(version.blob);
  await pipeline(file.createReadStream({ start, end: end - 1 }), request.response);
}

/** DeleteObject. */
export async function deleteObject(store: ObjectStore, request: S3Request): Promise<void> {
  const result = await store.delete(request.bucket, request.key, request.query.get("versionId") ?? undefined);
  request.response
    .writeHead(204, {
      ...(result.marker && { "x-amz-delete-marker": "true" }),
      ...(result.version !== undefined && { "x-amz-version-id": result.version }),
    })
    .end();
}

/** DeleteObjects: up to 1,000 keys, each with a result of its own. */
export async function deleteObjects(store: ObjectStore, request: S3Request): Promise<void> {
  store.versioning(request.bucket);
  const body = await readText(request);
  const objects = innerXml(body, "Object");
  if (objects.length === 0 || objects.length > 1000) throw s3Errors.malformedXml();
  const quiet = xmlText(body, "Quiet") === "true";
  const deleted = [];
  const errors = [];
  for (const object of objects) {
    const key = xmlText(object, "Key");
    if (key === undefined) throw s3Errors.malformedXml();
    const version = xmlText(object, "VersionId");
    try {
      const result = await store.delete(request.bucket, key, version);
      if (quiet) continue;
      deleted.push({
        Key: key,
        ...(version !== undefined && { VersionId: version }),
        ...(result.marker && { DeleteMarker: true, DeleteMarkerVersionId: result.version }),
      });
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      errors.push({ Key: key, Code: error.code, Message: error.message });
    }
  }
  request.response
    .writeHead(200, { "content-type": "application/xml" })
    .end(xmlDocument("DeleteResult", { Deleted: deleted, Error: errors }));
}
