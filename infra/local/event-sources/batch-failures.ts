import type { InvocationResult } from "../lambda/worker-thread.ts";

/**
 * Which items of a batch failed: `all`, or their identifiers. Read as Lambda reads a partial batch response:
 * an answer without failures is a success; an identifier that is empty or not of this batch fails all of it.
 */
export function failedItems(
  result: InvocationResult,
  identifiers: readonly string[],
  reportsFailures: boolean,
): "all" | readonly string[] {
  if (!result.ok) return "all";
  if (!reportsFailures) return [];
  const value = result.value as { batchItemFailures?: unknown } | null;
  const failures = typeof value === "object" && value !== null ? value.batchItemFailures : undefined;
  if (failures === undefined || failures === null) return [];
  if (!Array.isArray(failures)) return "all";
  const failed: string[] = [];
  for (const failure of failures as ({ itemIdentifier?: unknown } | null)[]) {
    const identifier = failure?.itemIdentifier;
    if (typeof identifier !== "string" || !identifiers.includes(identifier)) return "all";
    failed.push(identifier);
  }
  return failed;
}
