import type { Calibration } from "#training/calibration/calibration.ts";
import { type SourceTally, sourceFigures } from "#training/evaluation/tally-sources.ts";

const percent = (share: number | null): string =>
  (share === null ? "-" : (100 * share).toFixed(1)).padStart(9);
const barWidth = 20;

/** Actors by kind of source as a table: how many there are, and in percent found, resolved of these, right of these. */
export function sourcesTable(title: string, tallies: Readonly<Record<string, SourceTally>>): string {
  const width = Math.max(title.length, 10);
  const rows = Object.entries(tallies).map(([kind, tally]) => {
    const { gold, foundShare, resolvedShare, rightShare, rightOfAll } = sourceFigures(tally);
    const shares = [foundShare, resolvedShare, rightShare, rightOfAll].map(percent).join("");
    return `${kind.padEnd(width)}${String(gold).padStart(8)}${shares}`;
  });
  return [`${title.padEnd(width)} sources    found resolved    right   of all`, ...rows].join("\n");
}

/** A reliability diagram: for each bin of confidences how many were right, `|` where the bar should end. */
export function reliabilityTable({ bins, expectedError, brier }: Calibration): string {
  const rows = bins.map(({ from, to, count, confidence, right }) => {
    const bounds = `${from.toFixed(1)} to ${to.toFixed(1)}`;
    return `${bounds.padEnd(11)}${String(count).padStart(6)}${percent(confidence)}${percent(right)}  ${bar(right, confidence)}`.trimEnd();
  });
  const errors = `expected calibration error ${(100 * expectedError).toFixed(1)}, Brier score ${brier.toFixed(3)}`;
  return ["confidence  count     mean    right", ...rows, errors].join("\n");
}

function bar(right: number | null, confidence: number | null): string {
  if (right === null || confidence === null) return "";
  const filled = Math.round(right * barWidth);
  const cells = [..."#".repeat(filled).padEnd(barWidth, "·")];
  cells[Math.min(barWidth - 1, Math.round(confidence * barWidth))] = "|";
  return cells.join("");
}
