import { once } from "node:events";
import { basename, extname } from "node:path";
import { parseArgs } from "node:util";
import { type ExtractedArticle, extractArticle } from "#extraction/extract.ts";
import { readArticleApart } from "#functions/segment/read-article-apart.ts";
import { KnownActorsFileError, readKnownActorsFile } from "#infra/known-actors-file.ts";
import { modelProblem } from "./model-problem.ts";
import { csvHeader, csvLine, csvRows } from "./presentation/csv.ts";
import { presentExtraction } from "./presentation/extraction-table.ts";
import { readInput } from "./read-input.ts";
import { userFolder } from "./user-folder.ts";

const help = `Who said what in news articles: the engine alone, without the local stack.

Usage: npm run extract -- [--format FORMAT] FILE…

  FILE                 an article in English: text, HTML, PDF, DOCX, RTF, EML, NINJS,
                       NewsML-G2, also in gzip; - reads standard input
  -f, --format FORMAT  table  for people; the default on a terminal
                       jsonl  one JSON object a file, in the order given; the default elsewhere
                       csv    one row an attribution or claim of the author's
      --actors FILE    known actors, their other names and their ids, as CSV (default actors.csv in the project's
                       folder, if it is there): docs/deployment.md, Known actors
  -h, --help           this text

Results go to standard output, messages to standard error. The exit code is 1 if a file could not be read or
was refused (the others are still done), 2 if the command line is wrong.
`;

const formats = ["table", "jsonl", "csv"] as const;
type Format = (typeof formats)[number];

interface ExtractOptions {
  readonly files: readonly string[];
  readonly format: Format;
  /** A file of known actors as the user wrote it; `undefined` for the usual one. */
  readonly actors: string | undefined;
}

/** What the command line asks for; a string is a complaint about it. */
function readCommandLine(args: string[]): ExtractOptions | "help" | { complaint: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        actors: { type: "string" },
        format: { type: "string", short: "f" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help === true) return "help";
    const asked = values.format ?? (process.stdout.isTTY ? "table" : "jsonl");
    const format = formats.find((known) => known === asked);
    if (format === undefined)
      return { complaint: `--format ${asked} is not known; give ${formats.join(", ")}` };
    if (positionals.length === 0)
      return { complaint: "no FILE was given; name the articles, or - for standard input" };
    return { files: positionals, format, actors: values.actors };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { complaint: `${message.split(". ")[0]}; see --help` };
  }
}

/** One line of the `jsonl` format; the keys stand in the order that is documented. */
function jsonLine(id: string, { text, extraction }: ExtractedArticle): string {
  const { title, byline, published, actors, attributions, claims, quotes, extractor } = extraction;
  return `${JSON.stringify({ id, title, byline, published, text, actors, attributions, claims, quotes, extractor })}\n`;
}

function presented(id: string, name: string, article: ExtractedArticle, format: Format): string {
  if (format === "jsonl") return jsonLine(id, article);
  if (format === "csv") return csvRows(id, article.text, article.extraction).map(csvLine).join("");
  const colour = process.stdout.isTTY && (process.env.NO_COLOR ?? "") === "";
  const style = { width: process.stdout.columns || 80, colour };
  return `${presentExtraction(name, article.text, article.extraction, style).join("\n")}\n\n`;
}

/** Waits where the reader is slow, so that results do not pile up in memory. */
async function write(text: string): Promise<void> {
  if (text !== "" && !process.stdout.write(text)) await once(process.stdout, "drain");
}

async function extractFiles({ files, format, actors }: ExtractOptions): Promise<void> {
  const folder = userFolder("extract");
  const known = readKnownActorsFile(actors, folder)?.actors;
  const complain = (name: string, message: string): void => {
    process.stderr.write(`${name}: ${message}\n`);
    process.exitCode = 1;
  };
  if (format === "csv") await write(csvLine(csvHeader));
  for (const file of files) {
    const name = file === "-" ? "standard input" : file;
    const input = await readInput(file, folder);
    if ("problem" in input) {
      complain(name, input.problem);
      continue;
    }
    const article = { bytes: input.bytes, name: file, type: null };
    const result = await extractArticle(article, { known, read: readArticleApart });
    if (!result.ok) {
      complain(name, result.rejection.message);
      continue;
    }
    const id = file === "-" ? "standard-input" : basename(file, extname(file));
    await write(presented(id, name, result.value, format));
  }
}

/** Without the known actors that the user asked for no result is the one asked for. */
function giveUp(error: unknown): void {
  if (!(error instanceof KnownActorsFileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // The reader (`| head`) has enough.
  if (error.code === "EPIPE") process.exit();
  throw error;
});

const request = readCommandLine(process.argv.slice(2));
if (request === "help") await write(help);
else if ("complaint" in request) {
  process.stderr.write(`extract: ${request.complaint}\n`);
  process.exitCode = 2;
} else {
  const problem = modelProblem();
  if (problem === null) await extractFiles(request).catch(giveUp);
  else {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 1;
  }
}
