import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../commands/check-worthy.ts", import.meta.url));
const rate = (input: string, ...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { encoding: "utf8", input });
const figure = "Unemployment in Norvale fell by 40 percent between 1994 and 1998.";
const greeting = "Thank you, Lina, and good evening to you all.";

describe("npm run check-worthy", () => {
  it.each<[string, string, number]>([
    ["nothing", "", 0],
    ["one line", `${figure}\n`, 1],
    ["a last line without its end", `${figure}\n${greeting}`, 2],
    ["empty lines", `\n\n${figure}\n\n`, 4],
    ["CRLF", `${figure}\r\n\r\n${greeting}\r\n`, 3],
    ["a CR and other breaks within a line", "one\rtwo\u2028three\u2029four\u0085five\vsix\n", 1],
    ["nothing but a line end", "\r\n", 1],
    ["words of no language", "�\u0000 ???\n😀\n", 2],
    ["a long line", `${"and more ".repeat(5000)}\n`, 1],
  ])("gives one number a line for %s", (_, input, lines) => {
    const { status, stdout, stderr } = rate(input);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(new RegExp(`^(?:[01]\\.\\d{4}\\n){${lines}}$`, "u"));
  });

  it("gives a line the same number wherever it stands and however it ends", () => {
    const [first, , third] = rate(`${figure}\r\n\n${figure}`).stdout.split("\n");
    expect(first).toBe(third);
  });

  it("tells a figure from a greeting, and an empty line is worth nothing", () => {
    const [high, low, none] = rate(`${figure}\n${greeting}\n\n`).stdout.trimEnd().split("\n").map(Number);
    expect(high).toBeGreaterThan(0.5);
    expect(low).toBeLessThan(0.2);
    expect(none).toBe(0);
  });

  it("shows its help", () => {
    const { status, stdout } = rate("", "--help");
    expect([status, stdout.split("\n")[2]]).toEqual([0, "Usage: npm run --silent check-worthy < SENTENCES"]);
  });

  it.each<[string[], string]>([
    [["--fast"], "check-worthy: Unknown option '--fast'; see --help\n"],
    [["FILE"], "check-worthy: Unexpected argument 'FILE'; see --help\n"],
  ])("refuses %j in one line", (args, line) => {
    const { status, stdout, stderr } = rate("", ...args);
    expect([status, stdout, stderr.split(". ")[0]?.replace(/\n?$/u, "\n")]).toEqual([2, "", line]);
  });

  it("ends in peace when its reader has enough", () => {
    const { status, stdout, stderr } = spawnSync(
      "bash",
      ["-c", `yes "${figure}" | head -n 3000 | "${process.execPath}" "${script}" | head -n 1`],
      { encoding: "utf8" },
    );
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^0\.\d{4}\n$/u);
  });
});
