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
  writeFileSync(join(corpus, "actors.tsv"), "# by hand\nreef\t0\t9\tname\tMona Reef\n");
  writeFileSync(join(corpus, "stray.tsv"), "\nshoal\t0\t9\tname\tMona Reef\n");
  writeFileSync(join(corpus, "beyond.tsv"), "reef\t30\t90\tname\tMona Reef\n");
  writeFileSync(join(corpus, "short.tsv"), "reef\t0\t9\tname\n");
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
    ["no folder of claims", ["claims", "nowhere"], 1, /nowhere: is not a folder that can be read/],
    ["nothing to evaluate", [], 2, /say what to evaluate: articles, claims, attribution/],
    ["something else", ["quotes"], 2, /"quotes" is neither articles nor claims nor attribution/],
    ["a number that is none", ["articles", "--errors", "few"], 2, /--errors takes a whole number, not "few"/],
    ["an unknown option", ["articles", "--fast"], 2, /Unknown option '--fast'/],
    ["what only attributions have", ["articles", "--outlet", "gazette"], 2, /--outlet goes with attribution/],
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

  it.each([
    ["actors that are not there", ["--actors", "none.tsv"], /none\.tsv: cannot be read; [^\n]+\n$/],
    ["a row too short", ["--actors", "short.tsv"], /short\.tsv:1: has 4 columns; there must be five/],
    ["an article of another corpus", ["--actors", "stray.tsv"], /stray\.tsv:2: shoal is no article of /],
    [
      "a place beyond the text",
      ["--actors", "beyond.tsv"],
      /beyond\.tsv:1: reef has no characters 30 to 90; /,
    ],
    ["an outlet in names without one", ["--outlet", "gazette"], /has no outlet "gazette"; the names of its/],
  ])("refuses %s in one line", (_, [option = "", value = ""], message) => {
    const file = value.endsWith(".tsv") ? join(corpus, value) : value;
    const { status, stdout, stderr } = evaluate("attribution", corpus, option, file);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it("judges actors end to end and of given sources, and confidences", () => {
    const { status, stdout } = evaluate(
      "attribution",
      corpus,
      "--actors",
      join(corpus, "actors.tsv"),
      "--json",
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      linked: { right: 1 },
      outlets: [],
      actors: { name: { gold: 1, found: 1, resolved: 1, right: 1 }, all: { rightOfAll: 1 } },
      resolver: { name: { right: 1 } },
      calibration: { count: 1 },
      errors: [],
    });
  });

  it("leaves out what predictions do not say, and the project's own actors where the corpus is another", () => {
    const { stdout } = evaluate("attribution", corpus, "--pred", join(corpus, "predictions.jsonl"));
    expect(stdout).toMatch(/^1 article\n/);
    expect(stdout).not.toMatch(/actors,|confidence/);
  });

  it("shows the errors in their text, with their place", () => {
    const words = ["--pred", join(corpus, "predictions.jsonl"), "--errors", "3"];
    const { stdout } = evaluate("attribution", corpus, ...words);
    expect(stdout).toContain(
      [
        "content ends too early (1 of 1)",
        "  reef:1:28 @27",
        "    gold  source[Mona Reef] cue[said] content[the tide was late].",
        "    ours  source[Mona Reef] cue[said] content[the tide was ]late.",
      ].join("\n"),
    );
    const { errors } = JSON.parse(evaluate("attribution", corpus, ...words, "--json").stdout);
    expect(errors).toMatchObject([
      { kind: "content ends too early", article: "reef", line: 1, column: 28, offset: 27 },
    ]);
  });
});
