import { GetObjectCommand, paginateListObjectsV2 } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { openTable, type Table } from "#functions/store/table.ts";
import { readKnownActorsFile } from "#infra/known-actors-file.ts";
import { findDeadLetters, stages } from "../redrive/dead-letters.ts";
import { moveMessages } from "../redrive/move-messages.ts";
import { type Compared, compareViews, DifferenceError, type Expected } from "./compare-views.ts";
import { yieldOf } from "./expected-results.ts";
import type { RunningParts, StackRunner } from "./stack-runner.ts";
import type { Done } from "./uploads.ts";

/** Waits until nothing moves, and sends dead letters through again until there are none. Returns how many there were. */
export async function settle(runner: StackRunner): Promise<number> {
  let redriven = 0;
  for (;;) {
    await runner.idle();
    const moved = await runner.persist(async ({ endpoints }) => {
      const client = new SQSClient({
        endpoint: endpoints.sqs ?? "",
        region: "us-east-1",
        credentials: { accessKeyId: "local", secretAccessKey: "local" },
      });
      let count = 0;
      for (const stage of stages)
        count += await moveMessages(client, await findDeadLetters(client, "Onrecord", stage));
      client.destroy();
      return count;
    });
    if (moved === 0) return redriven;
    redriven += moved;
  }
}

const isSame = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === null || b === null ? a === b : Buffer.compare(a, b) === 0;

/** What the newest version of each key yields. @throws DifferenceError where the bucket does not show what was uploaded */
async function expectedOf(runner: StackRunner, last: Done["last"]): Promise<Expected> {
  const known = readKnownActorsFile(undefined)?.actors;
  const expected = new Map<string, { revision: string; yield: ReturnType<typeof yieldOf> } | null>();
  for (const [key, uploaded] of last) {
    const version = await runner.persist(async ({ s3, outputs: { ArticlesBucket: bucket = "" } }) => {
      try {
        const answer = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
        return {
          bucket,
          bytes,
          revision: answer.VersionId ?? "",
          uploaded: answer.LastModified?.toISOString() ?? "",
        };
      } catch (error) {
        if (error instanceof Error && error.name === "NoSuchKey") return null;
        throw error;
      }
    });
    if (uploaded !== "unknown" && !isSame(version?.bytes ?? null, uploaded)) {
      throw new DifferenceError(`the bucket does not show the last upload of ${key}`);
    }
    expected.set(
      key,
      version && {
        revision: version.revision,
        yield: yieldOf({ bucket: version.bucket, key }, version, known),
      },
    );
  }
  return expected;
}

/** Every article with results has one segmented article, and there are no others. */
async function expectSegments(runner: StackRunner, expected: Expected): Promise<void> {
  const kept = await runner.persist(async ({ s3, outputs }) => {
    let count = 0;
    for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket: outputs.SegmentsBucket })) {
      count += page.Contents?.length ?? 0;
    }
    return count;
  });
  const wanted = [...expected.values()].filter((one) => one !== null && "items" in one.yield).length;
  if (kept !== wanted) throw new DifferenceError(`segmented articles: ${kept} found, ${wanted} expected`);
}

/** The results table of the running stack; its client is to be destroyed. */
export function tableOf({ endpoints, outputs }: RunningParts): Table {
  process.env.AWS_ENDPOINT_URL_DYNAMODB = endpoints.dynamodb;
  Object.assign(process.env, {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  });
  return openTable(outputs.ResultsTable ?? "");
}

/**
 * Holds the settled table against what the newest versions in the bucket yield, and those against what was uploaded
 * last. @throws DifferenceError naming the first difference
 */
export async function holdAgainstModel(runner: StackRunner, last: Done["last"]): Promise<Compared> {
  const expected = await expectedOf(runner, last);
  await expectSegments(runner, expected);
  return runner.persist((parts) => {
    const table = tableOf(parts);
    return compareViews(table, parts.outputs.ArticlesBucket ?? "", expected).finally(() =>
      table.client.destroy(),
    );
  });
}
