import { DeleteObjectCommand, ListObjectVersionsCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import type { Chance } from "./chance.ts";
import { generatedArticle, generatedBadFile } from "./generated-article.ts";
import type { StackRunner } from "./stack-runner.ts";

/** What was done to a bucket: each key with the bytes last put, `null` after a deletion, `unknown` after a purge. */
export type Done = {
  readonly last: ReadonlyMap<string, Uint8Array | null | "unknown">;
  /** How often each deed was done. */
  readonly counts: Readonly<Record<Deed, number>>;
};

/** An upload under a new key, over an older one, again after a deletion, of a bad file, or four deeds at once; a deletion. */
export const deeds = ["new", "overwrite", "again", "bad", "burst", "delete", "purge"] as const;
export type Deed = (typeof deeds)[number];

/** How often each deed is drawn, of 100; what has no key to be done to is an upload under a new one. */
const drawn: Readonly<Record<Deed, number>> = {
  new: 40,
  overwrite: 22,
  again: 8,
  bad: 8,
  burst: 4,
  delete: 12,
  purge: 6,
};

const folders = ["", "press/", "a b+c/", "Zürich & 50%/"] as const;
/** Among how many of the newest keys one is drawn half of the time: they are still under way. */
const recent = 20;
/** How many messages may wait before uploads pause: so that they go on as long as the work does. */
const mostWaiting = 60;
const pause = 20;

/** Uploads `uploads` files of mixed kinds, with deletions in between, as fast as they are worked off. */
export async function doUploads(
  runner: StackRunner,
  chance: Chance,
  uploads: number,
  report: (done: number) => void,
): Promise<Done> {
  const last = new Map<string, Uint8Array | null | "unknown">();
  const counts: Record<Deed, number> = {
    new: 0,
    overwrite: 0,
    again: 0,
    bad: 0,
    burst: 0,
    delete: 0,
    purge: 0,
  };
  const wheel = deeds.flatMap((deed) => Array<Deed>(drawn[deed]).fill(deed));
  let uploaded = 0;
  const put = async (key: string, bytes: Uint8Array): Promise<void> => {
    await runner.persist(({ s3, outputs }) =>
      s3.send(
        new PutObjectCommand({
          Bucket: outputs.ArticlesBucket,
          Key: key,
          Body: bytes,
          ContentLength: bytes.length,
        }),
      ),
    );
    last.set(key, bytes);
    report(++uploaded);
  };
  const remove = async (key: string, version?: string): Promise<void> => {
    await runner.persist(({ s3, outputs }) =>
      s3.send(new DeleteObjectCommand({ Bucket: outputs.ArticlesBucket, Key: key, VersionId: version })),
    );
    last.set(key, version === undefined ? null : "unknown");
  };
  const article = () => new TextEncoder().encode(generatedArticle(chance));
  const newKey = () => `${chance.oneOf(folders)}article ${last.size + 1}.txt`;
  const anyKey = (): string | undefined => {
    const keys = [...last.keys()];
    return keys.length === 0 ? undefined : chance.oneOf(chance.below(2) === 0 ? keys : keys.slice(-recent));
  };

  while (uploaded < uploads) {
    if (runner.waiting() > mostWaiting) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      continue;
    }
    const wanted = chance.oneOf(wheel);
    const gone =
      wanted === "again" ? [...last].filter(([, bytes]) => bytes === null).map(([key]) => key) : [];
    const key = wanted === "again" ? gone[chance.below(gone.length || 1)] : anyKey();
    const deed = key === undefined && wanted !== "bad" ? "new" : wanted;
    counts[deed]++;
    if (deed === "new" || key === undefined)
      await put(newKey(), deed === "bad" ? generatedBadFile(chance) : article());
    else if (deed === "overwrite" || deed === "again") await put(key, article());
    else if (deed === "bad") await put(chance.below(2) === 0 ? key : newKey(), generatedBadFile(chance));
    else if (deed === "delete") await remove(key);
    else if (deed === "purge") {
      const newest = await newestVersion(runner, key);
      if (newest !== undefined) await remove(key, newest);
    } else {
      await put(key, article());
      await put(key, article());
      await remove(key);
      await put(key, article());
    }
  }
  return { last, counts };
}

/** The version, or delete marker, that a key shows now. */
async function newestVersion(runner: StackRunner, key: string): Promise<string | undefined> {
  const list = await runner.persist(({ s3, outputs }) =>
    s3.send(new ListObjectVersionsCommand({ Bucket: outputs.ArticlesBucket, Prefix: key })),
  );
  const all = [...(list.Versions ?? []), ...(list.DeleteMarkers ?? [])];
  return all.find((one) => one.Key === key && one.IsLatest === true)?.VersionId;
}
