import { DeleteObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { readHead } from "#functions/store/head.ts";
import type { Chance } from "./chance.ts";
import { generatedArticle } from "./generated-article.ts";
import { holdAgainstModel, settle, tableOf } from "./settled-views.ts";
import type { StackRunner } from "./stack-runner.ts";

/** Milliseconds from one deed to the next, at most. */
const longestPause = 200;
/** Milliseconds after which an article that is not under way will have been too quick to be met so. */
const patience = 400;

/**
 * Uploads an article, overwrites it while it is being processed, deletes it and uploads it again, with short pauses of
 * chance, and holds every view against the model when all is settled; `rounds` times over, each with a key of its own.
 * `report` is told a line for each round. @throws DifferenceError
 */
export async function rush(
  runner: StackRunner,
  chance: Chance,
  rounds: number,
  report: (line: string) => void,
): Promise<void> {
  const last = new Map<string, Uint8Array | null>();
  // The functions start slowly the first time, and a round is to take less than a second.
  const before = new TextEncoder().encode(generatedArticle(chance));
  await put(runner, "before.txt", before);
  last.set("before.txt", before);
  await settle(runner);
  for (let round = 1; round <= rounds; round++) {
    const key = `rush ${round}.txt`;
    const texts = Array.from({ length: 3 }, () => new TextEncoder().encode(generatedArticle(chance)));
    const [first = new Uint8Array(), second = first, third = first] = texts;
    const begin = performance.now();
    await put(runner, key, first);
    const met = await isUnderWay(runner, key);
    await put(runner, key, second);
    await pause(chance);
    await runner.persist(({ s3, outputs }) =>
      s3.send(new DeleteObjectCommand({ Bucket: outputs.ArticlesBucket, Key: key })),
    );
    await pause(chance);
    await put(runner, key, third);
    const took = Math.round(performance.now() - begin);
    last.set(key, third);
    await settle(runner);
    const { results } = await holdAgainstModel(runner, last);
    report(
      `round ${round}: four deeds in ${took} ms, overwritten ${met ? "while under way" : "too late"}; exact, ${results} results`,
    );
  }
}

const put = (runner: StackRunner, Key: string, Body: Uint8Array) =>
  runner.persist(({ s3, outputs }) =>
    s3.send(new PutObjectCommand({ Bucket: outputs.ArticlesBucket, Key, Body, ContentLength: Body.length })),
  );

const pause = (chance: Chance): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, chance.below(longestPause)));

/** Waits until the head says that the article is being processed. Returns whether it was met so. */
function isUnderWay(runner: StackRunner, key: string): Promise<boolean> {
  return runner.persist(async (parts) => {
    const table = tableOf(parts);
    try {
      for (const end = Date.now() + patience; Date.now() < end; ) {
        const head = await readHead(table, { bucket: parts.outputs.ArticlesBucket ?? "", key });
        if (head !== null) return head.state === "processing";
      }
      return false;
    } finally {
      table.client.destroy();
    }
  });
}
