import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { S3Client } from "@aws-sdk/client-s3";
import { readKnownActorsFile } from "#infra/known-actors-file.ts";
import type { LocalPart, LocalStack } from "#infra/local/local-stack.ts";
import { PortInUseError } from "#infra/local/loopback.ts";
import { closeOnSignals } from "#infra/local/signals.ts";
import { startLocalStack } from "#infra/local/stack.ts";
import { dataFolder } from "./data-folder.ts";
import { onOneLine } from "./presentation/display-width.ts";
import { addresses } from "./start/addresses.ts";
import { articlesToDrop } from "./start/articles-to-drop.ts";
import { help, readCommandLine, type StartOptions } from "./start/command-line.ts";
import { type Dropped, dropArticles, summary } from "./start/drop.ts";
import { listenForOutcomes, type Outcome } from "./start/outcomes.ts";
import { type ResultSources, showArticle } from "./start/shown-article.ts";
import { templateFolder } from "./start/template-folder.ts";
import { progressOn, styleOf } from "./start/terminal.ts";
import { userFolder } from "./user-folder.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const samples = ["politics-repeated-lead", "strike-floating-quotes", "wire-dateline"].map(
  (name) => `test/articles/${name}.txt`,
);

/** Seconds after which a failed message is tried again: on AWS it is minutes, here somebody is waiting. */
const retryAfter = 2;

const progress = progressOn(process.stderr);
/** Whether a signal has asked the program to end. */
let ending = false;
const print = (lines: readonly string[]): void => void process.stdout.write(`${lines.join("\n")}\n`);

async function main(options: StartOptions): Promise<void> {
  const folder = userFolder("start");
  const known = readKnownActorsFile(options.actors, folder);
  const { articles, undroppable } =
    options.files.length > 0 ? articlesToDrop(options.files, folder) : articlesToDrop(samples, root);
  for (const { name, problem } of undroppable) progress.line(`${onOneLine(name)}: ${problem}`);
  if (undroppable.length > 0) process.exitCode = 1;
  if (options.once && articles.length === 0) return;

  const throwAway = options.once && options.data === null;
  const data = throwAway ? mkdtempSync(join(tmpdir(), "onrecord-")) : dataFolder(options.data, folder);
  let stack: LocalStack | undefined;
  const close = async (): Promise<void> => {
    progress.silence();
    await stack?.close();
    if (throwAway) rmSync(data, { recursive: true, force: true });
  };
  const forget = closeOnSignals(() => {
    ending = true;
    return close();
  });
  try {
    const template = await templateFolder(
      () => progress.line("Synthesising the CDK app and bundling the functions …"),
      known?.path,
    );
    stack = await startLocalStack({ template, dataFolder: data, ports: portsFrom(options.port), retryAfter });
    const { broken } = await run(stack, options, articles);
    if (!options.once) await broken;
  } finally {
    // Signals are heard until all is closed: one that comes now must not end the program half-way.
    await close();
    forget();
  }
}

/** Drops the articles and shows what came of them. `broken` is rejected when a part of the stack ends by itself. */
async function run(
  stack: LocalStack,
  options: StartOptions,
  articles: Parameters<typeof dropArticles>[0],
): Promise<{ readonly broken: Promise<never> }> {
  const outcomes = listenForOutcomes();
  const broken = new Promise<never>((_, reject) => {
    stack.subscribe((event) => {
      outcomes.hear(event);
      if (event.type === "failure") reject(new Error(event.message));
    });
  });
  broken.catch(() => {});
  const { ArticlesBucket = "", SegmentsBucket = "" } = stack.outputs;
  const s3 = new S3Client({
    endpoint: stack.endpoints.s3,
    region: "us-east-1",
    forcePathStyle: true,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const sources: ResultSources = { api: stack.endpoints.api, s3, segmentsBucket: SegmentsBucket };
  const target = { s3, bucket: ArticlesBucket, idle: () => stack.idle() };
  const dropped = await Promise.race([dropArticles(articles, target, outcomes, progress), broken]);
  // Nothing more is said then, and the signal ends the program.
  if (ending) return new Promise(() => {});
  for (const one of dropped) await show(sources, one).catch(unshown);
  if (dropped.some(({ outcome }) => outcome.type !== "Article Completed")) process.exitCode = 1;
  if (options.once) {
    // What still moves (a retry, an event) is let go on to its end before everything is closed.
    await Promise.race([stack.idle(), broken]);
    s3.destroy();
    return { broken };
  }
  print(addresses(stack, firstActor(dropped)));
  progress.line("\nRunning. Ctrl-C ends everything.");
  outcomes.onOther((outcome) => {
    const { key } = outcome.detail.article;
    const article = { name: key, key, path: key };
    progress.line(`${onOneLine(key)}: ${summary({ article, outcome })}`);
    show(sources, { article, outcome }).catch(unshown);
  });
  return { broken };
}

/** An article whose results cannot be read back costs no other. */
function unshown(error: unknown): void {
  progress.line(onOneLine(messageOf(error)));
  process.exitCode = 1;
}

async function show(sources: ResultSources, { outcome }: Dropped): Promise<void> {
  if (outcome.type !== "Article Completed") return;
  print(["", ...(await showArticle(sources, outcome.detail.article, styleOf(process.stdout))), ""]);
}

const firstActor = (dropped: readonly Dropped[]): string =>
  dropped.map(({ outcome }) => actorsOf(outcome)[0]).find((id) => id !== undefined) ?? "ACTOR";

const actorsOf = (outcome: Dropped["outcome"]): readonly string[] =>
  (outcome as Partial<Exclude<Outcome, { type: "Lost" }>>).detail?.actors ?? [];

const portsFrom = (first: number): Record<LocalPart, number> => {
  const at = (offset: number): number => (first === 0 ? 0 : first + offset);
  return { s3: at(0), sqs: at(1), dynamodb: at(2), events: at(3), api: at(4), lambda: at(5) };
};

function messageOf(error: unknown): string {
  if (error instanceof PortInUseError) {
    return `Port ${error.port} is used by another program (wanted for ${error.part}): stop that one, or start with --port N to use ports N to N+5, or --port 0 for any free ones.`;
  }
  return error instanceof Error ? error.message : String(error);
}

let unread = false;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  // The reader (`| head`) has enough: all is closed as on Ctrl-C, once, since a second signal ends at once.
  if (!unread) process.kill(process.pid, "SIGTERM");
  unread = true;
});

const request = readCommandLine(process.argv.slice(2));
if (request === "help") process.stdout.write(help);
else if ("complaint" in request) {
  process.stderr.write(`start: ${request.complaint}\n`);
  process.exitCode = 2;
} else {
  await main(request).catch((error: unknown) => {
    progress.end();
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  });
}
