import { createHash, randomBytes } from "node:crypto";
import type { ObjectStore } from "./object-store.ts";
import { S3Error, s3Errors } from "./s3-error.ts";
import { objectHeaders, parseCopySource, readText, type S3Request, storeBody } from "./s3-request.ts";
import { innerXml, xmlDocument, xmlText } from "./xml.ts";

const smallestPart = 5 * 1_048_576;
const hexOf = (base64: string): string => Buffer.from(base64, "base64").toString("hex");
const xml = { "content-type": "application/xml" };

function upload(store: ObjectStore, request: S3Request): { id: string; headers: Record<string, string> } {
  const id = request.query.get("uploadId") ?? "";
  const row = store.catalogue.get(
    "SELECT headers FROM uploads WHERE id = ? AND bucket = ? AND key = ?",
    id,
    request.bucket,
    Buffer.from(request.key, "utf8"),
  );
  if (row === undefined) throw s3Errors.noSuchUpload(id);
  return { id, headers: JSON.parse(String(row.headers)) as Record<string, string> };
}

/** CreateMultipartUpload. */
export function createUpload(store: ObjectStore, request: S3Request): void {
  store.check(request.bucket, request.key);
  const id = randomBytes(24).toString("base64url");
  store.catalogue.run(
    "INSERT INTO uploads (id, bucket, key, started, headers) VALUES (?, ?, ?, ?, ?)",
    id,
    request.bucket,
    Buffer.from(request.key, "utf8"),
    new Date().toISOString(),
    JSON.stringify(objectHeaders(request)),
  );
  request.response.writeHead(200, xml).end(
    xmlDocument("InitiateMultipartUploadResult", {
      Bucket: request.bucket,
      Key: request.key,
      UploadId: id,
    }),
  );
}

/** UploadPart; a part sent again replaces the one before. */
export async function uploadPart(store: ObjectStore, request: S3Request): Promise<void> {
  const { id } = upload(store, request);
  const number = Number(request.query.get("partNumber"));
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw s3Errors.invalidArgument("Part number must be an integer between 1 and 10000, inclusive");
  }
  const copySource = request.header("x-amz-copy-source");
  const copied = copySource === undefined ? undefined : parseCopySource(copySource);
  if (copied !== undefined && request.header("x-amz-copy-source-range") !== undefined) {
    throw s3Errors.notImplemented("UploadPartCopy with a range");
  }
  const body =
    copied === undefined
      ? await storeBody(request, store.blobs)
      : {
          ...(await store.blobs.write(
            store.blobs.concatenated([store.read(copied.bucket, copied.key, copied.version).blob]),
          )),
          checksumHeaders: {},
        };
  const replaced = store.catalogue.transaction(() => {
    const before = store.catalogue.get("SELECT blob FROM parts WHERE upload = ? AND number = ?", id, number);
    store.catalogue.run(
      "INSERT OR REPLACE INTO parts (upload, number, size, md5, modified, blob) VALUES (?, ?, ?, ?, ?, ?)",
      id,
      number,
      body.size,
      body.md5,
      new Date().toISOString(),
      body.name,
    );
    return before === undefined ? [] : [String(before.blob)];
  });
  await store.blobs.remove(...replaced);
  const etag = `"${hexOf(body.md5)}"`;
  if (copied === undefined) request.response.writeHead(200, { ETag: etag, ...body.checksumHeaders }).end();
  else {
    request.response
      .writeHead(200, xml)
      .end(xmlDocument("CopyPartResult", { ETag: etag, LastModified: new Date().toISOString() }));
  }
}

/** CompleteMultipartUpload: the parts named, in order, become one object. */
export async function completeUpload(store: ObjectStore, request: S3Request): Promise<void> {
  const { id, headers } = upload(store, request);
  const body = await readText(request);
  const wanted = innerXml(body, "Part").map((part) => ({
    number: Number(xmlText(part, "PartNumber")),
    etag: (xmlText(part, "ETag") ?? "").replaceAll('"', ""),
  }));
  if (wanted.length === 0) throw s3Errors.malformedXml();
  const stored = store.catalogue.all("SELECT * FROM parts WHERE upload = ? ORDER BY number", id);
  const parts = wanted.map(({ number, etag }, index) => {
    if (number <= (wanted[index - 1]?.number ?? 0)) {
      throw new S3Error("InvalidPartOrder", 400, "The list of parts was not in ascending order.");
    }
    const part = stored.find((row) => row.number === number);
    if (part === undefined || hexOf(String(part.md5)) !== etag) {
      throw new S3Error("InvalidPart", 400, `Part ${number} could not be found, or has another ETag.`);
    }
    if (index < wanted.length - 1 && Number(part.size) < smallestPart) {
      throw new S3Error("EntityTooSmall", 400, `Part ${number} is smaller than 5 MiB.`);
    }
    return { blob: String(part.blob), md5: Buffer.from(String(part.md5), "base64") };
  });
  const blob = await store.blobs.write(store.blobs.concatenated(parts.map((part) => part.blob)));
  const digest = createHash("md5")
    .update(Buffer.concat(parts.map((part) => part.md5)))
    .digest("hex");
  const version = await store.put(
    request.bucket,
    request.key,
    { ...blob, etag: `${digest}-${parts.length}` },
    headers,
    "ObjectCreated:CompleteMultipartUpload",
    { ifMatch: request.header("if-match"), ifNoneMatch: request.header("if-none-match") },
  );
  await dropUpload(store, id);
  request.response
    .writeHead(200, {
      ...xml,
      ...(store.versioning(request.bucket) !== "" && { "x-amz-version-id": version.version }),
    })
    .end(
      xmlDocument("CompleteMultipartUploadResult", {
        Location: `/${request.bucket}/${encodeURIComponent(request.key)}`,
        Bucket: request.bucket,
        Key: request.key,
        ETag: `"${version.etag}"`,
      }),
    );
}

/** AbortMultipartUpload. */
export async function abortUpload(store: ObjectStore, request: S3Request): Promise<void> {
  await dropUpload(store, upload(store, request).id);
  request.response.writeHead(204).end();
}

/** ListParts, all on one page. */
export function listParts(store: ObjectStore, request: S3Request): void {
  const { id } = upload(store, request);
  const parts = store.catalogue.all("SELECT * FROM parts WHERE upload = ? ORDER BY number", id);
  request.response.writeHead(200, xml).end(
    xmlDocument("ListPartsResult", {
      Bucket: request.bucket,
      Key: request.key,
      UploadId: id,
      IsTruncated: false,
      Part: parts.map((part) => ({
        PartNumber: Number(part.number),
        LastModified: String(part.modified),
        ETag: `"${hexOf(String(part.md5))}"`,
        Size: Number(part.size),
      })),
    }),
  );
}

/** ListMultipartUploads, all on one page. */
export function listUploads(store: ObjectStore, request: S3Request): void {
  store.versioning(request.bucket);
  const uploads = store.catalogue.all("SELECT * FROM uploads WHERE bucket = ? ORDER BY key", request.bucket);
  request.response.writeHead(200, xml).end(
    xmlDocument("ListMultipartUploadsResult", {
      Bucket: request.bucket,
      IsTruncated: false,
      Upload: uploads.map((row) => ({
        Key: Buffer.from(row.key as Uint8Array).toString("utf8"),
        UploadId: String(row.id),
        Initiated: String(row.started),
      })),
    }),
  );
}

async function dropUpload(store: ObjectStore, id: string): Promise<void> {
  const blobs = store.catalogue.transaction(() => {
    store.catalogue.run("DELETE FROM uploads WHERE id = ?", id);
    return store.catalogue.all("DELETE FROM parts WHERE upload = ? RETURNING blob", id);
  });
  await store.blobs.remove(...blobs.map((row) => String(row.blob)));
}
