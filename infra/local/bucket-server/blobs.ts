import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { type ChecksumAlgorithm, startChecksum } from "./checksums.ts";

/** What was written: the blob's name, its size in bytes and its digests (base64). */
export interface Blob {
  readonly name: string;
  readonly size: number;
  readonly md5: string;
  readonly checksums: Partial<Record<ChecksumAlgorithm, string>>;
}

/**
 * Bodies on disk, one file each, named at random: no object key ever becomes part of a path. A blob belongs
 * to nobody until its name is committed to the catalogue.
 */
export class BlobFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** Streams a body to disk. A failing source leaves no file behind. */
  async write(source: AsyncIterable<Buffer>, algorithms: readonly ChecksumAlgorithm[] = []): Promise<Blob> {
    const name = randomUUID();
    const md5 = startChecksum("md5");
    const checksums = algorithms.map((algorithm) => ({ algorithm, checksum: startChecksum(algorithm) }));
    const file = await open(this.#path(name), "wx");
    let size = 0;
    try {
      for await (const bytes of source) {
        await file.write(bytes);
        size += bytes.length;
        md5?.update(bytes);
        for (const { checksum } of checksums) checksum?.update(bytes);
      }
    } catch (error) {
      await file.close();
      await this.remove(name);
      throw error;
    }
    await file.close();
    const digests: Partial<Record<ChecksumAlgorithm, string>> = {};
    for (const { algorithm, checksum } of checksums) {
      if (checksum !== undefined) digests[algorithm] = checksum.digest();
    }
    return { name, size, md5: md5?.digest() ?? "", checksums: digests };
  }

  /** Opens a blob. The open file can be read to its end even if the blob is removed meanwhile. */
  open(name: string): Promise<FileHandle> {
    return open(this.#path(name), "r");
  }

  /** The bytes of several blobs, one after the other. */
  async *concatenated(names: readonly string[]): AsyncGenerator<Buffer> {
    for (const name of names) {
      const file = await this.open(name);
      yield* file.createReadStream() as AsyncIterable<Buffer>;
    }
  }

  async remove(...names: readonly string[]): Promise<void> {
    await Promise.all(names.map((name) => rm(this.#path(name), { force: true })));
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}
