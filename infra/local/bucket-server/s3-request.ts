import type { IncomingMessage, ServerResponse } from "node:http";
import { decodeAwsChunked } from "./aws-chunked.ts";
import type { Blob, BlobFolder } from "./blobs.ts";
import { checksumAlgorithms } from "./checksums.ts";
import { S3Error, s3Errors } from "./s3-error.ts";

/** A request after its address is taken apart. */
export interface S3Request {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** Empty for requests to the service itself. */
  readonly bucket: string;
  /** Decoded once; empty for requests to a bucket. */
  readonly key: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
}

/** Percent-decodes exactly once; a `+` stays a `+`. @throws S3Error InvalidURI on malformed or non-UTF-8 escapes */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new S3Error("InvalidURI", 400, "Couldn't parse the specified URI.", path);
  }
}

/**
 * Takes bucket, key and query from the raw request line, so that `..` and `//` in keys stay what they are.
 * The bucket stands first in the path, or before `.localhost` or `.s3.localhost` in the host.
 */
export function parseRequest(message: IncomingMessage, response: ServerResponse): S3Request {
  const header = (name: string): string | undefined => {
    const value = message.headers[name];
    return Array.isArray(value) ? value.join(", ") : value;
  };
  const url = (message.url ?? "/").replace(/^https?:\/\/[^/]*/, "");
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  const host = (header("host") ?? "").replace(/:\d+$/, "").toLowerCase();
  const hosted = /^(.+?)(?:\.s3)?\.localhost$/.exec(host)?.[1];
  const rest = path.replace(/^\//, "");
  const slash = rest.indexOf("/");
  const [bucket, key] =
    hosted !== undefined && hosted !== "s3"
      ? [hosted, rest]
      : slash < 0
        ? [rest, ""]
        : [rest.slice(0, slash), rest.slice(slash + 1)];
  return {
    message,
    response,
    method: message.method ?? "GET",
    bucket: decodePath(bucket),
    key: decodePath(key),
    query: new URLSearchParams(mark < 0 ? "" : url.slice(mark + 1)),
    header,
  };
}

/** The whole body as text, for the XML that some operations take (1 MB at most, as in S3). */
export async function readText(request: S3Request): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload(request, new Map())) {
    size += chunk.length;
    if (size > 1_048_576) throw new S3Error("MaxMessageLengthExceeded", 400, "Your request was too big.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

const isChunked = (request: S3Request): boolean =>
  (request.header("x-amz-content-sha256") ?? "").startsWith("STREAMING-") ||
  /\baws-chunked\b/.test(request.header("content-encoding") ?? "");

const payload = (request: S3Request, trailers: Map<string, string>): AsyncIterable<Buffer> =>
  isChunked(request) ? decodeAwsChunked(request.message, trailers) : request.message;

/** A stored body with the checksum that the client gave for it, as headers to keep and echo. */
export interface StoredBody extends Blob {
  readonly checksumHeaders: Readonly<Record<string, string>>;
}

/**
 * Stores the request's payload (never its framing) and checks it against every digest that came along: in
 * headers, in trailers, Content-MD5, the SHA-256 of the signature.
 *
 * @throws S3Error BadDigest, XAmzContentSHA256Mismatch, IncompleteBody; nothing is stored then
 */
export async function storeBody(request: S3Request, blobs: BlobFolder): Promise<StoredBody> {
  const announced = new Set((request.header("x-amz-trailer") ?? "").toLowerCase().split(/[\s,]+/));
  const algorithms = checksumAlgorithms.filter(
    (one) => request.header(`x-amz-checksum-${one}`) !== undefined || announced.has(`x-amz-checksum-${one}`),
  );
  const signed = request.header("x-amz-content-sha256") ?? "";
  const hashed = /^[0-9a-f]{64}$/.test(signed) && !algorithms.includes("sha256");
  const trailers = new Map<string, string>();
  const blob = await blobs.write(payload(request, trailers), hashed ? [...algorithms, "sha256"] : algorithms);
  try {
    const decodedLength = request.header("x-amz-decoded-content-length");
    if (isChunked(request) && decodedLength !== undefined && Number(decodedLength) !== blob.size) {
      throw new S3Error(
        "IncompleteBody",
        400,
        "The body is not as long as x-amz-decoded-content-length says",
      );
    }
    const md5 = request.header("content-md5");
    if (md5 !== undefined && md5 !== blob.md5) {
      throw new S3Error("BadDigest", 400, "The Content-MD5 you specified did not match what we received.");
    }
    if (hashed && Buffer.from(blob.checksums.sha256 ?? "", "base64").toString("hex") !== signed) {
      throw new S3Error(
        "XAmzContentSHA256Mismatch",
        400,
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
      );
    }
    const checksumHeaders: Record<string, string> = {};
    for (const algorithm of algorithms) {
      const name = `x-amz-checksum-${algorithm}`;
      const given = trailers.get(name) ?? request.header(name);
      const computed = blob.checksums[algorithm];
      if (given === undefined)
        throw new S3Error("MalformedTrailerError", 400, `The trailer ${name} is missing`);
      if (computed !== undefined && computed !== given) {
        throw new S3Error("BadDigest", 400, `The ${algorithm.toUpperCase()} you specified did not match.`);
      }
      checksumHeaders[name] = given;
    }
    return { ...blob, checksumHeaders };
  } catch (error) {
    await blobs.remove(blob.name);
    throw error;
  }
}

const kept = [
  "content-type",
  "content-language",
  "content-disposition",
  "content-encoding",
  "cache-control",
  "expires",
];

/** The headers of a request that belong to the object and come back with it. */
export function objectHeaders(request: S3Request): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.message.headers)) {
    if (typeof value === "string" && (kept.includes(name) || name.startsWith("x-amz-meta-")))
      headers[name] = value;
  }
  const encoding = headers["content-encoding"]
    ?.split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "aws-chunked")
    .join(",");
  delete headers["content-encoding"];
  if (encoding) headers["content-encoding"] = encoding;
  headers["content-type"] ??= "binary/octet-stream";
  return headers;
}

/** `Range: bytes=…` of a body of that size, as half-open offsets; `undefined` where the whole is meant. */
export function parseRange(header: string | undefined, size: number): readonly [number, number] | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (match === null || (match[1] === "" && match[2] === "")) return undefined;
  const [start, end] =
    match[1] === ""
      ? [Math.max(0, size - Number(match[2])), size]
      : [Number(match[1]), match[2] === "" ? size : Math.min(Number(match[2]) + 1, size)];
  if (match[1] !== "" && match[2] !== "" && Number(match[2]) < Number(match[1])) return undefined;
  if (start >= size || end <= start) {
    throw new S3Error("InvalidRange", 416, "The requested range is not satisfiable");
  }
  return [start, end];
}

const versionQuery = "?versionId=";

/** Bucket, key and version of `x-amz-copy-source`. */
export function parseCopySource(header: string): {
  bucket: string;
  key: string;
  version: string | undefined;
} {
  const path = header.startsWith("/") ? header.slice(1) : header;
  const slash = path.indexOf("/");
  if (slash < 1) {
    throw s3Errors.invalidArgument(
      "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
    );
  }
  const question = path.indexOf(versionQuery, slash);
  const version = question < 0 ? undefined : path.slice(question + versionQuery.length);
  return {
    bucket: decodePath(path.slice(0, slash)),
    key: decodePath(path.slice(slash + 1, question < 0 ? undefined : question)),
    version,
  };
}
