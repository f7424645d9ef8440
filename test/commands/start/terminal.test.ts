import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { bar, progressOn } from "#commands/start/terminal.ts";

/** What is written to a stream that is, or is not, a terminal of so many columns. */
function written(columns: number | null, work: (progress: ReturnType<typeof progressOn>) => void): string {
  const stream = new PassThrough({ encoding: "utf8" });
  const terminal = columns === null ? {} : { isTTY: true, columns };
  work(progressOn(Object.assign(stream, terminal) as unknown as NodeJS.WriteStream));
  return String(stream.read());
}

const work = (progress: ReturnType<typeof progressOn>): void => {
  progress.status("1 of 2");
  progress.line("one.txt: done");
  progress.status("2 of 2");
  progress.end();
};
const wipe = "\r\u001b[K";

describe("progress", () => {
  it("is plain lines where it cannot be written over", () => {
    expect(written(null, work)).toBe("one.txt: done\n");
  });

  it("keeps one status below the lines on a terminal, and takes it away at the end", () => {
    expect(written(80, work)).toBe(`1 of 2${wipe}one.txt: done\n1 of 2${wipe}2 of 2${wipe}`);
  });

  it("is silent from when the program ends", () => {
    const end = (progress: ReturnType<typeof progressOn>): void => {
      progress.status("1 of 2");
      progress.silence();
      work(progress);
    };
    expect(written(80, end)).toBe(`1 of 2${wipe}`);
  });

  it("never fills the last column, where the line would break and could not be written over", () => {
    expect(written(4, (progress) => progress.status("1 of 2"))).toBe("1 o");
  });
});

it.each([
  [0, 2, "[····················] 0 of 2 articles"],
  [1, 2, "[##########··········] 1 of 2 articles"],
  [1, 1, "[####################] 1 of 1 article"],
])("%i of %i", (done, all, shown) => {
  expect(bar(done, all)).toBe(shown);
});
