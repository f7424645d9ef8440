import { gunzipSync } from "node:zlib";
import { maximumBytes } from "../decode/maximum-size.ts";
import { type Accepted, rejected } from "../rejection.ts";
import type { ArticleFile } from "./article-file.ts";

/** So many layers of gzip are taken off; a file has one. */
const mostLayers = 3;

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * A file without the gzip around it, where there is any. Never more than `maximumBytes` come out of it, however much
 * the archive would hold. Rejected where it is damaged, cut off, or would hold more.
 */
export function unpackGzip(file: ArticleFile): Accepted<ArticleFile> {
  let { bytes, name, type } = file;
  for (let layer = 0; isGzip(bytes); layer++) {
    if (layer === mostLayers)
      return rejected("too-large", `is packed more than ${mostLayers} times over; unpack it`);
    try {
      bytes = gunzipSync(bytes, { maxOutputLength: maximumBytes - 1 });
    } catch (error) {
      const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
      if (isTooLarge)
        return rejected("too-large", "unpacks to 20 MB or more, which is not read: split it into articles");
      return rejected("damaged", "is a gzip archive that is cut off or damaged; pack it again");
    }
    name = name?.replace(/\.gz$/iu, "") ?? null;
    // The type was the archive's.
    if (/gzip/iu.test(type ?? "")) type = null;
  }
  return { ok: true, value: { bytes, name, type } };
}
