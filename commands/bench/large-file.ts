import { extractArticle } from "#extraction/extract.ts";
import { textOf } from "./bench-texts.ts";

// A program of its own, so that nothing else is in its memory: prints the most kilobytes that it had, with one file of
// 100,000 words taken from bytes to results.

const result = await extractArticle(new TextEncoder().encode(textOf(100_000)));
if (!result.ok) throw new Error(result.rejection.message);
process.stdout.write(`${process.resourceUsage().maxRSS}\n`);
