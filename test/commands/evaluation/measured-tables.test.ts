import { describe, expect, it } from "vitest";
import { measureAttribution } from "#commands/evaluation/measure-attribution.ts";
import { reliabilityTable, sourcesTable } from "#commands/evaluation/measured-tables.ts";
import { calibration } from "#training/calibration/calibration.ts";

describe("the tables", () => {
  it("draw how far each bin is right, and where the bar should end", () => {
    const outcomes = [true, true, true, false].map((right) => ({ confidence: 0.25, right }));
    expect(reliabilityTable(calibration(outcomes, 2)).split("\n")).toEqual([
      "confidence  count     mean    right",
      "0.0 to 0.5      4     25.0     75.0  #####|#########·····",
      "0.5 to 1.0      0        -        -",
      "expected calibration error 50.0, Brier score 0.438",
    ]);
  });

  it("give sources as shares of one another", () => {
    const table = sourcesTable("actors", { name: { gold: 4, found: 3, resolved: 3, right: 1 } });
    expect(table.split("\n")[1]?.split(/\s+/)).toEqual(["name", "4", "75.0", "100.0", "33.3", "25.0"]);
  });
});

describe("the measures of a corpus", () => {
  const article = (name: string) => ({
    article: { name, text: "Mona said no.", annotations: [[{ source: [], cue: [], content: [] }]] },
    predicted: { attributions: [] },
  });

  it("are also given by outlet, in order", () => {
    const { outlets, calibration, actors } = measureAttribution(
      [article("post_1"), article("herald_2"), article("post_3"), article("loose")],
      [],
      false,
    );
    expect(outlets.map(({ name, articles }) => [name, articles])).toEqual([
      ["herald", 1],
      ["post", 2],
    ]);
    expect(outlets[1]?.measures.overlap).toEqual({ right: 0, wrong: 0, missed: 2 });
    expect({ calibration, actors }).toEqual({ calibration: null, actors: null });
  });
});
