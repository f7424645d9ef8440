import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { GetObjectCommand, paginateListObjectsV2 } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { openTable } from "#functions/store/table.ts";
import { readKnownActorsFile } from "#infra/known-actors-file.ts";
import { closeOnSignals } from "#infra/local/signals.ts";
import { findDeadLetters, stages } from "./redrive/dead-letters.ts";
import { moveMessages } from "./redrive/move-messages.ts";
import { type Chance, chanceOf } from "./soak/chance.ts";
import { compareViews, DifferenceError, type Expected } from "./soak/compare-views.ts";
import { yieldOf } from "./soak/expected-results.ts";
import { type StackRunner, startStackRunner, type Victim } from "./soak/stack-runner.ts";
import { type Done, doUploads } from "./soak/uploads.ts";
import { templateFolder } from "./start/template-folder.ts";
import { bar, progressOn } from "./start/terminal.ts";

const usage = `Usage: npm run soak -- [options]

Uploads generated articles of invented people to the local stack in a folder that is thrown away: new ones, overwritten,
deleted, uploaded again, bad files. Meanwhile it kills the table's process, or the process that runs everything, at
random, and starts it again. When all is settled, every view (article, actor, day, totals, rejections) is compared with
what the newest version of each object yields.

  --uploads N  how many files are uploaded (default 500; 5000 take about a quarter of an hour)
  --seed S     draws the same uploads as another time; when what is killed is chance anew
  --no-kills   kills nothing
  -h, --help   this text

Exit code 1 and the first difference where a view is not exact, 2 where the command line is wrong. The data folder is
kept then.`;

/** Seconds from one kill to the next, counted from when the stack is up again. */
const [shortestLife, longestLife] = [2, 9];

const progress = progressOn(process.stderr);
const seconds = (since: number): number => Math.round((Date.now() - since) / 1000);

function readArguments(): { uploads: number; seed: number; kills: boolean } | "help" | { complaint: string } {
  const whole = (text: string): number => (/^\d{1,9}$/u.test(text) ? Number(text) : Number.NaN);
  try {
    const { values } = parseArgs({
      options: {
        uploads: { type: "string", default: "500" },
        seed: { type: "string", default: String(Date.now() % 1e9) },
        "no-kills": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return "help";
    const [uploads, seed] = [whole(values.uploads), whole(values.seed)];
    if (!(uploads > 0)) return { complaint: `--uploads ${values.uploads} is no number of files` };
    if (Number.isNaN(seed)) return { complaint: `--seed ${values.seed} is no whole number` };
    return { uploads, seed, kills: !values["no-kills"] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { complaint: `${message.split(". ")[0]}; npm run soak -- --help explains` };
  }
}

/** Kills at random until it is told to stop. Returns how often each was killed. */
async function killAtRandom(
  runner: StackRunner,
  chance: Chance,
  stop: AbortSignal,
): Promise<Record<Victim, number>> {
  const killed = { table: 0, runner: 0 };
  while (!stop.aborted) {
    await runner.persist(async () => {});
    const life = shortestLife * 1000 + chance.below((longestLife - shortestLife) * 1000);
    await sleep(life, undefined, { signal: stop }).catch(() => {});
    const victim: Victim = chance.below(2) === 0 ? "table" : "runner";
    if (!stop.aborted && (await runner.kill(victim))) killed[victim]++;
  }
  return killed;
}

/** Waits until nothing moves, and sends dead letters through again until there are none. Returns how many there were. */
async function settle(runner: StackRunner): Promise<number> {
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
async function expectedOf(runner: StackRunner, { last }: Done): Promise<Expected> {
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

async function soak(runner: StackRunner, uploads: number, seed: number, kills: boolean): Promise<string[]> {
  const begin = Date.now();
  const stop = new AbortController();
  const killing = kills
    ? killAtRandom(runner, chanceOf(seed + 1), stop.signal)
    : Promise.resolve({ table: 0, runner: 0 });
  killing.catch(() => {});
  let told = Date.now();
  const done = await doUploads(runner, chanceOf(seed), uploads, (count) => {
    progress.status(`${bar(count, uploads)}, ${runner.waiting()} under way`);
    if (Date.now() - told < 30_000) return;
    told = Date.now();
    progress.line(`${count} of ${uploads} uploaded after ${seconds(begin)} s`);
  });
  stop.abort();
  const killed = await killing;
  progress.line(`All uploaded after ${seconds(begin)} s; waiting until nothing moves …`);
  const redriven = await settle(runner);
  const took = seconds(begin);
  progress.line(`Settled after ${took} s; comparing every view …`);
  const expected = await expectedOf(runner, done);
  await expectSegments(runner, expected);
  const compared = await runner.persist(async ({ endpoints, outputs }) => {
    process.env.AWS_ENDPOINT_URL_DYNAMODB = endpoints.dynamodb;
    Object.assign(process.env, {
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
    });
    const table = openTable(outputs.ResultsTable ?? "");
    return compareViews(table, outputs.ArticlesBucket ?? "", expected).finally(() => table.client.destroy());
  });
  const { counts } = done;
  return [
    `exact: ${uploads} uploads of ${expected.size} keys in ${took} s, seed ${seed}`,
    `  deeds    ${Object.entries(counts)
      .map(([deed, count]) => `${deed} ${count}`)
      .join(", ")}`,
    `  killed   table ${killed.table} times, runner ${killed.runner} times; ${redriven} dead letters sent through again`,
    `  compared ${compared.articles} articles, ${compared.rejected} rejected, ${compared.deleted} deleted, ${compared.actors} parts of actors, ${compared.days} days, ${compared.results} results`,
  ];
}

async function main(): Promise<void> {
  const asked = readArguments();
  if (asked === "help") return void process.stdout.write(`${usage}\n`);
  if ("complaint" in asked) {
    process.stderr.write(`soak: ${asked.complaint}\n`);
    process.exitCode = 2;
    return;
  }
  const template = await templateFolder(() =>
    progress.line("Synthesising the CDK app and bundling the functions …"),
  );
  const data = mkdtempSync(join(tmpdir(), "onrecord-soak-"));
  progress.line(`Seed ${asked.seed}, data folder ${data}`);
  const runner = startStackRunner(template, data);
  const forget = closeOnSignals(() => runner.close());
  try {
    const lines = await soak(runner, asked.uploads, asked.seed, asked.kills);
    progress.end();
    process.stdout.write(`${lines.join("\n")}\n`);
    await runner.close();
    rmSync(data, { recursive: true, force: true });
  } catch (error) {
    progress.end();
    process.stderr.write(
      `soak: ${error instanceof Error ? error.message : String(error)}\nThe data is kept in ${data}.\n`,
    );
    process.exitCode = 1;
    await runner.close();
  } finally {
    forget();
  }
}

await main();
