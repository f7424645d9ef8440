import { figuresOf, noTally, type Tally } from "./tally.ts";

const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);

/** Measures as a table for people: precision, recall and F1 in percent, and the counts behind them. */
export function figuresTable(measures: Readonly<Record<string, Tally>>): string {
  const names = Object.keys(measures);
  const width = Math.max(7, ...names.map((name) => name.length));
  const rows = names.map((name) => {
    const { precision, recall, f1, right, wrong, missed } = figuresOf(measures[name] ?? noTally);
    const counts = [right, wrong, missed].map((count) => String(count).padStart(7)).join("");
    return `${name.padEnd(width)}${percent(precision)}${percent(recall)}${percent(f1)} ${counts}`;
  });
  return [`${"".padEnd(width)}     P     R    F1    right  wrong missed`, ...rows].join("\n");
}

/** One row for each item and one column of F1 (percent) for each of the measures named. */
export function f1Table(
  rows: readonly { readonly name: string; readonly measures: Readonly<Record<string, Tally>> }[],
  measureNames: readonly string[],
): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const columnWidths = measureNames.map((name) => Math.max(name.length, 5) + 2);
  const line = (name: string, cells: readonly string[]): string =>
    name.padEnd(width) + cells.map((cell, index) => cell.padStart(columnWidths[index] ?? 0)).join("");
  const f1 = (tally: Tally | undefined): string => {
    if (tally === undefined || tally.right + tally.wrong + tally.missed === 0) return "-";
    return (100 * figuresOf(tally).f1).toFixed(1);
  };
  return [
    line("F1", measureNames),
    ...rows.map(({ name, measures }) =>
      line(
        name,
        measureNames.map((measure) => f1(measures[measure])),
      ),
    ),
  ].join("\n");
}
