/** Bytes of log that Invoke gives back at most (Lambda API reference, `LogResult`). */
const tailSize = 4096;

/**
 * The last 4 KB of a log in UTF-8, from the beginning of a line where one begins there; else the end of the last
 * line.
 */
export function logTail(lines: readonly string[]): Buffer {
  const whole = Buffer.from(lines.map((line) => `${line}\n`).join(""));
  if (whole.length <= tailSize) return whole;
  const start = whole.length - tailSize;
  const lineStart = whole.indexOf("\n", start - 1) + 1;
  return whole.subarray(lineStart < whole.length ? lineStart : start);
}
