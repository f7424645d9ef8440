import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { shippedModelUrl } from "#extraction/model/shipped-model.ts";
import { youngGeneration } from "#infra/node-options.ts";
import { bundleSizes } from "./bench/bench-bundles.ts";
import { articleCosts, growth, median } from "./bench/bench-engine.ts";
import { modelProblem } from "./model-problem.ts";

const help = `What the engine costs on this machine: time for an article, how it grows, memory, the model and the bundles.

Usage: npm run bench

The texts are the project's own articles, put together. Times of the engine are medians of repeated runs in one process,
after warming up; those of the model's loading are of processes of their own. To compare two states of the code,
run both on one machine. The figures go to standard output.
`;

/** Runs of the programs that have a process of their own. */
const processes = 7;

/** The numbers that a program of its own prints. */
function numbersFrom(program: string, ...options: readonly string[]): readonly number[] {
  const path = fileURLToPath(new URL(`./bench/${program}`, import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [...options, path], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} failed: ${stderr.trim()}`);
  return stdout.trim().split(" ").map(Number);
}

function modelCosts(): string {
  const size = (statSync(shippedModelUrl).size / 1e6).toFixed(2);
  const times = Array.from({ length: processes }, () => numbersFrom("load-model.ts"));
  const [loaded, ready] = [0, 1].map((at) => median(times.map((both) => both[at] ?? Number.NaN)).toFixed(0));
  return `model        ${size} MB (at most 12), loaded in ${loaded} ms (at most 150), both ready in ${ready}`;
}

/**
 * Half of the 1,769 MiB that the function has that tags: the most that V8 takes there for objects that are old. By it V8 decides, too,
 * how far it lets them grow before it clears them away.
 */
const oldGeneration = "--max-old-space-size=884";

/** With the bounds of the deployed functions, the most of some runs: otherwise the machine's memory would be measured with it. */
function memory(): string {
  const runs = Array.from({ length: 3 }, () => numbersFrom("large-file.ts", youngGeneration, oldGeneration));
  const megabytes = (Math.max(...runs.flat()) * 1024) / 1e6;
  return `memory       ${megabytes.toFixed(0)} MB at its peak, with a file of 100,000 words (at most 256)`;
}

/** Whether the help is asked for; a string is a complaint about the command line. */
function readCommandLine(): boolean | string {
  try {
    return parseArgs({ options: { help: { type: "boolean", short: "h" } } }).values.help === true;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split(/\.\s/u)[0] ?? "";
  }
}

async function bench(): Promise<void> {
  const problem = modelProblem();
  if (problem !== null) {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 1;
    return;
  }
  for (const line of articleCosts()) console.log(line);
  console.log(growth());
  console.log(memory());
  console.log(modelCosts());
  for (const line of await bundleSizes()) console.log(line);
}

const asked = readCommandLine();
if (typeof asked === "string") {
  process.stderr.write(`bench: ${asked}; see npm run bench -- --help\n`);
  process.exitCode = 2;
} else if (asked) process.stdout.write(help);
else await bench();
