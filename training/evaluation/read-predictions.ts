import { readFileSync } from "node:fs";
import { z } from "zod";
import { actorSchema } from "#extraction/extraction.ts";
import { spanSchema } from "#extraction/span.ts";
import type { PredictedArticle } from "./predicted-article.ts";

const predictionSchema = z.object({
  id: z.string(),
  attributions: z.array(
    z.object({
      source: z.array(spanSchema).default([]),
      cue: z.array(spanSchema).default([]),
      content: z.array(spanSchema).default([]),
      actor: z.string().nullable().optional(),
      confidence: z.number().min(0).max(1).optional(),
    }),
  ),
  actors: z.array(actorSchema.pick({ id: true, name: true, type: true, mentions: true })).optional(),
});

/**
 * Reads predictions by article: JSON Lines as `npm run extract -- --format jsonl` prints them; actors and confidences
 * may be left out. Throws an `Error` that names the file and line where one is not such an object.
 */
export function readPredictions(path: string): ReadonlyMap<string, PredictedArticle> {
  const predictions = new Map<string, PredictedArticle>();
  for (const [index, line] of textOfFile(path).split("\n").entries()) {
    if (line.trim() === "") continue;
    const place = `${path}:${index + 1}`;
    const parsed = predictionSchema.safeParse(parseLine(place, line));
    if (!parsed.success) throw new Error(`${place}: ${describeIssues(parsed.error)}`);
    const { id, attributions, actors } = parsed.data;
    predictions.set(id.replace(/\.txt$/, ""), { attributions, actors });
  }
  return predictions;
}

/** What is wrong with a line, on one line: the first fault and how many more there are. */
function describeIssues({ issues }: z.ZodError): string {
  const [first] = issues;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return `${first?.path.join(".") || "it"} is wrong: ${first?.message ?? "no such object"}${more}`;
}

function textOfFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new Error(`${path}: cannot be read; give a file of predictions, one JSON object a line`);
  }
}

function parseLine(place: string, line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Error(`${place}: is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
