import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Blob, BlobFolder } from "./blobs.ts";
import { Catalogue } from "./catalogue.ts";
import type { ObjectEvent } from "./object-event.ts";
import { findVersion, type ObjectVersion } from "./object-version.ts";
import { S3Error, s3Errors } from "./s3-error.ts";

/** What a write must find: `If-Match` and `If-None-Match` as they stand in the request. */
export interface WriteCondition {
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
}

const longestKey = 1024;

/** Whether an ETag stands in the list of a conditional header; `*` stands for every ETag. */
export const etagMatches = (header: string, etag: string): boolean =>
  header.split(",").some((one) => ["*", etag].includes(one.trim().replace(/^W\//, "").replaceAll('"', "")));

/**
 * Buckets and versions of objects: bodies as blobs, everything else in the catalogue. A change and the event
 * it causes are committed together, so no event is lost when the process is killed.
 */
export class ObjectStore {
  readonly catalogue: Catalogue;
  readonly blobs: BlobFolder;
  readonly #changed: () => void;

  /** @param changed called after every commit that put an event into the outbox */
  constructor(folder: string, changed: () => void) {
    mkdirSync(folder, { recursive: true });
    this.catalogue = new Catalogue(join(folder, "catalogue.sqlite"));
    this.blobs = new BlobFolder(join(folder, "blobs"));
    this.#changed = changed;
  }

  /** Creates a bucket unless it exists. @returns whether it is new */
  createBucket(name: string): boolean {
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) {
      throw new S3Error("InvalidBucketName", 400, "The specified bucket is not valid.", name);
    }
    const created = new Date().toISOString();
    return (
      this.catalogue.run("INSERT OR IGNORE INTO buckets (name, created) VALUES (?, ?)", name, created) > 0
    );
  }

  /** `Enabled`, `Suspended`, or empty where versioning was never switched on. @throws S3Error NoSuchBucket */
  versioning(bucket: string): string {
    const row = this.catalogue.get("SELECT versioning FROM buckets WHERE name = ?", bucket);
    if (row === undefined) throw s3Errors.noSuchBucket(bucket);
    return String(row.versioning);
  }

  setVersioning(bucket: string, status: "Enabled" | "Suspended"): void {
    this.versioning(bucket);
    this.catalogue.run("UPDATE buckets SET versioning = ? WHERE name = ?", status, bucket);
  }

  /** @throws S3Error NoSuchBucket, KeyTooLongError (more than 1,024 bytes of UTF-8) */
  check(bucket: string, key: string): void {
    this.versioning(bucket);
    const size = Buffer.byteLength(key, "utf8");
    if (size > longestKey) {
      throw new S3Error(
        "KeyTooLongError",
        400,
        `Your key is too long: ${size} bytes, ${longestKey} at most`,
        key,
      );
    }
  }

  /**
   * The version to read. @throws S3Error NoSuchKey, NoSuchVersion; of a delete marker NoSuchKey, or
   * MethodNotAllowed where the marker itself was asked for
   */
  read(bucket: string, key: string, version?: string): ObjectVersion {
    this.check(bucket, key);
    const found = findVersion(this.catalogue, bucket, key, version);
    if (found === undefined)
      throw version === undefined ? s3Errors.noSuchKey(key) : s3Errors.noSuchVersion(key);
    if (found.marker) {
      if (version === undefined) throw s3Errors.noSuchKey(key);
      throw new S3Error(
        "MethodNotAllowed",
        405,
        "The specified method is not allowed against a delete marker",
        key,
      );
    }
    return found;
  }

  /** Commits a written body as the newest version of a key. A refused condition removes the body. */
  async put(
    bucket: string,
    key: string,
    body: Blob & { readonly etag: string },
    headers: Readonly<Record<string, string>>,
    name: ObjectEvent["name"],
    condition: WriteCondition = {},
  ): Promise<ObjectVersion> {
    try {
      const { written, replaced } = this.catalogue.transaction(() => {
        this.#checkCondition(bucket, key, condition);
        const replaced = this.#insert(bucket, key, {
          marker: false,
          size: body.size,
          etag: body.etag,
          blob: body.name,
          headers,
        });
        const written = this.read(bucket, key);
        this.#post(written, name, { size: body.size, etag: body.etag });
        return { written, replaced };
      });
      await this.blobs.remove(...replaced);
      this.#changed();
      return written;
    } catch (error) {
      await this.blobs.remove(body.name);
      throw error;
    }
  }

  /**
   * Deletes as S3 does: with a version, that one for good; without, a delete marker where versions are kept.
   * What is not there is deleted without an error and without an event.
   */
  async delete(
    bucket: string,
    key: string,
    version?: string,
  ): Promise<{ marker: boolean; version?: string }> {
    this.check(bucket, key);
    const { result, removed } = this.catalogue.transaction(() => {
      if (version === undefined && this.versioning(bucket) !== "") {
        const removed = this.#insert(bucket, key, { marker: true, size: 0, etag: "", blob: "", headers: {} });
        const marker = findVersion(this.catalogue, bucket, key);
        if (marker === undefined) throw s3Errors.noSuchKey(key);
        this.#post(marker, "ObjectRemoved:DeleteMarkerCreated");
        return { result: { marker: true, version: marker.version }, removed };
      }
      const found = findVersion(this.catalogue, bucket, key, version);
      if (found === undefined) return { result: { marker: false, ...(version && { version }) }, removed: [] };
      this.catalogue.run("DELETE FROM versions WHERE id = ?", found.id);
      this.catalogue.run(
        `UPDATE versions SET latest = 1 WHERE id =
           (SELECT MAX(id) FROM versions WHERE bucket = ? AND key = ?)`,
        bucket,
        Buffer.from(key, "utf8"),
      );
      this.#post(found, "ObjectRemoved:Delete");
      return {
        result: { marker: found.marker, ...(version && { version }) },
        removed: found.blob === "" ? [] : [found.blob],
      };
    });
    await this.blobs.remove(...removed);
    this.#changed();
    return result;
  }

  close(): void {
    this.catalogue.close();
  }

  #checkCondition(bucket: string, key: string, { ifMatch, ifNoneMatch }: WriteCondition): void {
    const now = findVersion(this.catalogue, bucket, key);
    const etag = now === undefined || now.marker ? undefined : now.etag;
    if (ifNoneMatch !== undefined && etag !== undefined && etagMatches(ifNoneMatch, etag)) {
      throw s3Errors.preconditionFailed("If-None-Match");
    }
    if (ifMatch === undefined) return;
    if (etag === undefined) throw s3Errors.noSuchKey(key);
    if (!etagMatches(ifMatch, etag)) throw s3Errors.preconditionFailed("If-Match");
  }

  /** @returns the blobs that the new version replaces (where versions are not kept) */
  #insert(
    bucket: string,
    key: string,
    version: Pick<ObjectVersion, "marker" | "size" | "etag" | "blob" | "headers">,
  ): string[] {
    const bytes = Buffer.from(key, "utf8");
    const id = this.versioning(bucket) === "Enabled" ? randomBytes(24).toString("base64url") : "null";
    const replaced = this.catalogue.all(
      "DELETE FROM versions WHERE bucket = ? AND key = ? AND version = ? RETURNING blob",
      bucket,
      bytes,
      id,
    );
    this.catalogue.run(
      "UPDATE versions SET latest = 0 WHERE bucket = ? AND key = ? AND latest = 1",
      bucket,
      bytes,
    );
    this.catalogue.run(
      `INSERT INTO versions (bucket, key, version, latest, marker, size, etag, modified, blob, headers)
       VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)`,
      bucket,
      bytes,
      id,
      version.marker ? 1 : 0,
      version.size,
      version.etag,
      new Date().toISOString(),
      version.blob,
      JSON.stringify(version.headers),
    );
    return replaced.map((row) => String(row.blob)).filter((blob) => blob !== "");
  }

  #post(version: ObjectVersion, name: ObjectEvent["name"], created?: { size: number; etag: string }): void {
    const event: ObjectEvent = {
      bucket: version.bucket,
      key: version.key,
      name,
      time: new Date().toISOString(),
      sequencer: this.catalogue.nextSequencer(),
      ...(this.versioning(version.bucket) !== "" && { version: version.version }),
      ...created,
    };
    this.catalogue.run("INSERT INTO outbox (event) VALUES (?)", JSON.stringify(event));
  }
}
