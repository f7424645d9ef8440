import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import { tagArticle } from "#extraction/tag.ts";
import { templateFolder } from "./start/template-folder.ts";

const help = `What the engine costs on this machine: time per 1,000 words, how it grows, memory, and the size of the bundles.

Usage: npm run bench

Figures are medians of repeated runs in one process, after warming up, and ratios where they can be: they compare
two states of the code on one machine, not two machines. They go to standard output.
`;

const articles = new URL("../test/articles/", import.meta.url);
const texts = readdirSync(articles)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => readFileSync(new URL(name, articles), "utf8"));
const wordsIn = (text: string): number => text.match(/\S+/gu)?.length ?? 0;

/** Runs per figure. */
const rounds = 15;

function medianMilliseconds(work: () => void): number {
  work();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

const segmented = (text: string) => {
  const result = segmentArticle(text);
  if (!result.ok) throw new Error(result.rejection.message);
  return result.value;
};

function perThousandWords(): void {
  const words = texts.reduce((sum, text) => sum + wordsIn(text), 0);
  const taken = texts.map(segmented);
  const segment = medianMilliseconds(() => void texts.map(segmented));
  const tag = medianMilliseconds(() => void taken.map((article) => tagArticle(article)));
  const each = (milliseconds: number): string => ((milliseconds / words) * 1000).toFixed(2);
  console.log(`segment  ${each(segment)} ms per 1,000 words`);
  console.log(`tag      ${each(tag)} ms per 1,000 words`);
}

/** How much longer ten times the text takes, per word: 1.0 is linear. */
function growth(): void {
  const once = texts.join("\n\n");
  const tenfold = Array.from({ length: 10 }, (_, copy) => once.replaceAll("Monday", `Monday ${copy}`)).join(
    "\n\n",
  );
  const cost = (text: string): number =>
    medianMilliseconds(() => void tagArticle(segmented(text))) / wordsIn(text);
  console.log(
    `growth   ${(cost(tenfold) / cost(once)).toFixed(2)} times the time per word in ${wordsIn(tenfold)} words as in ${wordsIn(once)}`,
  );
}

/** What is read of the template: each function with the folder of its bundle. */
const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Metadata: z.looseObject({ "aws:asset:path": z.string().optional() }).optional(),
    }),
  ),
});

async function bundles(): Promise<void> {
  const folder = await templateFolder(() => {});
  const template: unknown = JSON.parse(readFileSync(join(folder, "Onrecord.template.json"), "utf8"));
  for (const [id, { Type, Metadata }] of Object.entries(templateSchema.parse(template).Resources)) {
    const asset = Metadata?.["aws:asset:path"];
    if (Type !== "AWS::Lambda::Function" || asset === undefined) continue;
    const bundle = statSync(join(folder, asset, "index.mjs"), { throwIfNoEntry: false });
    if (bundle)
      console.log(
        `bundle   ${(bundle.size / 1e6).toFixed(2)} MB  ${id.replace(/Function.*/u, "").toLowerCase()}`,
      );
  }
}

/** Whether the help is asked for; a string is a complaint about the command line. */
function readCommandLine(): boolean | string {
  try {
    return parseArgs({ options: { help: { type: "boolean", short: "h" } } }).values.help === true;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split(/\.\s/u)[0] ?? "";
  }
}

const asked = readCommandLine();
if (typeof asked === "string") {
  process.stderr.write(`bench: ${asked}; see npm run bench -- --help\n`);
  process.exitCode = 2;
} else if (asked) process.stdout.write(help);
else {
  perThousandWords();
  growth();
  console.log(`memory   ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB after all of it`);
  await bundles();
}
