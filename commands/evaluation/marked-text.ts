import { styleText } from "node:util";
import type { Span } from "#extraction/span.ts";
import { type Role, type RoleSpans, roles } from "#training/evaluation/match-attributions.ts";

const styles = { source: "cyan", cue: "yellow", content: "green" } as const;

/** More of one stretch than this is cut in the middle, in UTF-16 code units. */
const longestStretch = 180;
/** How much of the text around the marks is shown on each side. */
const context = 50;

/**
 * The part of a text around an attribution on one line, its spans marked: coloured by role on a terminal, else as
 * `cue[said]`. `around` are further spans that must be in view. Long stretches are cut with "…".
 */
export function markedText(
  text: string,
  marked: RoleSpans,
  around: readonly Span[],
  colour: boolean,
): string {
  const marks = roles
    .flatMap((role) => marked[role].map((span) => ({ role, span })))
    .sort((a, b) => a.span[0] - b.span[0]);
  const inView = [...marks.map(({ span }) => span), ...around];
  if (inView.length === 0) return "";
  const from = startOfView(text, Math.min(...inView.map((span) => span[0])));
  const to = endOfView(text, Math.max(...inView.map((span) => span[1])));
  let line = "";
  let at = from;
  for (const { role, span } of marks) {
    // Predictions of other systems may overlap.
    if (span[0] < at) continue;
    line += shortened(text.slice(at, span[0]));
    line += painted(role, shortened(text.slice(...span)), colour);
    at = span[1];
  }
  return (line + shortened(text.slice(at, Math.max(at, to)))).trim();
}

/** Some words before an offset, not beyond the start of its line. */
function startOfView(text: string, offset: number): number {
  const line = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  if (offset - context <= line) return line;
  const space = text.slice(offset - context, offset).search(/\s/u);
  return space < 0 ? offset : offset - context + space;
}

/** Some words behind an offset, not beyond the end of its line. */
function endOfView(text: string, offset: number): number {
  const behind = /^[^\n]*/u.exec(text.slice(offset, offset + context))?.[0] ?? "";
  if (behind.length < context) return offset + behind.length;
  return offset + Math.max(0, behind.search(/\s\S*$/u));
}

function painted(role: Role, words: string, colour: boolean): string {
  // Whether the stream takes colours has been decided by the caller.
  return colour ? styleText(styles[role], words, { validateStream: false }) : `${role}[${words}]`;
}

/** White space made single, control characters left out, and the middle cut out of what is too long. */
function shortened(words: string): string {
  const line = words.replace(/\s+/gu, " ").replace(/\p{Cc}/gu, "");
  if (line.length <= longestStretch) return line;
  const side = Math.floor(longestStretch / 2);
  return `${line.slice(0, side)} … ${line.slice(-side)}`;
}
