import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const command = join(import.meta.dirname, "../../commands/evaluate.ts");
const evaluate = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], { encoding: "utf8" });
  return { status, stdout, stderr };
};

let corpus = "";
beforeAll(() => {
  corpus = mkdtempSync(join(tmpdir(), "evaluate-"));
  mkdirSync(join(corpus, "text"));
  mkdirSync(join(corpus, "attributions"));
  writeFileSync(join(corpus, "text/reef.txt"), "Mona Reef said the tide was late.\n");
  writeFileSync(
    join(corpus, "attributions/reef_one.ann"),
    [
      "T1\tSource 0 9\tMona Reef",
      "T2\tCue 10 14\tsaid",
      "T3\tContent 15 32\tthe tide was late",
      "E1\tSource:T1 Cue:T2 Content:T3\n",
    ].join("\n"),
  );
  const prediction = {
    id: "reef",
    attributions: [{ source: [[0, 9]], cue: [[10, 14]], content: [[15, 28]] }],
  };
  writeFileSync(join(corpus, "predictions.jsonl"), `${JSON.stringify(prediction)}\n`);
  writeFileSync(join(corpus, "broken.jsonl"), '{"id":"reef"}\n');
});
afterAll(() => rmSync(corpus, { recursive: true }));

describe("the evaluate command", () => {
  it("scores predictions on a corpus folder", () => {
    const { status, stdout } = evaluate(
      "attribution",
      corpus,
      "--pred",
      join(corpus, "predictions.jsonl"),
      "--json",
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      articles: 1,
      "exact source": { f1: 1 },
      "exact content": { f1: 0 },
      "token content": { precision: 1, recall: 0.75 },
      recallByForm: { indirect: { recall: 1 } },
    });
  });

  it.each([
    ["nothing to evaluate", [], 2, /say what to evaluate: articles or attribution/],
    ["something else", ["quotes"], 2, /"quotes" is neither articles nor attribution/],
    ["a number that is none", ["articles", "--errors", "few"], 2, /--errors takes a whole number, not "few"/],
    ["an unknown option", ["articles", "--fast"], 2, /Unknown option '--fast'/],
    ["a folder that is no corpus", ["attribution", "/nowhere"], 1, /\/nowhere: is not a corpus folder/],
  ])("refuses %s", (_, words, expected, message) => {
    const { status, stdout, stderr } = evaluate(...words);
    expect({ status, stdout }).toEqual({ status: expected, stdout: "" });
    expect(stderr).toMatch(message);
  });

  it("names file and line of a prediction that is none", () => {
    const { status, stderr } = evaluate("attribution", corpus, "--pred", join(corpus, "broken.jsonl"));
    expect(status).toBe(1);
    expect(stderr).toMatch(/broken\.jsonl:1: .*expected array/s);
  });
});
