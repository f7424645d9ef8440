import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { closeOnSignals } from "#infra/local/signals.ts";
import { type Chance, chanceOf } from "./soak/chance.ts";
import { rush } from "./soak/rush.ts";
import { holdAgainstModel, settle } from "./soak/settled-views.ts";
import { type StackRunner, startStackRunner, type Victim } from "./soak/stack-runner.ts";
import { doUploads } from "./soak/uploads.ts";
import { templateFolder } from "./start/template-folder.ts";
import { bar, progressOn } from "./start/terminal.ts";

const usage = `Usage: npm run soak -- [options]

Uploads generated articles of invented people to the local stack in a folder that is thrown away: new ones, overwritten,
deleted, uploaded again, bad files. Meanwhile it kills the table's process, or the process that runs everything, at
random, and starts it again. When all is settled, every view (article, actor, day, totals, rejections) is compared with
what the newest version of each object yields.

  --uploads N  how many files are uploaded (default 500; 5000 take about ten minutes)
  --seed S     draws the same uploads as another time; when what is killed is chance anew
  --no-kills   kills nothing
  --rush N     in place of all that, N times over: uploads an article, overwrites it while it is being processed, deletes it
               and uploads it again, all within a second, and compares every view after each time
  -h, --help   this text

Exit code 1 and the first difference where a view is not exact, 2 where the command line is wrong. The data folder is
kept then.`;

/** Seconds from one kill to the next, counted from when the stack is up again. */
const [shortestLife, longestLife] = [2, 9];

const progress = progressOn(process.stderr);
const seconds = (since: number): number => Math.round((Date.now() - since) / 1000);

/** What the command line asks for. */
type Asked = {
  readonly uploads: number;
  readonly seed: number;
  readonly kills: boolean;
  /** Rounds of the rush; `null` for the soak. */
  readonly rush: number | null;
};

function readArguments(): Asked | "help" | { readonly complaint: string } {
  const whole = (text: string): number => (/^\d{1,9}$/u.test(text) ? Number(text) : Number.NaN);
  try {
    const { values } = parseArgs({
      options: {
        uploads: { type: "string", default: "500" },
        seed: { type: "string", default: String(Date.now() % 1e9) },
        "no-kills": { type: "boolean", default: false },
        rush: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return "help";
    const [uploads, seed] = [whole(values.uploads), whole(values.seed)];
    if (!(uploads > 0)) return { complaint: `--uploads ${values.uploads} is no number of files` };
    if (Number.isNaN(seed)) return { complaint: `--seed ${values.seed} is no whole number` };
    const rounds = values.rush === undefined ? null : whole(values.rush);
    if (rounds !== null && !(rounds > 0)) return { complaint: `--rush ${values.rush} is no number of times` };
    return { uploads, seed, kills: !values["no-kills"], rush: rounds };
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

async function soak(runner: StackRunner, { uploads, seed, kills }: Asked): Promise<string[]> {
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
  const compared = await holdAgainstModel(runner, done.last);
  const { counts } = done;
  return [
    `exact: ${uploads} uploads of ${done.last.size} keys in ${took} s, seed ${seed}`,
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
    const print = (line: string): void => void process.stdout.write(`${line}\n`);
    if (asked.rush !== null) await rush(runner, chanceOf(asked.seed), asked.rush, print);
    else for (const line of await soak(runner, asked)) print(line);
    progress.end();
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
