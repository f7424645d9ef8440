import type { ObjectStore } from "./object-store.ts";
import { S3Error, s3Errors } from "./s3-error.ts";
import { readText, type S3Request } from "./s3-request.ts";
import { xmlDocument, xmlText } from "./xml.ts";

const xml = { "content-type": "application/xml" };

/** ListBuckets. */
export function listBuckets(store: ObjectStore, request: S3Request): void {
  const rows = store.catalogue.all("SELECT name, created FROM buckets ORDER BY name");
  request.response.writeHead(200, xml).end(
    xmlDocument("ListAllMyBucketsResult", {
      Owner: { ID: "local", DisplayName: "local" },
      Buckets: {
        Bucket: rows.map((row) => ({ Name: String(row.name), CreationDate: String(row.created) })),
      },
    }),
  );
}

/** CreateBucket. */
export async function createBucket(store: ObjectStore, request: S3Request): Promise<void> {
  await readText(request);
  if (!store.createBucket(request.bucket)) {
    throw new S3Error(
      "BucketAlreadyOwnedByYou",
      409,
      "Your previous request to create the named bucket succeeded and you already own it.",
      request.bucket,
    );
  }
  request.response.writeHead(200, { location: `/${request.bucket}` }).end();
}

/** HeadBucket. */
export function headBucket(store: ObjectStore, request: S3Request, region: string): void {
  store.versioning(request.bucket);
  request.response.writeHead(200, { "x-amz-bucket-region": region }).end();
}

/** DeleteBucket: only when it is empty, versions and markers included. */
export function deleteBucket(store: ObjectStore, request: S3Request): void {
  store.versioning(request.bucket);
  if (store.catalogue.get("SELECT 1 FROM versions WHERE bucket = ? LIMIT 1", request.bucket) !== undefined) {
    throw new S3Error("BucketNotEmpty", 409, "The bucket you tried to delete is not empty", request.bucket);
  }
  store.catalogue.run("DELETE FROM buckets WHERE name = ?", request.bucket);
  request.response.writeHead(204).end();
}

/** GetBucketLocation: empty for us-east-1, as S3 answers. */
export function getLocation(store: ObjectStore, request: S3Request, region: string): void {
  store.versioning(request.bucket);
  const location = region === "us-east-1" ? "" : region;
  request.response
    .writeHead(200, xml)
    .end(
      `<?xml version="1.0" encoding="UTF-8"?>\n<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${location}</LocationConstraint>`,
    );
}

/** GetBucketVersioning and PutBucketVersioning. */
export async function versioning(store: ObjectStore, request: S3Request): Promise<void> {
  if (request.method === "GET") {
    const status = store.versioning(request.bucket);
    request.response
      .writeHead(200, xml)
      .end(xmlDocument("VersioningConfiguration", { ...(status !== "" && { Status: status }) }));
    return;
  }
  const status = xmlText(await readText(request), "Status");
  if (status !== "Enabled" && status !== "Suspended") throw s3Errors.malformedXml();
  store.setVersioning(request.bucket, status);
  request.response.writeHead(200).end();
}
