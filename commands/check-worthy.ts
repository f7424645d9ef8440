import { once } from "node:events";
import { parseArgs } from "node:util";
import { shippedWorthModel } from "#extraction/claims/worth-model.ts";
import { readWorthWords } from "#extraction/claims/worth-words.ts";
import { ModelFileError } from "#extraction/model/model-file-error.ts";
import { shippedTaggers } from "#extraction/taggers.ts";
import { linesOf } from "./lines-of.ts";

const help = `How worth a check sentences are: reads one sentence a line, prints one probability a line.

Usage: npm run --silent check-worthy < SENTENCES

  -h, --help  this text

Reads standard input in UTF-8, with lines that end in LF or CRLF and nothing else; every line, an empty one too, gives
one number from 0 to 1 with four decimals (0.0000 where there is no word). From 0.5 on a sentence counts as worth a check.
Exit code 1 if a model cannot be used, 2 if the command line is wrong.
`;

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // The reader (`| head`) has enough.
  if (error.code === "EPIPE") process.exit();
  throw error;
});

/** Whether help is asked for; a string is a complaint about the command line. */
function readCommandLine(args: string[]): { readonly help: boolean } | string {
  try {
    return {
      help: parseArgs({ args, options: { help: { type: "boolean", short: "h" } } }).values.help === true,
    };
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split(". ")[0] ?? "";
  }
}

/** Waits where the reader is slow, so that results do not pile up in memory. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

async function rate(): Promise<void> {
  const taggers = shippedTaggers();
  const worth = shippedWorthModel();
  for await (const line of linesOf(process.stdin))
    await write(`${worth.probability(readWorthWords(line.trim(), taggers)).toFixed(4)}\n`);
}

const request = readCommandLine(process.argv.slice(2));
if (typeof request === "string") {
  process.stderr.write(`check-worthy: ${request}; see --help\n`);
  process.exitCode = 2;
} else if (request.help) await write(help);
else
  await rate().catch((error: unknown) => {
    if (!(error instanceof ModelFileError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
