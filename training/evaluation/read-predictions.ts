import { readFileSync } from "node:fs";
import { z } from "zod";
import { spanSchema } from "#extraction/span.ts";
import type { RoleSpans } from "./match-attributions.ts";

const predictionSchema = z.object({
  id: z.string(),
  attributions: z.array(
    z.object({
      source: z.array(spanSchema).default([]),
      cue: z.array(spanSchema).default([]),
      content: z.array(spanSchema).default([]),
    }),
  ),
});

/**
 * Reads predictions by article: JSON Lines as `npm run extract -- --format jsonl` prints them. Throws an `Error`
 * that names the file and line where one is not such an object.
 */
export function readPredictions(path: string): ReadonlyMap<string, readonly RoleSpans[]> {
  const predictions = new Map<string, readonly RoleSpans[]>();
  for (const [index, line] of textOfFile(path).split("\n").entries()) {
    if (line.trim() === "") continue;
    const place = `${path}:${index + 1}`;
    const parsed = predictionSchema.safeParse(parseLine(place, line));
    if (!parsed.success) throw new Error(`${place}: ${z.prettifyError(parsed.error)}`);
    predictions.set(parsed.data.id.replace(/\.txt$/, ""), parsed.data.attributions);
  }
  return predictions;
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
