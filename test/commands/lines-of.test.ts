import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf } from "#commands/lines-of.ts";

const linesIn = async (...chunks: readonly Uint8Array[]): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of linesOf(
    (async function* () {
      yield* chunks;
    })(),
  ))
    lines.push(line);
  return lines;
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("the lines of a stream", () => {
  it.each<[string, string[]]>([
    ["", []],
    ["\n", [""]],
    ["one", ["one"]],
    ["one\ntwo\n", ["one", "two"]],
    ["one\r\n\r\ntwo\r\n", ["one", "", "two"]],
    ["one\rtwo\u2028three\u2029four\u0085five\n", ["one\rtwo\u2028three\u2029four\u0085five"]],
    ["one\r\r\n", ["one\r"]],
  ])("in %j are %j", async (text, lines) => {
    expect(await linesIn(bytes(text))).toEqual(lines);
  });

  it("are the same however the stream is cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("a", "é", "😀", "\n", "\r", "\r\n", " "), { maxLength: 30 }),
        fc.array(fc.nat(60), { maxLength: 5 }),
        async (parts, cuts) => {
          const whole = bytes(parts.join(""));
          const borders = [0, ...cuts, whole.length].sort((a, b) => a - b);
          const chunks = borders.slice(1).map((end, at) => whole.subarray(borders[at], end));
          expect(await linesIn(...chunks)).toEqual(await linesIn(whole));
        },
      ),
    );
  });

  it("take bytes that are no UTF-8 for the character that stands for such", async () => {
    expect(await linesIn(Uint8Array.of(0x61, 0xff, 0x0a, 0xc3))).toEqual(["a\ufffd", "\ufffd"]);
  });
});
